package org.lodestar.trial.protocol;

import java.util.List;
import java.util.stream.Collectors;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.ProtocolDocument.Row;
import org.lodestar.trial.protocol.ProtocolDocument.Section;
import org.lodestar.trial.protocol.ProtocolDocument.Table;

/** The printed protocol: plain Markdown in one language. */
public final class ProtocolText {
  private static final Words BUNDLE = new Words("Bundle", "方案包");
  private static final Words OPEN =
      new Words(
          "{examples} settings are example values that nobody has confirmed; {open} are not"
              + " specified.",
          "{examples} 项为未经确认的示例值；{open} 项未规定。");
  private static final List<Words> HEADS =
      List.of(
          new Words("setting", "事项"),
          new Words("value", "取值"),
          new Words("status", "状态"),
          new Words("source", "来源"));
  private static final Words SEE_BELOW = new Words("see below", "见下表");

  private final Language language;
  private final StringBuilder out = new StringBuilder();

  private ProtocolText(Language language) {
    this.language = language;
  }

  public static String render(ProtocolDocument document, Language language) {
    ProtocolText text = new ProtocolText(language);
    text.write(document);
    return text.out.toString();
  }

  private void write(ProtocolDocument document) {
    out.append("# ").append(document.title().in(language)).append("\n\n");
    out.append(BUNDLE.in(language)).append(" `").append(document.bundle()).append("`\n\n");
    out.append(
            OPEN.render(
                language,
                java.util.Map.of(
                    "examples", count(document, Setting.Status.DECIDED_EXAMPLE),
                    "open", count(document, Setting.Status.UNSPECIFIED))))
        .append('\n');
    document.sections().forEach(this::writeSection);
  }

  private static Words count(ProtocolDocument document, Setting.Status status) {
    long count =
        document.sections().stream()
            .flatMap(section -> section.rows().stream())
            .filter(row -> row.status() == status)
            .count();
    return Words.same(Long.toString(count));
  }

  private void writeSection(Section section) {
    out.append("\n## ").append(section.heading().in(language)).append("\n\n");
    writeTable(HEADS, section.rows().stream().map(this::cells).toList());
    for (Row row : section.rows()) {
      row.table().ifPresent(table -> writeTable(row, table));
    }
  }

  private List<Words> cells(Row row) {
    return List.of(
        row.label(),
        row.table().isPresent() ? SEE_BELOW : row.value(),
        row.status().words(),
        source(row));
  }

  /** Where it stands; for an answer also why, for an open item what is open and who decides. */
  private static Words source(Row row) {
    Words source = row.source().orElse(Words.same(""));
    return switch (row.status()) {
      case STATED -> source;
      case DECIDED_EXAMPLE, DECIDED_CONFIRMED -> {
        Words why = row.rationale().orElse(Words.same(""));
        yield new Words(why.en() + " (" + source.en() + ")", why.zh() + "（" + source.zh() + "）");
      }
      case UNSPECIFIED -> {
        Words note = row.note().orElse(Words.same(""));
        Words who = Contradictions.joined(row.deciders().stream().map(Decider::words).toList());
        yield new Words(note.en() + " → " + who.en(), note.zh() + " → " + who.zh());
      }
    };
  }

  private void writeTable(Row row, Table table) {
    out.append("\n### ").append(row.label().in(language)).append("\n\n");
    writeTable(table.heads(), table.lines());
  }

  private void writeTable(List<Words> heads, List<List<Words>> lines) {
    writeLine(heads);
    out.append("|").append("---|".repeat(heads.size())).append('\n');
    lines.forEach(this::writeLine);
  }

  private void writeLine(List<Words> cells) {
    out.append(
            cells.stream()
                .map(cell -> cell.in(language).replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |")))
        .append('\n');
  }
}
