package org.lodestar.app.simulate;

import java.time.Instant;
import java.time.InstantSource;

/** Shows the instant that the simulation has reached. */
public final class SimulatedClock implements InstantSource {
  private Instant now;

  public SimulatedClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves to an instant; time never runs backwards. */
  void moveTo(Instant instant) {
    if (instant.isAfter(now)) {
      now = instant;
    }
  }
}
