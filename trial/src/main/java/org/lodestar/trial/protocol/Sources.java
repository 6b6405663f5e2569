package org.lodestar.trial.protocol;

import java.util.List;

/**
 * The table of sources of a file: a place in the trial's documents is written once, in both
 * languages, and named by its key wherever it is the source of something.
 */
final class Sources {
  static final String NAME = "sources";
  private static final String SOURCE = "source";

  private final YamlNode.Members table;
  private final Findings.Builder findings;

  private Sources(YamlNode.Members table, Findings.Builder findings) {
    this.table = table;
    this.findings = findings;
  }

  /** The same tree with the words of the table wherever a {@code source} names a key of it. */
  static YamlNode resolve(YamlNode root, Findings.Builder findings) {
    return root instanceof YamlNode.Members members
            && members.get(NAME) instanceof YamlNode.Members table
        ? new Sources(table, findings).resolve(root)
        : root;
  }

  private YamlNode resolve(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> scalar;
      case YamlNode.Items items ->
          new YamlNode.Items(items.values().stream().map(this::resolve).toList(), items.place());
      case YamlNode.Members members ->
          new YamlNode.Members(
              members.values().stream().map(this::resolve).toList(), members.place());
    };
  }

  private YamlNode.Member resolve(YamlNode.Member member) {
    YamlNode value =
        member.name().equals(SOURCE) && member.value() instanceof YamlNode.Scalar key
            ? words(key)
            : resolve(member.value());
    return new YamlNode.Member(member.name(), value, member.place());
  }

  private YamlNode words(YamlNode.Scalar key) {
    YamlNode words = table.get(key.text());
    if (words != null || key.isNull()) {
      return words == null ? key : words;
    }
    List<String> known = table.values().stream().map(YamlNode.Member::name).toList();
    findings.error(
        ReadingRule.UNKNOWN_SOURCE,
        key.place(),
        "value",
        key.text(),
        "nearest",
        Nearest.to(key.text(), known).map(name -> " (" + name + "?)").orElse(""),
        "allowed",
        String.join(", ", known));
    return UNREADABLE;
  }

  /** Stands where a source could not be found, so that it is reported once. */
  private static final YamlNode UNREADABLE = unreadable();

  private static YamlNode unreadable() {
    Place nowhere = Place.file("");
    YamlNode.Scalar text = new YamlNode.Scalar("?", false, nowhere);
    return new YamlNode.Members(
        List.of(new YamlNode.Member("en", text, nowhere), new YamlNode.Member("zh", text, nowhere)),
        nowhere);
  }
}
