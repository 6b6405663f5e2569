package org.lodestar.trial.efficacy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.ParticipantCode;

/** The day of enrolment, as times are counted from it. */
public final class EnrolmentDay {
  private EnrolmentDay() {}

  /** Missing while the participant is not enrolled. */
  public static Derived<LocalDate> of(@Nullable Standing standing, ParticipantCode code) {
    return standing instanceof Standing.Enrolled enrolled
        ? Derived.of(EfficacyRule.ORIGIN, enrolled.on(), new FactRef(enrolled.seq(), "on"))
        : Derived.missing(
            EfficacyRule.ORIGIN, Message.of(EfficacyRule.NO_ORIGIN.words(), "origin", code));
  }
}
