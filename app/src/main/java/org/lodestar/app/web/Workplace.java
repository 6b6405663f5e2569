package org.lodestar.app.web;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Role;
import org.lodestar.app.store.CommandBus;

/** What the pages work on: one log, its named cuts, the clock shown on every page. */
public interface Workplace {

  /** A moment of the log that can be looked at. */
  record Moment(String name, long seq, Digest head, LocalDate today, boolean isHead) {}

  /** The head of the log first, then the named cuts, oldest first. */
  List<Moment> moments();

  /** What the clock on the wall says at the head of the log, in the site's zone. */
  ZonedDateTime now();

  /** Asks the state at a moment; the question must not keep what it was given. */
  <T> T ask(Moment moment, Function<TrialState, T> question);

  /** Sends a command to the head of the log. */
  CommandBus.Answer send(Command command, Role role, String commandId);

  /** Whether the log is simulated, so that every page says SYNTHETIC. */
  boolean isSimulated();
}
