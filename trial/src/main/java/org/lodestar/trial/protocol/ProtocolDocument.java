package org.lodestar.trial.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;

/**
 * The protocol as a person reads it, before it is given a form: {@link ProtocolText} makes text of
 * it, a page makes HTML.
 */
public record ProtocolDocument(Words title, Digest bundle, List<Section> sections) {
  public ProtocolDocument {
    sections = List.copyOf(sections);
  }

  public record Section(Words heading, List<Row> rows) {
    public Section {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One setting.
   *
   * @param value on one line; a list of records has a table instead
   * @param note what the documents leave open, when they do
   * @param rationale why it was answered so, when it was
   */
  public record Row(
      String path,
      Words label,
      Words value,
      Optional<Table> table,
      Setting.Status status,
      Optional<Words> source,
      Optional<Words> note,
      Optional<Words> rationale,
      List<Decider> deciders) {}

  /** A list of records: a heading for each field that some record has, and a line for each. */
  public record Table(List<Words> heads, List<List<Words>> lines) {
    public Table {
      heads = List.copyOf(heads);
      lines = List.copyOf(lines);
    }
  }

  /** The document of a protocol, in the order of the catalogue. */
  public static ProtocolDocument of(Protocol protocol) {
    List<Section> sections = new ArrayList<>();
    for (String group : Catalogue.groups()) {
      if (Catalogue.isFamily(group)) {
        protocol.members(group).forEach(member -> addMember(protocol, group, member, sections));
      } else {
        add(Catalogue.heading(group), group + ".", protocol, sections);
      }
    }
    Words key = Words.same(protocol.get(TrialSettings.KEY).show(Language.EN));
    Words title =
        protocol
            .get(TrialSettings.TITLE)
            .find()
            .map(words -> new Words(key.en() + ": " + words.en(), key.zh() + "：" + words.zh()))
            .orElse(key);
    return new ProtocolDocument(title, protocol.bundle(), sections);
  }

  private static void addMember(
      Protocol protocol, String group, String member, List<Section> sections) {
    Words heading = Catalogue.heading(group);
    Words name = protocol.nameOf(group, member);
    add(
        new Words(heading.en() + ": " + name.en(), heading.zh() + "：" + name.zh()),
        group + "." + member + ".",
        protocol,
        sections);
  }

  private static void add(Words heading, String prefix, Protocol protocol, List<Section> sections) {
    List<Row> rows =
        protocol.settings().stream()
            .filter(setting -> setting.key().path().startsWith(prefix))
            .map(ProtocolDocument::row)
            .toList();
    if (!rows.isEmpty()) {
      sections.add(new Section(heading, rows));
    }
  }

  private static <T> Row row(Setting<T> setting) {
    Setting.Decision decision = setting.decision();
    return new Row(
        setting.key().path(),
        setting.key().label(),
        new Words(setting.show(Language.EN), setting.show(Language.ZH)),
        table(setting.key().type(), setting.value()),
        setting.status(),
        Optional.ofNullable(setting.source()),
        Optional.ofNullable(setting.note()),
        Optional.ofNullable(decision).map(Setting.Decision::rationale),
        setting.deciders());
  }

  private static <T> Optional<Table> table(ValueType<T> type, @Nullable T value) {
    return value != null && type instanceof ListType<?> list
        ? list.table((List<?>) value)
        : Optional.empty();
  }
}
