package org.lodestar.trial;

import java.time.LocalDate;
import java.util.Optional;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.efficacy.EfficacyDerivation;
import org.lodestar.trial.efficacy.EnrolmentDay;
import org.lodestar.trial.efficacy.IndependentReview;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.treatment.AgentDay;
import org.lodestar.trial.treatment.TreatmentDecision;

/** What {@code decide} and {@code derive} may ask: the fold of the log up to one moment. */
public interface TrialState {
  TrialIndex index();

  /** The participant's casebook; empty when nothing was recorded about her. */
  Casebook casebook(ParticipantCode code);

  /**
   * What reading a bundle of the store gives.
   *
   * @throws IllegalArgumentException when the store has no such bundle
   */
  Protocol.Reading reading(Digest bundle);

  /**
   * What the protocol in force proposes for one agent at one visit; empty when the visit does not
   * give it or no protocol is in force.
   */
  default Optional<AgentDay> proposal(
      ParticipantCode code, String visit, LocalDate day, String agent) {
    Digest bundle = index().bundle();
    return bundle == null
        ? Optional.empty()
        : TreatmentDecision.propose(
            casebook(code),
            index().enrolment().standing(code),
            protocol(bundle),
            visit,
            day,
            agent);
  }

  /**
   * Everybody who read the participant's images, side by side, by the protocol in force.
   *
   * @param cutoff last clinical day that counts
   * @throws IllegalStateException when no protocol is in force
   */
  default IndependentReview review(ParticipantCode code, LocalDate cutoff) {
    Digest bundle = index().bundle();
    if (bundle == null) {
      throw new IllegalStateException("no protocol is in force");
    }
    Protocol protocol = protocol(bundle);
    return EfficacyDerivation.review(
        Sheets.of(casebook(code), protocol.forms()),
        protocol,
        EnrolmentDay.of(index().enrolment().standing(code), code),
        cutoff);
  }

  /**
   * The protocol of a bundle that was activated.
   *
   * @throws IllegalArgumentException when the store has no such bundle
   * @throws IllegalStateException when it cannot be read, which activation makes impossible
   */
  default Protocol protocol(Digest bundle) {
    return switch (reading(bundle)) {
      case Protocol.Reading.Read read -> read.protocol();
      case Protocol.Reading.Refused refused ->
          throw new IllegalStateException(
              "an activated bundle is unreadable: " + refused.findings());
    };
  }
}
