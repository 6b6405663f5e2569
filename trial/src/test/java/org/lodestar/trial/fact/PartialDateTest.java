package org.lodestar.trial.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-22,2026-11-23,YES",
    "2026-11-22,2026-11-22,NO",
    "2026-11,2026-12-01,YES",
    "2026-11,2026-11-15,UNKNOWN",
    "2026,2026-11-15,UNKNOWN",
    "2026-11-15,2026-11,UNKNOWN",
    "2026-11-30,2026-11,NO",
    "2027,2026-11,NO"
  })
  void beforeIsUnknownWhereTheDatesOverlap(String one, String other, PartialDate.Answer answer) {
    assertThat(PartialDate.parse(one).isBefore(PartialDate.parse(other))).isEqualTo(answer);
    assertThat(PartialDate.parse(other).isAfter(PartialDate.parse(one))).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-13", "2026-02-30", "26-01-01", "2026-1-1", "1899", "soon", ""})
  void anImpossibleDateIsRefused(String text) {
    assertThatThrownBy(() -> PartialDate.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026", "2026-02", "2024-02-29"})
  void isWrittenAsItWasRead(String text) {
    assertThat(PartialDate.parse(text)).hasToString(text);
  }

  @Test
  void knowsItsFirstAndLastDay() {
    PartialDate february = PartialDate.parse("2024-02");
    assertThat(february.earliest()).isEqualTo(LocalDate.of(2024, 2, 1));
    assertThat(february.latest()).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(february.complete()).isEmpty();
  }
}
