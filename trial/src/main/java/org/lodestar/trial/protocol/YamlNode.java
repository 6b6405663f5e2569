package org.lodestar.trial.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A YAML document as a tree that knows its lines. Scalars stay the text that was written. */
sealed interface YamlNode {
  Place place();

  /**
   * @param plain written without quotes, so that {@code null} means nothing
   */
  record Scalar(String text, boolean plain, Place place) implements YamlNode {
    boolean isNull() {
      return plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }
  }

  record Items(List<YamlNode> values, Place place) implements YamlNode {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A mapping; each name stands once, in the order of the file. */
  record Members(List<Member> values, Place place) implements YamlNode {
    public Members {
      values = List.copyOf(values);
    }

    @Nullable Member member(String name) {
      for (Member member : values) {
        if (member.name().equals(name)) {
          return member;
        }
      }
      return null;
    }

    @Nullable YamlNode get(String name) {
      Member member = member(name);
      return member == null ? null : member.value();
    }
  }

  /**
   * @param place where the name stands
   */
  record Member(String name, YamlNode value, Place place) {}

  static boolean isNull(YamlNode node) {
    return node instanceof Scalar scalar && scalar.isNull();
  }
}
