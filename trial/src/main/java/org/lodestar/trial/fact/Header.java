package org.lodestar.trial.fact;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a fact but its content: who, when, where, in which order, under which bundle.
 *
 * @param at UTC of the server in milliseconds, never before the predecessor's
 * @param batch the seq of the first fact of the same command
 */
public record Header(
    long seq,
    long batch,
    Instant at,
    String actor,
    Role role,
    String site,
    @Nullable ParticipantCode participant,
    Stream stream,
    long version,
    Kind kind,
    int schema,
    Digest bundle,
    String software,
    String commandId) {

  private static final String KIND = "kind";
  private static final String ROLE = "role";

  /** The header as an archive shows it. */
  public Json.Members toJson() {
    SortedMap<String, Json> members = new TreeMap<>();
    fields((name, value) -> members.put(name, Json.text(value)));
    return new Json.Members(members);
  }

  /**
   * The canonical object of the whole fact: the header's members, the digests of the content and
   * the hash of the fact before.
   */
  String canonical(MemberDigests content, Digest prev) {
    StringBuilder out = new StringBuilder(content.length() + 1024).append('{');
    fields(
        (name, value) -> {
          if (name.equals(KIND)) {
            out.append("\"content\":");
            content.write(out);
            out.append(',');
          } else if (name.equals(ROLE)) {
            append(out, "prev", prev.hex());
          }
          append(out, name, value);
        });
    out.setCharAt(out.length() - 1, '}');
    return out.toString();
  }

  private static void append(StringBuilder out, String name, String value) {
    out.append('"').append(name).append("\":");
    Canonical.writeText(value, out);
    out.append(',');
  }

  /** Every member in the order of the names, which is the order in which they are hashed. */
  private void fields(BiConsumer<String, String> each) {
    each.accept("actor", actor);
    each.accept("at", at.toString());
    each.accept("batch", Long.toString(batch));
    each.accept("bundle", bundle.hex());
    each.accept("commandId", commandId);
    each.accept(KIND, kind.key());
    if (participant != null) {
      each.accept("participant", participant.text());
    }
    each.accept(ROLE, role.key());
    each.accept("schema", Long.toString(schema));
    each.accept("seq", Long.toString(seq));
    each.accept("site", site);
    each.accept("software", software);
    each.accept("stream", stream.path());
    each.accept("version", Long.toString(version));
  }
}
