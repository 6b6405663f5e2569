package org.lodestar.trial.enrolment;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.ParticipantCode;

/** Commands about who enters the trial. */
public sealed interface EnrolmentCommand extends Command {

  /** The first consent: gives the next screening code and saves the consent form with it. */
  record RegisterParticipant(SortedMap<String, Entry> consent) implements EnrolmentCommand {
    public RegisterParticipant {
      consent = Collections.unmodifiableSortedMap(new TreeMap<>(consent));
    }
  }

  /** Enrols a screened participant, if every criterion is met and the cap allows one more. */
  record Enrol(ParticipantCode code) implements EnrolmentCommand {}

  /** Ends a screening without enrolment. */
  record FailScreening(ParticipantCode code, ScreenFailure cause, @Nullable String reason)
      implements EnrolmentCommand {}
}
