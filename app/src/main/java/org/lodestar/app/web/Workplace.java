package org.lodestar.app.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import org.lodestar.app.store.CommandBus;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Role;

/** What the pages work on: one log and its named cuts. */
public interface Workplace {

  /**
   * A moment of the log that can be looked at.
   *
   * @param name of the cut; empty for the head of the log
   * @param today the clinical date that the pages show as today
   * @param now by the clock of the site: the newest fact, or when the cut was named
   */
  record Moment(
      String name, long seq, Digest head, LocalDate today, LocalDateTime now, boolean isHead) {}

  /** The head of the log first, then the named cuts, oldest first. */
  List<Moment> moments();

  /** Asks the state at a moment; the question must not keep what it was given. */
  <T> T ask(Moment moment, Function<TrialState, T> question);

  /** The facts of a range, both ends included. */
  List<Fact> facts(long fromSeq, long toSeq);

  /** The facts about one participant up to a fact. */
  List<Fact> facts(ParticipantCode code, long toSeq);

  /** Sends a command to the head of the log. */
  CommandBus.Answer send(Command command, Role role, String commandId);

  /** Keeps bytes beside the log, for a fact that names their digest. */
  Digest keep(byte[] attachment);

  /** Whether the log is simulated, so that every page says SYNTHETIC. */
  boolean isSimulated();

  /** Name and version of the program. */
  String software();
}
