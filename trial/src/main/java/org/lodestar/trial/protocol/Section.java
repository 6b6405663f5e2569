package org.lodestar.trial.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a YAML file while it is read. It reports what is missing or wrong and remembers the
 * names asked for, so that {@link #close} reports the others with the nearest legal name. A reader
 * asks for all names first, closes, and then uses the values if none is null:
 *
 * <pre>{@code
 * Section form = Section.of(node, findings);
 * Words label = form.required("label", ValueType.words());
 * form.close();
 * }</pre>
 */
final class Section {
  private final YamlNode.Members members;
  private final Place place;
  private final boolean readable;
  private final Findings.Builder findings;
  private final Set<String> asked = new LinkedHashSet<>();

  private Section(
      YamlNode.Members members, Place place, boolean readable, Findings.Builder findings) {
    this.members = members;
    this.place = place;
    this.readable = readable;
    this.findings = findings;
  }

  /** The section of a node; anything else than a mapping is reported once and read as empty. */
  static Section of(YamlNode node, Findings.Builder findings) {
    return of(node, node.place(), findings);
  }

  private static Section of(YamlNode node, Place place, Findings.Builder findings) {
    if (node instanceof YamlNode.Members members) {
      return new Section(members, place, true, findings);
    }
    findings.error(
        ReadingRule.WRONG_SHAPE, node.place(), "value", shape(node), "allowed", "name: value");
    YamlNode.Members none = new YamlNode.Members(List.of(), node.place());
    return new Section(none, place, false, findings);
  }

  /** How a node is called in a finding: its text, or its shape. */
  static String shape(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> scalar.isNull() ? "null" : "\"" + scalar.text() + "\"";
      case YamlNode.Items items -> "[...] (" + items.values().size() + ")";
      case YamlNode.Members mapping -> "{...} (" + mapping.values().size() + ")";
    };
  }

  /** Where the name of the section stands. */
  Place place() {
    return place;
  }

  /** Whether it is a mapping at all; when not, that is reported and nothing else need be. */
  boolean isReadable() {
    return readable;
  }

  /** Where a name stands, or the section itself when it is absent. */
  Place place(String name) {
    YamlNode.Member member = members.member(name);
    return member == null ? place : member.place();
  }

  /** Where the entries of the list under a name stand; empty when it is no list. */
  List<Place> entryPlaces(String name) {
    return members.get(name) instanceof YamlNode.Items items
        ? items.values().stream().map(YamlNode::place).toList()
        : List.of();
  }

  List<String> names() {
    return members.values().stream().map(YamlNode.Member::name).toList();
  }

  boolean has(String name) {
    YamlNode node = optional(name);
    return node != null && !YamlNode.isNull(node);
  }

  /** The node of a name, or null; the name is legal from now on. */
  @Nullable YamlNode optional(String name) {
    asked.add(name);
    return members.get(name);
  }

  /** The value of a name that must be there; null when it is missing or wrong, and reported. */
  <T> @Nullable T required(String name, ValueType<T> type) {
    YamlNode node = optional(name);
    if (node == null) {
      missing(name, type.allowed());
      return null;
    }
    return type.read(node, findings);
  }

  /** The value of a name that may be absent or null; null also when it is wrong, and reported. */
  <T> @Nullable T optional(String name, ValueType<T> type) {
    YamlNode node = optional(name);
    return node == null || YamlNode.isNull(node) ? null : type.read(node, findings);
  }

  void missing(String name, String allowed) {
    if (readable) {
      findings.error(ReadingRule.MISSING_NAME, place, "name", name, "allowed", allowed);
    }
  }

  /** The mapping under a name, when it is there. */
  Optional<Section> section(String name) {
    YamlNode.Member member = members.member(name);
    return has(name) && member != null
        ? Optional.of(of(member.value(), member.place(), findings))
        : Optional.empty();
  }

  /** The mappings in the list under a name; empty when it is absent. */
  List<Section> sections(String name) {
    YamlNode node = optional(name);
    List<Section> sections = new ArrayList<>();
    if (node instanceof YamlNode.Items items) {
      items.values().forEach(item -> sections.add(of(item, findings)));
    } else if (node != null && !YamlNode.isNull(node)) {
      findings.error(
          ReadingRule.WRONG_SHAPE, node.place(), "value", shape(node), "allowed", "- ...");
    }
    return sections;
  }

  /** All members as sections, in the order of the file; each name is legal. */
  Map<String, Section> named() {
    Map<String, Section> sections = new LinkedHashMap<>();
    for (YamlNode.Member member : members.values()) {
      asked.add(member.name());
      sections.put(member.name(), of(member.value(), member.place(), findings));
    }
    return sections;
  }

  /** Reports every name that nobody asked for. */
  void close() {
    for (YamlNode.Member member : members.values()) {
      if (!asked.contains(member.name())) {
        findings.error(
            ReadingRule.UNKNOWN_NAME,
            member.place(),
            "name",
            member.name(),
            "nearest",
            Nearest.to(member.name(), asked).map(name -> " (" + name + "?)").orElse(""),
            "allowed",
            String.join(", ", asked));
      }
    }
  }
}
