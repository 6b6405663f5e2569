package org.lodestar.app.imaging;

import java.util.List;
import java.util.Optional;
import org.lodestar.trial.fact.ParticipantCode;

/** Where the images of participants are found; they are never part of the log. */
public interface CaseShelf {
  /** A shelf without images. */
  CaseShelf EMPTY = (participant, rules) -> Optional.empty();

  /** A participant's case with its stream, prepared by the trial's rules. */
  Optional<ShownCase> find(ParticipantCode participant, ReviewRules rules);

  /** The first of these participants whose case is known to show a target that is too short. */
  default Optional<ParticipantCode> tooShort(List<ParticipantCode> participants) {
    return Optional.empty();
  }

  /** A case and the bytes that a viewer takes from it. */
  record ShownCase(ReviewCase review, CaseStream stream) {
    ShownCase(ReviewCase review) {
      this(review, new CaseStream(review));
    }
  }
}
