package org.lodestar.trial.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;

/** A unit that nobody knows is asked for and never guessed. */
class UnitQuestionTest {
  private static final Protocol PROTOCOL = Book.protocol();

  private static List<UnitQuestion> ask(String item, String entered) {
    Book book = new Book().form("cycle-1", "laboratory", "sampled-on", "2025-01-06", item, entered);
    return UnitQuestion.derive(book.sheets(), PROTOCOL.forms());
  }

  @ParameterizedTest
  @CsvSource({
    "creatinine, 80 umol/L, false",
    "creatinine, 0.9 mg/dL, false",
    "creatinine, 80 mmol/L, true",
    "creatinine, 80, true",
    "platelets, 200 10^9/L, false",
    "platelets, 200 furlong, true",
    "alt-uln, 40 kat/L, true",
    "alt-uln, 40 U/L, false",
    "creatinine, ?not-done, false"
  })
  void aStoredValueIsAskedAboutWhenItsUnitIsNotOneOfTheForms(
      String item, String entered, boolean asked) {
    assertThat(ask(item, entered)).hasSize(asked ? 1 : 0);
  }

  @Test
  void theQuestionNamesTheValueTheDayAndTheUnitsThatAreKnown() {
    UnitQuestion question = ask("creatinine", "80 mmol/L").getFirst();

    assertThat(question.item()).isEqualTo("laboratory.creatinine");
    assertThat(question.asked().sentence(Language.EN))
        .isEqualTo(
            "Creatinine of 2025-01-06 was entered as 80 mmol/L; its unit is none of umol/L, mg/dL,"
                + " so that nothing is graded by it. Ask the site for the unit");
    assertThat(question.asked().sentence(Language.ZH)).contains("肌酐", "80 mmol/L", "查询单位");
    assertThat(question.asked().facts()).hasSize(2);
  }

  @Test
  void theSameValueHasNoGrade() {
    Book book =
        new Book()
            .form("cycle-1", "laboratory", "sampled-on", "2025-01-06", "platelets", "20 furlong");

    assertThat(
            LaboratoryGrading.derive(book.sheets(), PROTOCOL, TreatmentDates.read(book.sheets())))
        .isNotEmpty()
        .allMatch(finding -> !finding.grade().isKnown());
  }
}
