package org.lodestar.trial.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log: what somebody said or the system recorded, never changed afterwards.
 *
 * @param reason why something saved before was changed, or null
 */
public record Fact(Header header, Body body, @Nullable String reason, Digest prev, Digest hash) {

  public long seq() {
    return header.seq();
  }

  public Instant at() {
    return header.at();
  }

  public @Nullable ParticipantCode participant() {
    return header.participant();
  }

  public Stream stream() {
    return header.stream();
  }

  /** Points to one item of this fact. */
  public FactRef ref(String item) {
    return new FactRef(seq(), item);
  }
}
