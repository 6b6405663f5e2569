package org.lodestar.trial.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML file into a {@link YamlNode}. Built on the parser's events, because a tree built
 * by the library would already have followed aliases and nested without limit. Anchors, aliases,
 * tags, second documents and duplicate names are refused, each with its line.
 */
final class YamlReader {
  static final int MAX_CHARACTERS = 2_000_000;
  static final int MAX_DEPTH = 40;

  private final String file;
  private final Findings.Builder findings;
  private final Iterator<Event> events;

  private YamlReader(String file, String text, Findings.Builder findings) {
    this.file = file;
    this.findings = findings;
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(MAX_CHARACTERS).build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /** The tree, or null when the file is not readable YAML; the findings then say why. */
  static @Nullable YamlNode read(String file, byte[] bytes, Findings.Builder findings) {
    Optional<String> text = decode(bytes);
    if (text.isEmpty()) {
      findings.error(ReadingRule.NOT_UTF_8, Place.file(file));
      return null;
    }
    if (text.get().length() > MAX_CHARACTERS) {
      findings.error(
          ReadingRule.TOO_LARGE,
          Place.file(file),
          "value",
          Integer.toString(text.get().length()),
          "allowed",
          Integer.toString(MAX_CHARACTERS));
      return null;
    }
    return parse(file, text.get(), findings);
  }

  private static Optional<String> decode(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static @Nullable YamlNode parse(String file, String text, Findings.Builder findings) {
    try {
      return new YamlReader(file, text, findings).document();
    } catch (TooDeep e) {
      findings.error(ReadingRule.TOO_DEEP, e.place, "allowed", Integer.toString(MAX_DEPTH));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      findings.error(
          ReadingRule.NOT_YAML, new Place(file, line, ""), "problem", oneLine(e.getProblem()));
    } catch (YamlEngineException e) {
      findings.error(
          ReadingRule.NOT_YAML,
          Place.file(file),
          "problem",
          oneLine(String.valueOf(e.getMessage())));
    }
    return null;
  }

  private static String oneLine(String problem) {
    return problem.lines().findFirst().orElse("unreadable").strip();
  }

  private @Nullable YamlNode document() {
    YamlNode root = null;
    while (events.hasNext()) {
      Event event = events.next();
      if (event.getEventId() == Event.ID.DocumentStart) {
        if (root != null) {
          findings.error(ReadingRule.ONE_DOCUMENT, place(event, ""));
          return null;
        }
        root = node(events.next(), "", 0);
      }
    }
    if (root == null) {
      findings.error(ReadingRule.EMPTY, Place.file(file), "allowed", "format");
    }
    return root;
  }

  private YamlNode node(Event event, String path, int depth) {
    Place place = place(event, path);
    if (depth > MAX_DEPTH) {
      throw new TooDeep(place);
    }
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar, place);
      case AliasEvent alias -> alias(place);
      case CollectionStartEvent start when start.getEventId() == Event.ID.SequenceStart ->
          items(start, place, depth);
      case CollectionStartEvent start -> members(start, place, depth);
      default -> throw new IllegalStateException("no YAML node starts with " + event);
    };
  }

  private YamlNode scalar(ScalarEvent event, Place place) {
    refuseAnchor(event.getAnchor(), place);
    refuseTag(event.getTag(), place);
    boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
    return new YamlNode.Scalar(event.getValue(), plain, place);
  }

  private YamlNode alias(Place place) {
    findings.error(ReadingRule.NO_ALIASES, place);
    return new YamlNode.Scalar("", true, place);
  }

  private YamlNode items(CollectionStartEvent start, Place place, int depth) {
    refuseAnchor(start.getAnchor(), place);
    refuseTag(start.getTag(), place);
    List<YamlNode> values = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      values.add(node(event, place.path() + "[" + (values.size() + 1) + "]", depth + 1));
    }
    return new YamlNode.Items(values, place);
  }

  private YamlNode members(CollectionStartEvent start, Place place, int depth) {
    refuseAnchor(start.getAnchor(), place);
    refuseTag(start.getTag(), place);
    MemberList members = new MemberList();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      YamlNode name = node(event, place.path(), depth + 1);
      String text = name instanceof YamlNode.Scalar scalar ? scalar.text() : "";
      if (!(name instanceof YamlNode.Scalar)) {
        findings.error(ReadingRule.NAME_IS_TEXT, name.place());
      }
      String path = place.path().isEmpty() ? text : place.path() + "." + text;
      YamlNode value = node(events.next(), path, depth + 1);
      members.add(new YamlNode.Member(text, value, new Place(file, name.place().line(), path)));
    }
    return new YamlNode.Members(members.list, place);
  }

  /** Members in order; a second one of the same name is reported and dropped. */
  private final class MemberList {
    private final java.util.Map<String, Integer> lines = new java.util.HashMap<>();
    private final List<YamlNode.Member> list = new ArrayList<>();

    void add(YamlNode.Member member) {
      Integer first = lines.putIfAbsent(member.name(), member.place().line());
      if (first == null) {
        list.add(member);
        return;
      }
      findings.error(
          ReadingRule.DUPLICATE_NAME,
          member.place(),
          "name",
          member.name(),
          "first",
          first.toString());
    }
  }

  private void refuseAnchor(Optional<Anchor> anchor, Place place) {
    if (anchor.isPresent()) {
      findings.error(ReadingRule.NO_ALIASES, place);
    }
  }

  private void refuseTag(Optional<String> tag, Place place) {
    tag.ifPresent(name -> findings.error(ReadingRule.NO_TAGS, place, "value", name));
  }

  private Place place(Event event, String path) {
    return new Place(file, event.getStartMark().map(Mark::getLine).orElse(-1) + 1, path);
  }

  /** Ends the reading of a file that nests without end. */
  private static final class TooDeep extends RuntimeException {
    private final transient Place place;

    TooDeep(Place place) {
      super("nested too deep");
      this.place = place;
    }
  }
}
