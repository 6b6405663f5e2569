package org.lodestar.trial.fact;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** The header as an archive shows it. */
  public Json.Members toJson() {
    return new Json.Members(members());
  }

  /** The members of the header in the canonical form that is hashed. */
  SortedMap<String, Json> members() {
    SortedMap<String, Json> members = new TreeMap<>();
    members.put("seq", Json.number(seq));
    members.put("batch", Json.number(batch));
    members.put("at", Json.text(at.toString()));
    members.put("actor", Json.text(actor));
    members.put("role", Json.text(role.key()));
    members.put("site", Json.text(site));
    if (participant != null) {
      members.put("participant", Json.text(participant.text()));
    }
    members.put("stream", Json.text(stream.path()));
    members.put("version", Json.number(version));
    members.put("kind", Json.text(kind.key()));
    members.put("schema", Json.number(schema));
    members.put("bundle", Json.text(bundle.hex()));
    members.put("software", Json.text(software));
    members.put("commandId", Json.text(commandId));
    return members;
  }
}
