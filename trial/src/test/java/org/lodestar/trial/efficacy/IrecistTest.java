package org.lodestar.trial.efficacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.efficacy.ImmuneAssessment.Change;
import org.lodestar.trial.efficacy.ImmuneAssessment.NewDisease;
import org.lodestar.trial.efficacy.ImmuneAssessment.NonTarget;
import org.lodestar.trial.fact.Language;

/** The limits of iRECIST (Seymour 2017): what confirms a progression, and what is best. */
class IrecistTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 4, 1);
  private static final BigDecimal BASELINE = new BigDecimal("100");

  private static ImmuneAssessment on(
      int day, @Nullable String sum, NonTarget nonTarget, NewDisease... newDisease) {
    return new ImmuneAssessment(
        "day-" + day,
        FIRST.plusDays(day),
        sum == null ? null : new BigDecimal(sum),
        false,
        nonTarget,
        Arrays.asList(newDisease),
        false);
  }

  private static ImmuneAssessment on(int day, String sum) {
    return on(day, sum, NonTarget.NONE);
  }

  private static NewDisease lesion(@Nullable String diameterMm, Change change) {
    return new NewDisease("N1", diameterMm == null ? null : new BigDecimal(diameterMm), change);
  }

  private static List<String> codes(@Nullable BigDecimal baseline, ImmuneAssessment... all) {
    return Irecist.assess(baseline, Arrays.asList(all)).responses().stream()
        .map(ImmuneResponse::code)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"27, iUPD", "28, iCPD"})
  void aScanConfirmsFromFourWeeksOn(int days, String expected) {
    assertThat(codes(BASELINE, on(0, "120"), on(days, "126"))).containsExactly("iUPD", expected);
  }

  @ParameterizedTest
  @CsvSource({"124.9, iUPD", "125, iCPD"})
  void targetDiseaseConfirmsByFiveMillimetresMore(String sum, String expected) {
    assertThat(codes(BASELINE, on(0, "120"), on(28, sum))).containsExactly("iUPD", expected);
  }

  @Test
  void anEarlyScanConfirmsOnlyByANewLesionFoundBecauseOfNewSymptoms() {
    NewDisease found = lesion(null, Change.NEW);
    ImmuneAssessment routine = on(14, "120", NonTarget.NONE, found);
    ImmuneAssessment symptoms =
        new ImmuneAssessment(
            "day-14",
            FIRST.plusDays(14),
            new BigDecimal("120"),
            false,
            NonTarget.NONE,
            List.of(found),
            true);
    ImmuneAssessment nothingFound =
        new ImmuneAssessment(
            "day-14",
            FIRST.plusDays(14),
            new BigDecimal("120"),
            false,
            NonTarget.NONE,
            List.of(),
            true);

    assertThat(codes(BASELINE, on(0, "120"), routine)).containsExactly("iUPD", "iUPD");
    assertThat(codes(BASELINE, on(0, "120"), symptoms)).containsExactly("iUPD", "iCPD");
    assertThat(codes(BASELINE, on(0, "120"), nothingFound)).containsExactly("iUPD", "iUPD");
  }

  @ParameterizedTest
  @CsvSource({"16.9, LARGER, iUPD", "17, LARGER, iCPD", "12, SAME, iUPD"})
  void measuredNewLesionsConfirmByFiveMillimetresMore(
      String diameterMm, Change change, String expected) {
    assertThat(
            codes(
                BASELINE,
                on(0, "100", NonTarget.NONE, lesion("12", Change.NEW)),
                on(28, "100", NonTarget.NONE, lesion(diameterMm, change))))
        .containsExactly("iUPD", expected);
  }

  @Test
  void anUnmeasuredNewLesionConfirmsByAnyGrowth() {
    ImmuneAssessment first = on(0, "100", NonTarget.NONE, lesion(null, Change.NEW));
    assertThat(codes(BASELINE, first, on(28, "100", NonTarget.NONE, lesion(null, Change.LARGER))))
        .containsExactly("iUPD", "iCPD");
    assertThat(codes(BASELINE, first, on(28, "100", NonTarget.NONE, lesion(null, Change.SAME))))
        .containsExactly("iUPD", "iUPD");
  }

  @Test
  void aNewLesionThatIsGoneNoLongerHoldsTheBar() {
    ImmuneAssessment first = on(0, "100", NonTarget.NONE, lesion(null, Change.NEW));
    Irecist.Course course =
        Irecist.assess(
            BASELINE, List.of(first, on(28, "100", NonTarget.NONE, lesion(null, Change.GONE))));

    assertThat(course.responses()).containsExactly(ImmuneResponse.IUPD, ImmuneResponse.ISD);
    assertThat(course.progression()).isEmpty();
  }

  @Test
  void growthIsJudgedAgainstTheSmallestSumSoFar() {
    assertThat(codes(BASELINE, on(0, "50"), on(60, "60"))).containsExactly("iPR", "iUPD");
    assertThat(codes(BASELINE, on(0, "50"), on(60, "59"))).containsExactly("iPR", "iPR");
  }

  @Test
  void withoutTargetDiseaseTheOtherDiseaseDecides() {
    assertThat(
            codes(
                null,
                on(0, null, NonTarget.PRESENT),
                on(60, null, NonTarget.ABSENT),
                on(120, null, NonTarget.UNEQUIVOCAL_PROGRESSION),
                on(150, null, NonTarget.FURTHER_INCREASE)))
        .containsExactly("NON-iCR/NON-iUPD", "iCR", "iUPD", "iCPD");
  }

  @Test
  void aScanThatCannotBeJudgedLeavesTheBarWhereItIs() {
    Irecist.Course course =
        Irecist.assess(
            BASELINE, List.of(on(0, "120"), on(28, null, NonTarget.NONE), on(56, "125")));

    assertThat(course.responses())
        .containsExactly(ImmuneResponse.IUPD, ImmuneResponse.NE, ImmuneResponse.ICPD);
    assertThat(course.progression()).contains(FIRST);
  }

  @Test
  void progressionInAnotherCategoryConfirms() {
    assertThat(codes(BASELINE, on(0, "120"), on(28, "110", NonTarget.UNEQUIVOCAL_PROGRESSION)))
        .containsExactly("iUPD", "iCPD");
  }

  private static ImmuneResponse best(boolean longEnough, ImmuneResponse... responses) {
    return Irecist.best(List.of(responses), Collections.nCopies(responses.length, longEnough));
  }

  @Test
  void stableDiseaseIsBestOnlyWhenItLasted() {
    assertThat(best(true, ImmuneResponse.ISD)).isEqualTo(ImmuneResponse.ISD);
    assertThat(best(false, ImmuneResponse.ISD)).isEqualTo(ImmuneResponse.NE);
    assertThat(best(false, ImmuneResponse.NON_ICR_NON_IUPD)).isEqualTo(ImmuneResponse.NE);
    assertThat(best(false, ImmuneResponse.IPR)).isEqualTo(ImmuneResponse.IPR);
    assertThat(best(false, ImmuneResponse.ISD, ImmuneResponse.IUPD)).isEqualTo(ImmuneResponse.IUPD);
  }

  @Test
  void nothingAfterAConfirmedProgressionCounts() {
    assertThat(best(true, ImmuneResponse.ICPD)).isEqualTo(ImmuneResponse.ICPD);
    assertThat(best(true, ImmuneResponse.ICPD, ImmuneResponse.IPR)).isEqualTo(ImmuneResponse.ICPD);
    assertThat(best(true, ImmuneResponse.IUPD, ImmuneResponse.ICPD)).isEqualTo(ImmuneResponse.ICPD);
    assertThat(best(true, ImmuneResponse.ISD, ImmuneResponse.IUPD, ImmuneResponse.ICPD))
        .isEqualTo(ImmuneResponse.ISD);
    assertThat(best(true)).isEqualTo(ImmuneResponse.NE);
  }

  @Test
  void everyResponseHasItsCodeInListingsAndItsWordsForPeople() {
    for (ImmuneResponse response : ImmuneResponse.values()) {
      assertThat(ImmuneResponse.ofCode(response.code())).isEqualTo(response);
      assertThat(response).hasToString(response.code());
      assertThat(response.words().in(Language.ZH)).isNotBlank();
    }
    assertThat(ImmuneResponse.ICPD.words().in(Language.EN))
        .isEqualTo("immune progression, confirmed");
    assertThatThrownBy(() -> ImmuneResponse.ofCode("PD"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no iRECIST response has the code: PD");
  }
}
