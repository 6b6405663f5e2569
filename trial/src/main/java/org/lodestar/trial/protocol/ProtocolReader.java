package org.lodestar.trial.protocol;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;

/** Reads {@code protocol.yaml} and {@code decisions.yaml} into a {@link Protocol}. */
final class ProtocolReader {
  static final String PROTOCOL_FILE = "protocol.yaml";
  static final String DECISIONS_FILE = "decisions.yaml";
  static final String PROTOCOL_FORMAT = "lodestar/protocol/1";
  static final String DECISIONS_FORMAT = "lodestar/decisions/1";
  static final ValueType<List<Decider>> DECIDERS = ValueType.list(ValueType.choice(Decider.class));

  private final Findings.Builder findings;
  private final SequencedMap<String, Setting<?>> settings = new LinkedHashMap<>();
  private final Map<String, List<String>> members = new LinkedHashMap<>();

  /** Paths of all settings in the protocol file, also of those that could not be read. */
  private final Set<String> mentioned = new HashSet<>();

  private ProtocolReader(Findings.Builder findings) {
    this.findings = findings;
  }

  static Protocol.Reading read(Bundle bundle) {
    Findings.Builder findings = new Findings.Builder();
    ProtocolReader reader = new ProtocolReader(findings);
    root(bundle, PROTOCOL_FILE, PROTOCOL_FORMAT, true, findings).ifPresent(reader::protocol);
    root(bundle, DECISIONS_FILE, DECISIONS_FORMAT, false, findings).ifPresent(reader::decisions);
    Forms forms = FormsReader.read(bundle, findings);
    FormsReader.checkAgents(forms, reader.members.getOrDefault("agents", List.of()), findings);
    Map<String, WorkingDayCalendar> calendars = CalendarReader.read(bundle, findings);
    StructureNames names = StructureNames.read(bundle, findings);
    if (!findings.hasErrors()) {
      Protocol protocol =
          new Protocol(bundle.digest(), reader.settings, reader.members, forms, calendars, names);
      Coherence.check(protocol, findings);
      if (!findings.hasErrors()) {
        return new Protocol.Reading.Read(protocol, findings.build());
      }
    }
    return new Protocol.Reading.Refused(findings.build());
  }

  /** The root of a file that says of which format it is; empty, and reported, when it does not. */
  static Optional<Section> root(
      Bundle bundle, String file, String format, boolean isRequired, Findings.Builder findings) {
    Optional<byte[]> bytes = bundle.file(file);
    if (bytes.isEmpty()) {
      if (isRequired) {
        findings.error(ReadingRule.MISSING_FILE, Place.file(file), "value", file);
      }
      return Optional.empty();
    }
    YamlNode node = YamlReader.read(file, bytes.get(), findings);
    if (node == null) {
      return Optional.empty();
    }
    Section root = Section.of(Sources.resolve(node, findings), findings);
    root.section(Sources.NAME)
        .ifPresent(table -> table.names().forEach(key -> table.required(key, ValueType.words())));
    String found = root.required("format", ValueType.text());
    if (found == null) {
      return Optional.empty();
    }
    if (!found.equals(format)) {
      findings.error(
          ReadingRule.WRONG_FORMAT, root.place("format"), "value", found, "allowed", format);
      return Optional.empty();
    }
    return Optional.of(root);
  }

  private void protocol(Section root) {
    for (String group : Catalogue.groups()) {
      Optional<Section> section = root.section(group);
      if (section.isPresent()) {
        group(group, section.get());
      }
    }
    root.close();
  }

  private void group(String group, Section section) {
    if (!Catalogue.isFamily(group)) {
      Catalogue.keys(group).forEach(key -> setting(key, section));
      section.close();
      return;
    }
    Map<String, Section> named = section.named();
    members.put(group, List.copyOf(named.keySet()));
    for (Map.Entry<String, Section> member : named.entrySet()) {
      Catalogue.keys(group).forEach(key -> setting(key.of(member.getKey()), member.getValue()));
      member.getValue().close();
    }
  }

  private <T> void setting(SettingKey<T> key, Section group) {
    if (group.optional(key.name()) == null) {
      return;
    }
    mentioned.add(key.path());
    Optional<Section> section = group.section(key.name());
    if (section.isEmpty()) {
      findings.error(ReadingRule.VALUE_OR_UNSPECIFIED, group.place(key.name()), "name", key.path());
      return;
    }
    Setting<T> setting = statedOrOpen(key, section.get());
    section.get().close();
    if (setting != null) {
      settings.put(key.path(), setting);
    }
  }

