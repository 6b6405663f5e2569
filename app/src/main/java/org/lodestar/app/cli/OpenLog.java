package org.lodestar.app.cli;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Ports;
import org.lodestar.trial.TrialRule;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.CaptureRule;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Protocol;

/** Opens the log of the data folder for commands that ask about a trial or a participant. */
public final class OpenLog {
  private OpenLog() {}

  public static CommandBus bus(Session session) {
    Ports ports = Ports.real("lodestar " + Software.version());
    return new CommandBus(FactLogs.open(session.data(), ports), InstantSource.system());
  }

  /**
   * A screening code as it was typed.
   *
   * @throws Failure when it is none
   */
  public static ParticipantCode code(String text) {
    try {
      return new ParticipantCode(text);
    } catch (IllegalArgumentException e) {
      throw CliRule.WRONG_VALUE.because(
          e, "name", "CODE", "value", text, "allowed", "S-001 .. S-999999");
    }
  }

  /**
   * Where a participant stands.
   *
   * @throws Failure when nobody has this code
   */
  public static Standing standing(TrialState state, ParticipantCode code) {
    Standing standing = state.index().enrolment().standing(code);
    if (standing == null) {
      throw new Failure(
          Exit.NOT_FOUND, Message.of(CaptureRule.UNKNOWN_PARTICIPANT.words(), "code", code.text()));
    }
    return standing;
  }

  /**
   * The protocol in force.
   *
   * @throws Failure when none was activated
   */
  public static Protocol protocol(TrialState state) {
    @Nullable Digest bundle = state.index().bundle();
    if (bundle == null) {
      throw new Failure(Exit.REFUSED, Message.of(TrialRule.NO_PROTOCOL.words()));
    }
    return state.protocol(bundle);
  }
}
