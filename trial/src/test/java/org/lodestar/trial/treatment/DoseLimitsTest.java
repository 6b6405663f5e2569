package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where formulas stop to be asked: a value beyond its range is refused, both ends belong to it. */
class DoseLimitsTest {
  private static BigDecimal of(String value) {
    return new BigDecimal(value);
  }

  private static void ask(String quantity, BigDecimal value) {
    switch (quantity) {
      case "heightCm" -> new BodySize(value, of("65"));
      case "weightKg" -> new BodySize(of("170"), value);
      case "auc" -> Calvert.carboplatinMg(value, of("80"));
      case "filtrationMlPerMin" -> Calvert.carboplatinMg(of("5"), value);
      case "creatinineMgPerDl" -> new Creatinine(value);
      case "ageYears" -> clearance(value.intValueExact(), of("65"));
      case "stepMg" -> new DoseRounding(value, of("5"));
      case "maxPercent" -> new DoseRounding(of("5"), value);
      default -> throw new IllegalStateException(quantity);
    }
  }

  private static BigDecimal clearance(int ageYears, BigDecimal weightKg) {
    return CreatinineClearance.byCockcroftGaultMlPerMin(
        Sex.MALE, ageYears, weightKg, new Creatinine(BigDecimal.ONE));
  }

  @ParameterizedTest
  @CsvSource({
    "heightCm, 100, 250, 99.9, 250.1",
    "weightKg, 20, 300, 19.9, 300.1",
    "auc, 0.5, 12, 0.49, 12.1",
    "filtrationMlPerMin, 5, 400, 4.9, 400.1",
    "creatinineMgPerDl, 0.1, 20, 0.09, 20.1",
    "ageYears, 18, 110, 17, 111",
    "stepMg, 0.01, 100, 0.009, 100.1",
    "maxPercent, 0, 100, -0.1, 100.1"
  })
  void bothEndsOfARangeAreLegalAndWhatLiesBeyondIsNamed(
      String quantity, String min, String max, String below, String above) {
    for (String legal : List.of(min, max)) {
      assertThatCode(() -> ask(quantity, of(legal))).doesNotThrowAnyException();
    }
    for (String illegal : List.of(below, above)) {
      assertThatThrownBy(() -> ask(quantity, of(illegal)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(quantity + " lies between " + min + " and " + max + "; got: " + illegal);
    }
  }

  @Test
  void theClearanceAsksForAWeightOfAPerson() {
    assertThatThrownBy(() -> clearance(60, of("19")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weightKg lies between 20 and 300; got: 19");
  }

  @Test
  void theSurfaceByDuBoisHasMoreThanTheDigitsOfADouble() {
    // 0.007184 x 170^0.725 x 65^0.425 is 0.007184 x (170^29 x 65^17)^(1/40). Oracle: Python's
    // decimal with 60 digits, exp(ln(170**29 * 65**17) / 40) * 0.007184; compared to 30 digits.
    assertThat(new BodySize(of("170"), of("65")).surfaceByDuBoisM2().toPlainString())
        .startsWith("1.75359770421168400093690929598");
  }

  @ParameterizedTest
  @CsvSource({"0.6, 0.7", "0.7, 0.7", "0.8, 0.8"})
  void aCreatinineBelowTheFloorIsRaisedToItAndNoneIsLowered(String measured, String used) {
    assertThat(new Creatinine(of(measured)).atLeast(of("0.7")).mgPerDl())
        .isEqualByComparingTo(used);
  }

  @ParameterizedTest
  @CsvSource({
    // 5 % of 100 mg is 5 mg: to 105 mg the change is 5 mg exactly, to 106 mg it is more.
    "100, 21, 5, 105",
    "100, 53, 5, 100",
    "105.4, 20, 5, 105", // 100 would be 5.1 % less
    "104.6, 20, 5, 100" // 4.4 % less
  })
  void aStepMayChangeTheDoseByThePercentageAndNotByMore(
      String dose, String step, String percent, String expected) {
    assertThat(new DoseRounding(of(step), of(percent)).round(of(dose)).toPlainString())
        .isEqualTo(expected);
  }

  @Test
  void aRoundedDoseIsShownWithoutAPowerOfTen() {
    assertThat(new DoseRounding(of("100"), of("50")).round(of("204")).toString()).isEqualTo("200");
    assertThat(new DoseRounding(of("0.5"), of("50")).round(of("2.6")).toString()).isEqualTo("2.5");
  }
}
