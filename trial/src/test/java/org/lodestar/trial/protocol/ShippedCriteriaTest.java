package org.lodestar.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Message;

/** The criteria of the shipped trial speak of items that its forms have. */
class ShippedCriteriaTest {
  private static final Bundle BUNDLE = Bundle.of(TrialFolder.files(""));
  private static final Vocabulary VOCABULARY = Forms.read(BUNDLE).forms().vocabulary();
  private static final List<Criterion> CRITERIA = criteria();

  private static List<Criterion> criteria() {
    Protocol.Reading reading = Protocol.read(BUNDLE);
    assertThat(reading).isInstanceOf(Protocol.Reading.Read.class);
    return ((Protocol.Reading.Read) reading).protocol().criteria();
  }

  @Test
  void everyCriterionIsAnExpressionOverTheForms() {
    assertThat(CRITERIA).isNotEmpty();
    for (Criterion criterion : CRITERIA) {
      List<Message> faults =
          VOCABULARY.expression(criterion.expression()).faults().stream()
              .map(Expression.Fault::message)
              .toList();
      assertThat(faults).as(criterion.key()).isEmpty();
    }
  }

  @Test
  void aParticipantOfWhomNothingIsKnownMeetsAndFailsNoCriterion() {
    for (Criterion criterion : CRITERIA) {
      assertThat(VOCABULARY.expression(criterion.expression()).evaluate(key -> null))
          .as(criterion.key())
          .isInstanceOf(Verdict.Missing.class);
    }
  }
}
