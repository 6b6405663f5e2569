package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Reader;

/**
 * A tumour assessment as far as treatment asks for it.
 *
 * @param response as it was read, by its code
 * @param judgedStable whether the investigator judged the disease clinically stable
 */
public record AssessedDisease(
    Derived<LocalDate> on, Derived<String> response, Derived<Boolean> judgedStable) {
  private static final String PROGRESSION = "PD";
  private static final String NOT_EVALUABLE = "NE";

  /** Those of which the day and the response are recorded, in the order of their days. */
  public static List<AssessedDisease> read(Sheets sheets) {
    return inOrder(
        sheets.readBy(Reader.INVESTIGATOR, "tumour-assessment").stream()
            .map(
                sheet ->
                    new AssessedDisease(
                        sheet.date("assessed-on"),
                        sheet.text("response"),
                        sheet.yes("clinically-stable")))
            .filter(assessed -> assessed.on().isKnown() && assessed.response().isKnown())
            .toList());
  }

  static List<AssessedDisease> inOrder(List<AssessedDisease> assessments) {
    return assessments.stream()
        .sorted(Comparator.comparing((AssessedDisease assessed) -> assessed.on().get()))
        .toList();
  }

  public boolean isProgression() {
    return response.get().equals(PROGRESSION);
  }

  public boolean isEvaluable() {
    return !response.get().equals(NOT_EVALUABLE);
  }
}
