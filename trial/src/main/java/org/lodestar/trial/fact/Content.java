package org.lodestar.trial.fact;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The members of a fact's body. Each is salted and digested by itself, so that one can be taken out
 * later without breaking the chain.
 */
public record Content(SortedMap<String, Json> members) {
  /** The member that holds the reason for the change, whatever the kind. */
  public static final String REASON = "reason";

  /** What stands where a text was taken out. */
  public static final String REDACTED = "[redacted]";

  public Content {
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
  }

  /** The same content with the reason for the change. */
  public Content withReason(@Nullable String reason) {
    return reason == null ? this : with(REASON, Json.text(reason));
  }

  /** The same content with a member put or replaced. */
  public Content with(String member, Json value) {
    SortedMap<String, Json> more = new TreeMap<>(members);
    more.put(member, value);
    return new Content(more);
  }

  public @Nullable String optionalText(String member) {
    Json json = members.get(member);
    return json == null ? null : textOf(member, json);
  }

  public String text(String member) {
    String text = optionalText(member);
    if (text == null) {
      throw new IllegalArgumentException("the body lacks its member " + member);
    }
    return text;
  }

  public long number(String member) {
    return Long.parseLong(text(member));
  }

  public boolean flag(String member) {
    if (members.get(member) instanceof Json.Flag flag) {
      return flag.value();
    }
    throw new IllegalArgumentException("the body lacks its yes-or-no member " + member);
  }

  public List<String> texts(String member) {
    if (members.get(member) instanceof Json.Items items) {
      return items.values().stream().map(value -> textOf(member, value)).toList();
    }
    throw new IllegalArgumentException("the body lacks its list " + member);
  }

  private static String textOf(String member, Json json) {
    return switch (json) {
      case Json.Text text -> text.value();
      case Json.Members members when members.values().containsKey("redacted") -> REDACTED;
      default -> throw new IllegalArgumentException("member " + member + " is not a text");
    };
  }
}
