package org.lodestar.trial.efficacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ResponsePropertiesTest {
  private static final LocalDate START = LocalDate.of(2025, 1, 6);
  private static final ResponseSettings SETTINGS =
      new ResponseSettings(BigDecimal.valueOf(5), false, 42, 28, 1, false);

  private static ResponseSeries series(List<Response> responses) {
    List<TimedResponse> timed = new ArrayList<>();
    for (int i = 0; i < responses.size(); i++) {
      timed.add(new TimedResponse(START.plusDays(30L * (i + 1)), responses.get(i)));
    }
    return new ResponseSeries(START, true, timed, null);
  }

  /** CR, PR, SD, PD, NE from best to worst; NE tells least. */
  private static int rank(Response response) {
    return switch (response) {
      case CR -> 0;
      case PR -> 1;
      case SD, NON_CR_NON_PD -> 2;
      case PD -> 3;
      case NE, NED -> 4;
    };
  }

  @Provide
  Arbitrary<List<Response>> courses() {
    return Arbitraries.of(Response.CR, Response.PR, Response.SD, Response.PD, Response.NE)
        .list()
        .ofMinSize(1)
        .ofMaxSize(7);
  }

  @Property(tries = 1000)
  void confirmationNeverImprovesTheBestResponse(@ForAll("courses") List<Response> course) {
    ResponseSeries series = series(course);
    Response unconfirmed = BestResponse.unconfirmed(series, SETTINGS).response();
    Response confirmed = BestResponse.confirmed(series, SETTINGS).response();
    assertThat(rank(unconfirmed)).isLessThanOrEqualTo(rank(confirmed));
  }

  @Property(tries = 1000)
  void anAssessmentThatIsNotEvaluableNeverImprovesTheBestResponse(
      @ForAll("courses") List<Response> course, @ForAll @IntRange(max = 6) int place) {
    List<TimedResponse> timed = new ArrayList<>(series(course).responses());
    timed.add(
        new TimedResponse(START.plusDays(30L * Math.min(place, course.size()) + 15), Response.NE));
    ResponseSeries more = new ResponseSeries(START, true, timed, null);
    assertThat(rank(BestResponse.unconfirmed(more, SETTINGS).response()))
        .isGreaterThanOrEqualTo(
            rank(BestResponse.unconfirmed(series(course), SETTINGS).response()));
    assertThat(rank(BestResponse.confirmed(more, SETTINGS).response()))
        .isGreaterThanOrEqualTo(rank(BestResponse.confirmed(series(course), SETTINGS).response()));
  }

  @Property(tries = 1000)
  void nothingAfterProgressionChangesTheBestResponse(
      @ForAll("courses") List<Response> course, @ForAll("courses") List<Response> after) {
    List<Response> ended = new ArrayList<>(course);
    ended.add(Response.PD);
    List<Response> longer = new ArrayList<>(ended);
    longer.addAll(after);
    assertThat(BestResponse.confirmed(series(longer), SETTINGS))
        .isEqualTo(BestResponse.confirmed(series(ended), SETTINGS));
    assertThat(BestResponse.unconfirmed(series(longer), SETTINGS))
        .isEqualTo(BestResponse.unconfirmed(series(ended), SETTINGS));
  }

  private static List<VisitResponse> sums(List<Integer> tenths, BigDecimal factor) {
    BaselineDisease baseline =
        new BaselineDisease(
            START,
            List.of(
                new TargetLesion(
                    "T1", "liver", LesionKind.NON_NODAL, factor.multiply(BigDecimal.valueOf(50)))),
            List.of());
    List<TumourAssessment> assessments = new ArrayList<>();
    for (int i = 0; i < tenths.size(); i++) {
      BigDecimal diameter = factor.multiply(BigDecimal.valueOf(tenths.get(i), 1));
      assessments.add(
          new TumourAssessment(
              "v" + i,
              START.plusDays(60L * (i + 1)),
              Map.of("T1", new TargetFinding.Measured(diameter)),
              Map.of(),
              List.of()));
    }
    return Recist11.assess(baseline, assessments, SETTINGS);
  }

  @Provide
  Arbitrary<List<Integer>> diameters() {
    return Arbitraries.integers().between(0, 900).list().ofMinSize(1).ofMaxSize(6);
  }

  @Property(tries = 1000)
  void scalingAllDiametersChangesProgressionOnlyThroughTheFiveMillimetres(
      @ForAll("diameters") List<Integer> tenths) {
    List<VisitResponse> small = sums(tenths, BigDecimal.ONE);
    List<VisitResponse> large = sums(tenths, BigDecimal.valueOf(1000));
    for (int i = 0; i < tenths.size(); i++) {
      Response before = small.get(i).target();
      Response after = large.get(i).target();
      if (before != after) {
        assertThat(after).isEqualTo(Response.PD);
        assertThat(small.get(i).changeFromNadirMm()).isLessThan(BigDecimal.valueOf(5));
      }
    }
  }

  @Property(tries = 1000)
  void theNadirNeverRisesAndIsNeverAboveTheBaseline(@ForAll("diameters") List<Integer> tenths) {
    BigDecimal before = BigDecimal.valueOf(50);
    for (VisitResponse visit : sums(tenths, BigDecimal.ONE)) {
      assertThat(visit.nadirMm()).isLessThanOrEqualTo(before);
      before = visit.nadirMm();
    }
  }

  @Property(tries = 1000)
  void aTimeNeverEndsBeforeItsOriginAndCountsFromDayOne(
      @ForAll("courses") List<Response> course, @ForAll @IntRange(min = -30, max = 400) int death) {
    List<TimedResponse> timed = series(course).responses();
    ProgressionHistory history =
        new ProgressionHistory(
            START,
            true,
            timed,
            timed.stream()
                .filter(each -> each.response() == Response.PD)
                .map(TimedResponse::date)
                .findFirst()
                .orElse(null),
            null,
            death < 0 ? null : START.plusDays(death),
            START.plusDays(300));
    AssessmentPlan plan =
        new AssessmentPlan(
            START,
            PfsCase.MONTH_DAYS,
            List.of(new org.lodestar.trial.protocol.ScanPhase(null, 42, 7)),
            2);
    TimeToEvent fda = new ProgressionFreeSurvival(PfsCase.FDA_TYPE, plan).of(history);
    TimeToEvent ema = new ProgressionFreeSurvival(PfsCase.EMA_TYPE, plan).of(history);
    assertThat(fda.days()).isBetween(1L, 301L);
    assertThat(ema.days()).isBetween(1L, 301L);
    assertThat(fda.event() && !ema.event()).isFalse();
    assertThat(fda.days()).isLessThanOrEqualTo(ema.days());
  }
}
