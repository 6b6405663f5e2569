package org.lodestar.trial.fact;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one item of a form holds after a save. */
public sealed interface Entry {

  /**
   * A value as it was entered, or the coded reason why there is none.
   *
   * @param text as entered, empty when the value is missing
   * @param unit the unit entered beside it, or null
   * @param missing the reason code ({@code not-done}, {@code unknown}, {@code not-applicable}), or
   *     null when there is a value
   * @param origin {@link #TYPED}, or where an imported value came from
   */
  record Value(String text, @Nullable String unit, @Nullable String missing, String origin)
      implements Entry {
    public Value {
      if (text.isEmpty() == (missing == null)) {
        throw new IllegalArgumentException(
            "an entry holds either a text or the reason why it is missing; got text ["
                + text
                + "], missing "
                + missing);
      }
    }
  }

  /** A value that was taken out because it held personal data; the fact named says who and why. */
  record Redacted(Digest digest, long bySeq) implements Entry {}

  String TYPED = "typed";

  static Entry typed(String text) {
    return new Value(text, null, null, TYPED);
  }

  static Entry typed(String text, String unit) {
    return new Value(text, unit, null, TYPED);
  }

  static Entry missing(String reason) {
    return new Value("", null, reason, TYPED);
  }

  /** The member of the content that stands for this entry. */
  default Json toJson() {
    SortedMap<String, Json> members = new TreeMap<>();
    switch (this) {
      case Redacted redacted -> {
        members.put("redacted", Json.text(redacted.digest().hex()));
        members.put("by", Json.number(redacted.bySeq()));
      }
      case Value value -> {
        members.put("text", Json.text(value.text()));
        putIfThere(members, "unit", value.unit());
        putIfThere(members, "missing", value.missing());
        if (!value.origin().equals(TYPED)) {
          members.put("origin", Json.text(value.origin()));
        }
      }
    }
    return new Json.Members(members);
  }

  private static void putIfThere(
      SortedMap<String, Json> members, String name, @Nullable String text) {
    if (text != null) {
      members.put(name, Json.text(text));
    }
  }
}
