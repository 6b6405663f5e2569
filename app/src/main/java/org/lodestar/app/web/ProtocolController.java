package org.lodestar.app.web;

import java.util.ArrayList;
import java.util.List;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Decider;
import org.lodestar.trial.protocol.Finding;
import org.lodestar.trial.protocol.Lint;
import org.lodestar.trial.protocol.LintRule;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ProtocolDocument;
import org.lodestar.trial.protocol.Setting;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The protocol in force, printed; what a critical reader finds; what nobody has decided. */
@Controller
class ProtocolController {
  private final Workplace workplace;

  ProtocolController(Workplace workplace) {
    this.workplace = workplace;
  }

  /** The page in one language. */
  record ProtocolPage(
      String title,
      String bundle,
      List<Said> findings,
      List<Open> open,
      List<Chapter> chapters,
      long stated) {}

  record Said(String sentence, String rule, String place) {}

  /** A setting on which somebody has yet to decide. */
  record Open(
      String label, String value, String status, boolean example, String deciders, String path) {}

  record Chapter(String id, String heading, List<Line> lines) {}

  /** One setting; a list of records has a table. */
  record Line(
      String label,
      String value,
      List<String> heads,
      List<List<String>> rows,
      String status,
      boolean open,
      String source,
      String note) {}

  @GetMapping("/protocol")
  String protocol(@ModelAttribute("frame") Frame frame, Model model) {
    ProtocolPage page =
        workplace.ask(frame.moment(), state -> page(Protocols.inForce(state), frame.language()));
    model.addAttribute("page", page);
    return "protocol";
  }

  static ProtocolPage page(Protocol protocol, Language language) {
    ProtocolDocument document = ProtocolDocument.of(protocol);
    List<Chapter> chapters = new ArrayList<>();
    for (ProtocolDocument.Section section : document.sections()) {
      chapters.add(
          new Chapter(
              "s" + chapters.size(),
              TrialWords.capital(section.heading().in(language)),
              section.rows().stream().map(row -> line(row, language)).toList()));
    }
    return new ProtocolPage(
        document.title().in(language),
        protocol.bundle().hex(),
        findings(protocol, language),
        protocol.open().stream().map(setting -> open(setting, language)).toList(),
        chapters,
        protocol.settings().stream().filter(setting -> !setting.status().isOpen()).count());
  }

  /** What does not fit together; what is merely open has its own list. */
  private static List<Said> findings(Protocol protocol, Language language) {
    return Lint.check(protocol).all().stream()
        .filter(finding -> !isOpen(finding))
        .map(
            finding ->
                new Said(
                    finding.message().in(language),
                    finding.rule().id(),
                    finding.place().toString()))
        .toList();
  }

  private static boolean isOpen(Finding finding) {
    return finding.rule() == LintRule.NOT_DECIDED || finding.rule() == LintRule.EXAMPLE_VALUE;
  }

  private static Open open(Setting<?> setting, Language language) {
    String separator = language == Language.ZH ? "、" : ", ";
    return new Open(
        TrialWords.capital(setting.key().label().in(language)),
        shortened(setting, language),
        setting.status().words().in(language),
        setting.status() == Setting.Status.DECIDED_EXAMPLE,
        String.join(
            separator,
            setting.deciders().stream().map(Decider::words).map(w -> w.in(language)).toList()),
        setting.key().path());
  }

  private static String shortened(Setting<?> setting, Language language) {
    int entries = setting.entries().size();
    if (entries > 3) {
      return language == Language.ZH ? "共 " + entries + " 项" : "a list of " + entries;
    }
    return setting.show(language);
  }

  private static Line line(ProtocolDocument.Row row, Language language) {
    return new Line(
        TrialWords.capital(row.label().in(language)),
        row.table().isPresent() ? "" : row.value().in(language),
        row.table()
            .map(table -> table.heads().stream().map(head -> head.in(language)).toList())
            .orElse(List.of()),
        row.table()
            .map(
                table ->
                    table.lines().stream()
                        .map(line -> line.stream().map(cell -> cell.in(language)).toList())
                        .toList())
            .orElse(List.of()),
        row.status().words().in(language),
        row.status().isOpen(),
        row.source().map(source -> source.in(language)).orElse(""),
        row.note().map(note -> note.in(language)).orElse(""));
  }
}
