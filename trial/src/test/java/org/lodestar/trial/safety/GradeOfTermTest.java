package org.lodestar.trial.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.capture.CaptureCommand;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.ParticipantCode;

/** A grade that its term does not have is refused where commands are decided. */
class GradeOfTermTest {
  private static final ParticipantCode CODE = ParticipantCode.ofOrdinal(1);

  private static String refused(String form, Map<String, String> items) {
    TreeMap<String, Entry> entries = new TreeMap<>();
    items.forEach((key, text) -> entries.put(key, Entry.typed(text)));
    FormInstance instance = new FormInstance(CODE, "running", form, 1);
    return GradeOfTerm.refuse(
            Book.protocol(), new CaptureCommand.SaveForm(instance, entries, null), null)
        .map(refusal -> refusal.field() + ": " + refusal.message().in(Language.EN))
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "Alopecia, 2, ''",
    "Alopecia, 3, 'adverse-event.grade: Alopecia has no grade 3; it has 1, 2'",
    "alopecia, 5, 'adverse-event.grade: Alopecia has no grade 5; it has 1, 2'",
    "Nausea, 3, ''",
    "Nausea, 4, 'adverse-event.grade: Nausea has no grade 4; it has 1, 2, 3'",
    "no such term, 4, ''",
    "Nausea, 7, ''",
  })
  void onlyAGradeThatTheTermHasIsRecorded(String term, String grade, String refusal) {
    assertThat(
            refused(
                "adverse-event", Map.of("adverse-event.term", term, "adverse-event.grade", grade)))
        .isEqualTo(refusal);
  }

  @Test
  void formsOfOtherKindsHaveNoSuchRule() {
    assertThat(
            refused(
                "vital-signs",
                Map.of("adverse-event.term", "Alopecia", "adverse-event.grade", "4")))
        .isEmpty();
  }

  @Test
  void aGradeWithoutItsTermWaitsForTheTerm() {
    assertThat(refused("adverse-event", Map.of("adverse-event.grade", "4"))).isEmpty();
  }
}
