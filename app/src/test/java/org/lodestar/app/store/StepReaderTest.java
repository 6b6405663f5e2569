package org.lodestar.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.TrialIndex.FormStep;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Kind;
import org.lodestar.trial.fact.ParticipantCode;

class StepReaderTest {
  private static final String FORM = "7 1709251200000 3 form-saved form/S-004/cycle-1/dose/2";
  private final StepReader reader = new StepReader();

  private FormStep read(long seq, String line) {
    return reader.read(seq, line, 0, line.length());
  }

  @Test
  void aLineOfAFormIsItsStep() {
    assertThat(read(7, FORM))
        .isEqualTo(
            new FormStep(
                7,
                Instant.parse("2024-03-01T00:00:00Z"),
                new FormInstance(new ParticipantCode("S-004"), "cycle-1", "dose", 2),
                3,
                Kind.FORM_SAVED));
  }

  @Test
  void aLineOfAnotherStreamIsNoStep() {
    assertThat(read(7, "7 1709251200000 3 cut-named trial")).isNull();
  }

  @Test
  void aLineIsReadWhereItStandsAmongOthers() {
    String lines = "6 1 1 x y\n" + FORM + "\n8 1 1 x y";
    assertThat(reader.read(7, lines, 10, 10 + FORM.length())).isEqualTo(read(7, FORM));
  }

  @Test
  void aFactThatIsNotWhereItsTurnIsIsMissing() {
    assertThatThrownBy(() -> read(6, FORM))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.error()).isEqualTo(StoreErrors.FACT_MISSING))
        .hasMessageContaining("after fact 5 comes 7");
    assertThatThrownBy(() -> reader.read(8, FORM, FORM.length() + 1, FORM.length()))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.error()).isEqualTo(StoreErrors.FACT_MISSING));
  }

  @ParameterizedTest
  @CsvSource({
    "7",
    "7 1 1",
    "x 1 1 form-saved form/S-004/cycle-1/dose/2",
    "7 noon 1 form-saved form/S-004/cycle-1/dose/2",
    "7 1 1 Form-Saved form/S-004/cycle-1/dose/2",
    "7 1 1 form-saved form/S-004/cycle-1/dose",
    "7 1 1 form-saved form/S-004/cycle-1/dose/0"
  })
  void aLineThatNoFactCanHaveIsDamage(String line) {
    assertThatThrownBy(() -> read(7, line))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.error()).isEqualTo(StoreErrors.DAMAGED));
  }
}
