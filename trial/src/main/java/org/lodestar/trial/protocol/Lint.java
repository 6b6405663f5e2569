package org.lodestar.trial.protocol;

import java.util.Set;
import java.util.stream.Collectors;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;

/** Reads a trial's folder critically. */
public final class Lint {
  private Lint() {}

  /** Everything to say about a folder: its errors when it cannot be read, else all notes. */
  public static Findings check(Bundle bundle) {
    return switch (Protocol.read(bundle)) {
      case Protocol.Reading.Refused refused -> refused.findings();
      case Protocol.Reading.Read read -> read.findings().and(check(read.protocol()));
    };
  }

  /** All notes about a protocol: contradictions, and what is open. */
  public static Findings check(Protocol protocol) {
    return contradictions(Claims.of(protocol)).and(open(protocol));
  }

  /** Where claims do not fit each other; the same for a protocol and for a registry record. */
  public static Findings contradictions(Claims claims) {
    return Contradictions.in(claims);
  }

  /** What nobody has decided or confirmed yet: one note for each setting. */
  public static Findings open(Protocol protocol) {
    Findings.Builder findings = new Findings.Builder();
    protocol.open().forEach(setting -> noteOpen(setting, findings));
    Set<String> mentioned =
        protocol.settings().stream()
            .map(setting -> setting.key().path())
            .collect(Collectors.toSet());
    for (String group : Catalogue.groups()) {
      for (SettingKey<?> key : Catalogue.keys(group)) {
        noteAbsent(key, group, protocol, mentioned, findings);
      }
    }
    return findings.build();
  }

  private static void noteOpen(Setting<?> setting, Findings.Builder findings) {
    Words label = label(setting.key());
    Words deciders =
        Contradictions.joined(setting.deciders().stream().map(Decider::words).toList());
    if (setting.status() == Setting.Status.UNSPECIFIED) {
      findings.note(LintRule.NOT_DECIDED, setting.place(), "label", label, "deciders", deciders);
    } else {
      findings.note(
          LintRule.EXAMPLE_VALUE,
          setting.place(),
          "label",
          label,
          "value",
          shortened(setting),
          "deciders",
          deciders);
    }
  }

  /** A long list is named by its length: a note is one sentence. */
  private static Words shortened(Setting<?> setting) {
    if (setting.entries().size() > 3) {
      int entries = setting.entries().size();
      return new Words("a list of " + entries, "共 " + entries + " 项");
    }
    return new Words(setting.show(Language.EN), setting.show(Language.ZH));
  }

  private static void noteAbsent(
      SettingKey<?> key,
      String group,
      Protocol protocol,
      Set<String> mentioned,
      Findings.Builder findings) {
    if (key.mayBeAbsent() || mentioned.stream().noneMatch(path -> path.startsWith(group + "."))) {
      return;
    }
    if (!key.isFamily()) {
      noteAbsent(key, mentioned, findings);
      return;
    }
    protocol.members(group).forEach(member -> noteAbsent(key.of(member), mentioned, findings));
  }

  private static void noteAbsent(
      SettingKey<?> key, Set<String> mentioned, Findings.Builder findings) {
    if (!mentioned.contains(key.path())) {
      findings.note(
          LintRule.NOT_MENTIONED, Place.file(ProtocolReader.PROTOCOL_FILE), "label", label(key));
    }
  }

  /** The label with the member of the group before it: {@code carboplatin, dose}. */
  static Words label(SettingKey<?> key) {
    String[] names = key.path().split("\\.");
    Words label = key.label();
    return names.length == 3
        ? new Words(names[1] + ", " + label.en(), names[1] + "，" + label.zh())
        : label;
  }
}