  private <T> @Nullable Setting<T> statedOrOpen(SettingKey<T> key, Section section) {
    if (!section.isReadable()) {
      return null;
    }
    boolean stated = section.has("value");
    Words note = section.optional("unspecified", ValueType.words());
    if (stated == section.has("unspecified")) {
      section.optional("source");
      section.optional("deciders");
      findings.error(ReadingRule.VALUE_OR_UNSPECIFIED, section.place(), "name", key.path());
      return null;
    }
    return stated ? stated(key, section) : open(key, section, note);
  }

  private static <T> @Nullable Setting<T> stated(SettingKey<T> key, Section section) {
    T value = section.required("value", key.type());
    Words source = section.required("source", ValueType.source());
    return value == null || source == null
        ? null
        : new Setting<>(
            key,
            value,
            Setting.Status.STATED,
            source,
            null,
            key.deciders(),
            null,
            section.place("value"),
            section.entryPlaces("value"));
  }

  private static <T> @Nullable Setting<T> open(
      SettingKey<T> key, Section section, @Nullable Words note) {
    List<Decider> deciders = section.optional("deciders", DECIDERS);
    return note == null
        ? null
        : new Setting<>(
            key,
            null,
            Setting.Status.UNSPECIFIED,
            null,
            note,
            deciders == null ? key.deciders() : deciders,
            null,
            section.place(),
            List.of());
  }

  private void decisions(Section root) {
    Optional<Section> decisions = root.section("decisions");
    root.close();
    if (decisions.isEmpty()) {
      root.missing("decisions", "agents.carboplatin.dose: {value, rationale, source, confirmed}");
      return;
    }
    decisions.get().named().forEach(this::decision);
  }

  private void decision(String path, Section section) {
    Optional<SettingKey<?>> key = Catalogue.find(path);
    if (key.isEmpty() || (isMember(key.get()) && !memberExists(key.get()))) {
      List<String> open = openPaths();
      findings.error(
          ReadingRule.UNKNOWN_NAME,
          section.place(),
          "name",
          path,
          "nearest",
          Nearest.to(path, open).map(name -> " (" + name + "?)").orElse(""),
          "allowed",
          String.join(", ", open));
      return;
    }
    decide(key.get(), section);
  }

  private static boolean isMember(SettingKey<?> key) {
    return Catalogue.isFamily(key.group());
  }

  private boolean memberExists(SettingKey<?> key) {
    return members.getOrDefault(key.group(), List.of()).contains(key.path().split("\\.")[1]);
  }

  private List<String> openPaths() {
    return settings.values().stream()
        .filter(setting -> setting.status() == Setting.Status.UNSPECIFIED)
        .map(setting -> setting.key().path())
        .toList();
  }

  private <T> void decide(SettingKey<T> key, Section section) {
    T value = section.required("value", key.type());
    Words rationale = section.required("rationale", ValueType.words());
    Words source = section.required("source", ValueType.source());
    section.optional("confirmed");
    Optional<Setting.Confirmation> confirmed =
        section.section("confirmed").map(ProtocolReader::confirmation);
    section.close();
    Setting<?> open = settings.get(key.path());
    if (open == null || open.status() != Setting.Status.UNSPECIFIED) {
      reportUnasked(key, open, section.place());
    } else if (value != null && rationale != null && source != null) {
      Setting.Decision decision =
          new Setting.Decision(rationale, confirmed.orElse(null), section.place());
      settings.put(
          key.path(), decided(key, open, value, source, decision, section.entryPlaces("value")));
    }
  }

  private static Setting.@Nullable Confirmation confirmation(Section section) {
    String name = section.required("name", ValueType.text());
    java.time.LocalDate date = section.required("date", ValueType.date());
    section.close();
    return name == null || date == null ? null : new Setting.Confirmation(name, date);
  }

  private void reportUnasked(SettingKey<?> key, @Nullable Setting<?> setting, Place place) {
    if (!mentioned.contains(key.path())) {
      findings.error(ReadingRule.DECIDES_ABSENT, place, "name", key.path(), "file", PROTOCOL_FILE);
    } else if (setting != null) {
      findings.error(
          ReadingRule.DECIDES_STATED,
          place,
          "name",
          key.path(),
          "value",
          setting.show(org.lodestar.trial.fact.Language.EN));
    }
  }

  private static <T> Setting<T> decided(
      SettingKey<T> key,
      Setting<?> open,
      T value,
      Words source,
      Setting.Decision decision,
      List<Place> entries) {
    return new Setting<>(
        key,
        value,
        decision.confirmed() == null
            ? Setting.Status.DECIDED_EXAMPLE
            : Setting.Status.DECIDED_CONFIRMED,
        source,
        open.note(),
        open.deciders(),
        decision,
        decision.place(),
        entries);
  }
}
