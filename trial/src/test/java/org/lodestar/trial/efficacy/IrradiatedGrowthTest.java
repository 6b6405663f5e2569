package org.lodestar.trial.efficacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IrradiatedGrowthTest {
  private static final LocalDate START = LocalDate.of(2025, 1, 6);

  private static List<Response> responses(boolean confirmed, boolean irradiated, int... sums) {
    ResponseSettings settings =
        new ResponseSettings(BigDecimal.valueOf(5), false, 42, 28, 1, false, confirmed);
    BaselineDisease baseline =
        new BaselineDisease(
            START,
            List.of(new TargetLesion("T1", "node", LesionKind.NODAL, BigDecimal.valueOf(40))),
            List.of());
    List<TumourAssessment> assessments = new ArrayList<>();
    for (int sum : sums) {
      assessments.add(
          new TumourAssessment(
              "v" + assessments.size(),
              START.plusDays(60L * (assessments.size() + 1)),
              sum < 0
                  ? Map.of()
                  : Map.of("T1", new TargetFinding.Measured(BigDecimal.valueOf(sum))),
              Map.of(),
              List.of(),
              irradiated ? Set.of("T1") : Set.of()));
    }
    return Recist11.assess(baseline, assessments, settings).stream()
        .map(VisitResponse::overall)
        .toList();
  }

  @Test
  void growthOfAnIrradiatedLesionIsNoProgressionUntilTheNextAssessmentShowsIt() {
    assertThat(responses(true, true, 25, 38)).containsExactly(Response.PR, Response.SD);
    assertThat(responses(true, true, 25, 38, 24))
        .containsExactly(Response.PR, Response.SD, Response.PR);
    assertThat(responses(true, true, 25, 38, 40))
        .containsExactly(Response.PR, Response.PD, Response.PD);
  }

  @Test
  void anAssessmentThatCannotBeJudgedDoesNotDecide() {
    assertThat(responses(true, true, 25, 38, -1, 45))
        .containsExactly(Response.PR, Response.PD, Response.NE, Response.PD);
  }

  @Test
  void withoutTheSettingOrWithoutRadiationGrowthIsProgressionAtOnce() {
    assertThat(responses(false, true, 25, 38)).containsExactly(Response.PR, Response.PD);
    assertThat(responses(true, false, 25, 38)).containsExactly(Response.PR, Response.PD);
  }

  @Test
  void growthOfALesionThatWasNotIrradiatedIsProgressionAtOnce() {
    ResponseSettings settings =
        new ResponseSettings(BigDecimal.valueOf(5), false, 42, 28, 1, false, true);
    BaselineDisease baseline =
        new BaselineDisease(
            START,
            List.of(
                new TargetLesion("T1", "node", LesionKind.NODAL, BigDecimal.valueOf(20)),
                new TargetLesion("T2", "lung", LesionKind.NON_NODAL, BigDecimal.valueOf(20))),
            List.of());
    TumourAssessment inField = scan(30, 20);
    TumourAssessment outOfField = scan(18, 35);
    assertThat(Recist11.assess(baseline, List.of(outOfField), settings).getFirst().overall())
        .isEqualTo(Response.PD);
    assertThat(Recist11.assess(baseline, List.of(inField), settings).getFirst().overall())
        .isEqualTo(Response.SD);
  }

  private static TumourAssessment scan(int irradiated, int other) {
    return new TumourAssessment(
        "v1",
        START.plusDays(90),
        Map.of(
            "T1", new TargetFinding.Measured(BigDecimal.valueOf(irradiated)),
            "T2", new TargetFinding.Measured(BigDecimal.valueOf(other))),
        Map.of(),
        List.of(),
        Set.of("T1"));
  }
}
