package org.lodestar.trial.fact;

import org.jspecify.annotations.Nullable;

/** A fact as {@code decide} wishes it, before the store gives it number, instant and hash. */
public record Draft(
    Stream stream, @Nullable ParticipantCode participant, Body body, @Nullable String reason) {
  public Draft {
    if (stream instanceof Stream.Casebook) {
      throw new IllegalArgumentException(
          stream.path() + " is read as a whole; a fact belongs to a stream of its own");
    }
  }

  public static Draft of(Stream stream, Body body) {
    return new Draft(stream, null, body, null);
  }

  public static Draft of(Stream stream, ParticipantCode participant, Body body) {
    return new Draft(stream, participant, body, null);
  }
}
