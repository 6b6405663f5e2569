package org.lodestar.radiotherapy.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.radiotherapy.delivery.TreatmentRecord.BeamDelivery;
import org.lodestar.radiotherapy.delivery.TreatmentRecord.Origin;
import org.lodestar.radiotherapy.delivery.TreatmentRecord.Termination;
import org.lodestar.radiotherapy.dose.LinearQuadratic;
import org.lodestar.radiotherapy.dose.LinearQuadratic.Repopulation;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;

class DeliveryTest {
  private static final LocalDate START = LocalDate.of(2026, 3, 2);
  private static final Predicate<LocalDate> WEEKDAYS =
      d -> d.getDayOfWeek() != DayOfWeek.SATURDAY && d.getDayOfWeek() != DayOfWeek.SUNDAY;

  private static Plan plan(String uid, int fractions) {
    return new Plan(
        uid,
        "plan " + uid,
        Optional.of(new BigDecimal("45")),
        Optional.of("APPROVED"),
        List.of(
            new Plan.FractionGroup(
                1,
                fractions,
                List.of(share(1, "0.8", "200"), share(2, "1.0", "250"), share(9, "0.1", "5")))),
        List.of(beam(1, false), beam(2, false), beam(9, true)),
        Optional.empty(),
        Optional.empty());
  }

  private static Plan.BeamShare share(int beam, String gy, String mu) {
    return new Plan.BeamShare(
        beam, Optional.of(new BigDecimal(gy)), Optional.of(new BigDecimal(mu)));
  }

  private static Plan.Beam beam(int number, boolean setup) {
    return new Plan.Beam(
        number,
        "beam " + number,
        "PHOTON",
        "DYNAMIC",
        setup,
        Optional.of("LINAC1"),
        Optional.empty());
  }

  private static TreatmentRecord session(
      String plan, LocalDate day, int fraction, String mu1, String mu2) {
    return new TreatmentRecord(
        plan + "/" + day,
        Origin.TREATMENT_RECORD,
        Optional.of(plan),
        day,
        Optional.of(LocalTime.of(10, 0)),
        fraction,
        Optional.of("LINAC1"),
        List.of(given(1, mu1), given(2, mu2), given(9, "5")));
  }

  private static BeamDelivery given(int beam, String mu) {
    return new BeamDelivery(
        beam, beam == 9, Optional.empty(), Optional.of(new BigDecimal(mu)), Termination.NORMAL);
  }

  private static List<TreatmentRecord> course(String plan, LocalDate from, int fractions) {
    List<TreatmentRecord> sessions = new ArrayList<>();
    LocalDate day = from;
    while (sessions.size() < fractions) {
      if (WEEKDAYS.test(day)) {
        sessions.add(session(plan, day, sessions.size() + 1, "200", "250"));
      }
      day = day.plusDays(1);
    }
    return sessions;
  }

  @Test
  void aCleanCourseHasItsDoseAndNoFinding() {
    DeliveredCourse course =
        Delivery.derive(List.of(plan("a", 25)), course("a", START, 25), 25, WEEKDAYS);
    assertThat(course.deliveredGy()).isEqualByComparingTo("45");
    assertThat(course.wholeFractions()).isEqualTo(25);
    assertThat(course.overall().orElseThrow().days()).isEqualTo(33);
    assertThat(course.overall().orElseThrow().extraDays()).isZero();
    assertThat(course.findings()).isEmpty();
    assertThat(course.gaps()).isEmpty();
  }

  @Test
  void aPartialFractionCompletedNextDayIsOneFraction() {
    List<TreatmentRecord> sessions =
        List.of(
            session("a", START, 1, "200", "100"), session("a", START.plusDays(1), 1, "0", "150"));
    DeliveredCourse course = Delivery.derive(List.of(plan("a", 25)), sessions, 25, WEEKDAYS);
    assertThat(course.fractions()).hasSize(1);
    assertThat(course.fractions().getFirst().status())
        .isEqualTo(DeliveredFraction.Status.COMPLETED_LATER);
    assertThat(course.deliveredGy()).isEqualByComparingTo("1.8");
    assertThat(course.fractions().getFirst().sessions()).hasSize(2);
  }

  @Test
  void aFractionLeftPartialOrRepeatedIsSaidSo() {
    List<TreatmentRecord> sessions =
        List.of(
            session("a", START, 1, "200", "100"),
            session("a", START.plusDays(1), 2, "200", "250"),
            session("a", START.plusDays(2), 2, "200", "250"));
    DeliveredCourse course = Delivery.derive(List.of(plan("a", 25)), sessions, 25, WEEKDAYS);
    assertThat(course.fractions())
        .extracting(DeliveredFraction::status)
        .containsExactly(DeliveredFraction.Status.PARTIAL, DeliveredFraction.Status.REPEATED);
    assertThat(course.deliveredGy()).isEqualByComparingTo("4.8");
    assertThat(course.findings())
        .extracting(f -> f.code())
        .containsExactly(FindingCode.FRACTION_PARTIAL, FindingCode.FRACTION_REPEATED);
  }

