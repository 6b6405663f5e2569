package org.lodestar.radiotherapy.dicom.rt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestar.radiotherapy.Json;
import org.lodestar.radiotherapy.Shared;
import org.lodestar.radiotherapy.delivery.DeliveredCourse;
import org.lodestar.radiotherapy.delivery.DeliveredFraction;
import org.lodestar.radiotherapy.delivery.Delivery;
import org.lodestar.radiotherapy.dose.LinearQuadratic;
import org.lodestar.radiotherapy.dose.LinearQuadratic.Repopulation;
import org.lodestar.radiotherapy.finding.FindingCode;

class SyntheticCourseTest {
  private static final Predicate<LocalDate> CALENDAR =
      d ->
          d.getDayOfWeek() != DayOfWeek.SATURDAY
              && d.getDayOfWeek() != DayOfWeek.SUNDAY
              && !d.equals(LocalDate.of(2026, 4, 6));

  private static DeliveredCourse derive(String name) {
    RtCase rt = RtCaseReader.read(Shared.path("dicom/synthetic-course/" + name));
    return Delivery.derive(rt.plans(), rt.records(), 25, CALENDAR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A-clean", "B-gap-and-partial"})
  void everyFigureOfTheCourseAgreesWithTheReference(String name) {
    DeliveredCourse course = derive(name);
    Object oracle = Json.get(Shared.oracle("synthetic-course.json"), name);
    assertThat((double) course.sessions()).isEqualTo(Json.number(oracle, "records"));
    assertThat((double) course.wholeFractions()).isEqualTo(Json.number(oracle, "fractions"));
    assertThat(course.deliveredGy().doubleValue())
        .isCloseTo(Json.number(oracle, "delivered_Gy"), within(1e-9));
    assertThat(course.overall().orElseThrow().first())
        .hasToString((String) Json.get(oracle, "first"));
    assertThat(course.overall().orElseThrow().last())
        .hasToString((String) Json.get(oracle, "last"));
    int days = course.overall().orElseThrow().days();
    assertThat((double) days).isEqualTo(Json.number(oracle, "overall_time_days"));
    assertThat(LinearQuadratic.timeCorrectedBedGy(25, 1.8, 10, days, new Repopulation(0.9, 28)))
        .isCloseTo(Json.number(oracle, "BED10_K0p9_Tk28"), within(1e-9));
    assertThat(LinearQuadratic.timeCorrectedBedGy(25, 1.8, 10, days, new Repopulation(0.6, 21)))
        .isCloseTo(Json.number(oracle, "BED10_K0p6_Tk21"), within(1e-9));
  }

  @Test
  void theInterruptedFractionTheOtherMachineAndTheLostDaysAreFound() {
    DeliveredCourse course = derive("B-gap-and-partial");
    assertThat(course.fractions().get(8).status())
        .isEqualTo(DeliveredFraction.Status.COMPLETED_LATER);
    assertThat(course.gaps()).containsExactly(LocalDate.of(2026, 3, 12), LocalDate.of(2026, 3, 13));
    assertThat(course.findings())
        .extracting(f -> f.code())
        .contains(
            FindingCode.FRACTION_COMPLETED_LATER, FindingCode.MACHINE_CHANGED, FindingCode.GAP);
  }
}
