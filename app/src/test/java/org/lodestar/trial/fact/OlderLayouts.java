package org.lodestar.trial.fact;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A made-up newer layout, in which {@code lab.old} is called {@code lab.new}. */
public final class OlderLayouts {
  private OlderLayouts() {}

  public static Body readRenamed(Kind kind, int schema, Content content) {
    if (kind != Kind.FORM_SAVED) {
      return Body.read(kind, schema, content);
    }
    List<Upcast.Step> steps = List.of(new Upcast.Step(kind, 1, OlderLayouts::rename));
    return BodyForm.read(kind, Upcast.toCurrent(kind, schema, content, 2, steps));
  }

  private static Content rename(Content content) {
    SortedMap<String, Json> members = new TreeMap<>(content.members());
    Json value = members.remove("lab.old");
    if (value != null) {
      members.put("lab.new", value);
    }
    return new Content(members);
  }
}
