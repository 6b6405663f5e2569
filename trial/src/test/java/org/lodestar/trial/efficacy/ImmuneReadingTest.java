package org.lodestar.trial.efficacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.efficacy.NewLesion.Certainty;

/** A history of lesions as iRECIST sees it. */
class ImmuneReadingTest {
  private static final LocalDate REFERENCE = LocalDate.of(2025, 1, 6);
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 10);
  private static final BaselineDisease MEASURED =
      new BaselineDisease(
          REFERENCE,
          List.of(new TargetLesion("T1", "liver", LesionKind.NON_NODAL, new BigDecimal("50"))),
          List.of());
  private static final BaselineDisease UNMEASURED =
      new BaselineDisease(
          REFERENCE,
          List.of(),
          List.of(new NonTargetLesion("P", "oesophagus", LesionKind.NON_NODAL)));

  private static TumourAssessment at(
      int day, @Nullable String diameterMm, @Nullable NonTargetFinding other, NewLesion... found) {
    return new TumourAssessment(
        "day-" + day,
        FIRST.plusDays(day),
        diameterMm == null
            ? Map.of()
            : Map.of("T1", new TargetFinding.Measured(new BigDecimal(diameterMm))),
        other == null ? Map.of() : Map.of("P", other),
        List.of(found));
  }

  private static ImmuneCourse course(
      BaselineDisease baseline, LocalDate reference, TumourAssessment... assessments) {
    // Stable disease lasts 42 days at least.
    ResponseSettings settings = new ResponseSettings(new BigDecimal("5"), true, 42, 28, 1, false);
    return ImmuneReading.course(
        new TumourHistory(baseline, List.of(assessments), Map.of()), settings, reference);
  }

  private static List<String> codes(TumourAssessment... assessments) {
    List<String> codes = new ArrayList<>();
    course(MEASURED, REFERENCE, assessments)
        .visits()
        .forEach(visit -> codes.add(visit.response().code()));
    return codes;
  }

  private static NewLesion lesion(Certainty certainty, @Nullable String diameterMm) {
    return new NewLesion("N1", certainty, diameterMm == null ? null : new BigDecimal(diameterMm));
  }

  @Test
  void anUnequivocalNewLesionOpensAProgressionAndAnEquivocalOneDoesNot() {
    assertThat(codes(at(0, "50", null, lesion(Certainty.UNEQUIVOCAL, null))))
        .containsExactly("iUPD");
    assertThat(codes(at(0, "50", null, lesion(Certainty.EQUIVOCAL, null)))).containsExactly("iSD");
  }

  @ParameterizedTest
  @CsvSource({"17, iCPD", "16, iUPD", "12, iUPD", "10, iUPD"})
  void aMeasuredNewLesionConfirmsWhenItGrewByFiveMillimetres(String later, String expected) {
    assertThat(
            codes(
                at(0, "50", null, lesion(Certainty.UNEQUIVOCAL, "12")),
                at(60, "50", null, lesion(Certainty.UNEQUIVOCAL, later))))
        .containsExactly("iUPD", expected);
  }

  @Test
  void aNewLesionWithoutAMeasureCountsAsUnchangedOnceItWasSeen() {
    assertThat(
            codes(
                at(0, "50", null, lesion(Certainty.UNEQUIVOCAL, null)),
                at(60, "50", null, lesion(Certainty.UNEQUIVOCAL, null))))
        .containsExactly("iUPD", "iUPD");
  }

  @Test
  void aResolvedNewLesionIsGoneAndNewWhenItComesBack() {
    assertThat(
            codes(
                at(0, "50", null, lesion(Certainty.UNEQUIVOCAL, null)),
                at(60, "50", null, lesion(Certainty.RESOLVED, null)),
                at(120, "50", null, lesion(Certainty.UNEQUIVOCAL, null)),
                at(180, "50", null, lesion(Certainty.UNEQUIVOCAL, null))))
        .containsExactly("iUPD", "iSD", "iUPD", "iUPD");
  }

  @Test
  void withoutTargetLesionsTheOtherDiseaseIsJudged() {
    ImmuneCourse course =
        course(
            UNMEASURED,
            REFERENCE,
            at(0, null, NonTargetFinding.PRESENT),
            at(60, null, NonTargetFinding.ABSENT),
            at(120, null, null),
            at(180, null, NonTargetFinding.UNEQUIVOCAL_PROGRESSION));

    assertThat(course.visits())
        .extracting(visit -> visit.response().code())
        .containsExactly("NON-iCR/NON-iUPD", "iCR", "NE", "iUPD");
    assertThat(course.progression()).isEqualTo(FIRST.plusDays(180));
  }

  @Test
  void aTargetThatCannotBeReadMakesTheAssessmentNotEvaluable() {
    assertThat(codes(at(0, null, null))).containsExactly("NE");
  }

  @Test
  void aLesionThatIsGoneIsACompleteResponse() {
    assertThat(codes(at(0, "0", null))).containsExactly("iCR");
    assertThat(codes(at(0, "35", null))).containsExactly("iPR");
    assertThat(codes(at(0, "36", null))).containsExactly("iSD");
  }

  @ParameterizedTest
  @CsvSource({"42, ISD", "41, NE"})
  void stableDiseaseMustLastFromTheReferenceOn(int days, ImmuneResponse expected) {
    assertThat(course(MEASURED, FIRST.minusDays(days), at(0, "50", null)).best())
        .isEqualTo(expected);
  }
}