  @Test
  void aReplannedCourseIsAnOrderedListOfPlans() {
    List<TreatmentRecord> sessions = new ArrayList<>(course("a", START, 13));
    sessions.addAll(course("b", sessions.getLast().date().plusDays(1), 12));
    DeliveredCourse course =
        Delivery.derive(List.of(plan("a", 13), plan("b", 12)), sessions, 25, WEEKDAYS);
    assertThat(course.fractions()).hasSize(25);
    assertThat(course.fractions().get(13).planLabel()).isEqualTo("plan b");
    assertThat(course.deliveredGy()).isEqualByComparingTo("45");
    assertThat(course.findings())
        .extracting(f -> f.code())
        .containsExactly(FindingCode.PLAN_CHANGED);
  }

  @Test
  void gapsDaysOffSecondFractionsAndOtherPlansAreFindings() {
    LocalDate saturday = START.plusDays(5);
    List<TreatmentRecord> sessions =
        List.of(
            session("a", START, 1, "200", "250"),
            session("a", START.plusDays(3), 3, "200", "250"),
            session("a", START.plusDays(3), 4, "200", "250"),
            session("a", saturday, 5, "200", "250"),
            session("z", saturday, 5, "200", "250"));
    DeliveredCourse course = Delivery.derive(List.of(plan("a", 25)), sessions, 25, WEEKDAYS);
    assertThat(course.gaps())
        .containsExactly(START.plusDays(1), START.plusDays(2), START.plusDays(4));
    assertThat(course.findings())
        .extracting(f -> f.code())
        .contains(
            FindingCode.GAP,
            FindingCode.TREATED_ON_DAY_OFF,
            FindingCode.SECOND_FRACTION_SAME_DAY,
            FindingCode.INTERVAL_TOO_SHORT,
            FindingCode.FRACTION_MISSING,
            FindingCode.RECORD_OF_OTHER_PLAN);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-02, 33", "2026-03-03, 35", "2026-03-04, 35", "2026-03-06, 35"})
  void thePlannedTimeDependsOnTheWeekdayOfTheStart(LocalDate start, int days) {
    assertThat(OverallTime.plannedDays(start, 25, WEEKDAYS)).isEqualTo(days);
  }

  @Test
  void holidaysPlannedInAreNoDelay() {
    Predicate<LocalDate> calendar = WEEKDAYS.and(d -> !d.equals(LocalDate.of(2026, 4, 6)));
    assertThat(OverallTime.plannedDays(LocalDate.of(2026, 3, 3), 25, calendar)).isEqualTo(36);
    assertThatThrownBy(() -> OverallTime.plannedDays(START, 25, d -> false))
        .hasMessageContaining("fewer than 25 working days");
  }

  @Test
  void deliveryListsAreReadInBothLanguagesAndBadRowsReported() {
    String csv =
        """
        \uFEFF日期,分次,射野,计划跳数,实际跳数,加速器
        2026-03-02,1,1,200,200,LINAC1
        2026-03-02,1,2,250,250,LINAC1
        2026/3/3,2,1,200,200,"LINAC,2"
        2026/3/3,2,2,250,250,"LINAC,2"
        gestern,3,1,200,200,LINAC1
        """;
    DeliveryList.Result list = DeliveryList.parse("rv.csv", csv);
    assertThat(list.records()).hasSize(2);
    assertThat(list.records().get(1).machine()).contains("LINAC,2");
    assertThat(list.findings()).hasSize(1);
    assertThat(list.findings().getFirst().values().getFirst()).isEqualTo("6");
    DeliveredCourse course = Delivery.derive(List.of(plan("a", 25)), list.records(), 25, WEEKDAYS);
    assertThat(course.deliveredGy()).isEqualByComparingTo("3.6");
    assertThat(course.findings())
        .extracting(f -> f.code())
        .containsExactly(FindingCode.MACHINE_CHANGED);
    assertThatThrownBy(() -> DeliveryList.parse("x.csv", "a;b\n1;2"))
        .hasMessageContaining("headings for date and fraction");
  }

  @Test
  void aListBelowATitleIsReadItsDatesMayCarryTheTimeAndAMonstrousNumberIsABadRow() {
    String csv =
        """
        Treatment history of 2026
        Date,Fraction,Field,Planned MU,Delivered MU
        2026-03-02 08:10:00,1,1,200,200
        2026-03-03T08:15,2,1,200,200
        2026-03-04,3,1,200,1e999999999
        """;
    DeliveryList.Result list = DeliveryList.parse("rv.csv", csv);
    assertThat(list.records())
        .extracting(TreatmentRecord::time)
        .containsExactly(
            Optional.of(java.time.LocalTime.of(8, 10)), Optional.of(java.time.LocalTime.of(8, 15)));
    assertThat(list.findings()).extracting(found -> found.values().getFirst()).containsExactly("5");
  }

  @Test
  void withoutAPlanAFractionIsSharedByPlannedMonitorUnitsAndAPartIsAPart() {
    String csv =
        """
        Date,Fraction,Field,Planned MU,Delivered MU,Plan
        2026-03-02,1,1,100,100,A
        2026-03-02,1,2,300,300,A
        2026-03-03,2,1,100,100,A
        2026-03-03,2,2,300,150,A
        2026-03-04,1,1,,90,B
        """;
    List<TreatmentRecord> records = DeliveryList.parse("rv.csv", csv).records();
    List<Plan> plans = ListedPlans.of(records, new BigDecimal("1.8"), 25);
    DeliveredCourse course = Delivery.derive(plans, records, 25, WEEKDAYS);

    assertThat(plans).extracting(Plan::label).containsExactly("A", "B");
    assertThat(plans.getFirst().fractionDoseGy())
        .hasValueSatisfying(gy -> assertThat(gy).isEqualByComparingTo("1.8"));
    assertThat(course.fractions().get(1).doseGy()).isEqualByComparingTo("1.125");
    assertThat(course.findings()).extracting(Finding::code).contains(FindingCode.METERSET_MISSING);
    assertThat(ListedPlans.of(List.of(), new BigDecimal("1.8"), 25)).isEmpty();
  }

  @Test
  void aFractionTypedByHandCountsAsPlanned() {
    TreatmentRecord typed =
        new TreatmentRecord(
            "physicist",
            Origin.BY_HAND,
            Optional.empty(),
            START,
            Optional.empty(),
            1,
            Optional.empty(),
            List.of());
    DeliveredCourse course = Delivery.derive(List.of(plan("a", 25)), List.of(typed), 25, WEEKDAYS);
    assertThat(course.deliveredGy()).isEqualByComparingTo("1.8");
  }

  // Worked by hand in the oracle file: 15 of 25 given, seven days lost, ten left.
  @Test
  void compensationShowsWhatTheTumourGainsAndWhatLateTissuePays() {
    List<Compensation.Option> options =
        Compensation.options(
            new Compensation.Situation(25, 1.8, 33, 15, 7, 10, 3, new Repopulation(0.9, 28)));
    Compensation.Option larger =
        options.stream()
            .filter(o -> o.kind() == Compensation.Kind.SAME_NUMBER_OF_FRACTIONS)
            .findFirst()
            .orElseThrow();
    assertThat(larger.dosePerFractionGy()).isCloseTo(2.2484481097680478, within(1e-9));
    assertThat(larger.totalGy()).isCloseTo(49.48448109768048, within(1e-9));
    assertThat(larger.lateBedGy()).isCloseTo(82.53621077207885, within(1e-9));
    assertThat(larger.lateCostGy()).isCloseTo(10.53621077207885, within(1e-9));
    assertThat(larger.tumourBedGy()).isCloseTo(48.6, within(1e-9));
    assertThat(larger.tumourGainGy()).isCloseTo(6.3, within(1e-9));
    assertThat(options.getFirst().tumourGainGy()).isZero();
    assertThat(options.get(1).tumourBedGy()).isCloseTo(48.6, within(1e-9));
    assertThatThrownBy(
            () -> new Compensation.Situation(25, 1.8, 33, 25, 7, 10, 3, new Repopulation(0.9, 28)))
        .hasMessageContaining("a fraction must be left");
  }

  @ParameterizedTest
  @CsvSource({
    "25, 1.8, 10, 33, 53.1, 44.25, 48.6",
    "28, 1.8, 10, 38, 59.472, 49.56, 50.472",
    "25, 2.0, 10, 33, 60, 50, 55.5",
    "30, 2.0, 10, 40, 72, 60, 61.2",
    "23, 1.8, 3, 31, 66.24, 39.744, 63.54"
  })
  void biologicalDosesFollowTheLinearQuadraticModel(
      int fractions,
      double gy,
      double alphaBeta,
      int days,
      double bed,
      double eqd2,
      double corrected) {
    assertThat(LinearQuadratic.bedGy(fractions, gy, alphaBeta)).isCloseTo(bed, within(1e-9));
    assertThat(LinearQuadratic.eqd2Gy(bed, alphaBeta)).isCloseTo(eqd2, within(1e-9));
    Repopulation assumed = new Repopulation(0.9, 28);
    assertThat(LinearQuadratic.timeCorrectedBedGy(fractions, gy, alphaBeta, days, assumed))
        .isCloseTo(corrected, within(1e-9));
    assertThat(LinearQuadratic.dosePerFractionGy(fractions, bed, alphaBeta))
        .isCloseTo(gy, within(1e-9));
    assertThat(assumed.text()).isEqualTo("K 0.9 Gy/day after day 28 (assumed)");
  }
}
