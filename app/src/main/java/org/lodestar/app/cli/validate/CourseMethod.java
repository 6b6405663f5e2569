package org.lodestar.app.cli.validate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestar.radiotherapy.delivery.DeliveredCourse;
import org.lodestar.radiotherapy.delivery.Delivery;
import org.lodestar.radiotherapy.delivery.OverallTime;
import org.lodestar.radiotherapy.delivery.TreatmentRecord;
import org.lodestar.radiotherapy.dicom.rt.RtCase;
import org.lodestar.radiotherapy.dicom.rt.RtCaseReader;
import org.lodestar.radiotherapy.dose.LinearQuadratic;
import org.lodestar.radiotherapy.dose.LinearQuadratic.Repopulation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Courses of treatment records: fractions, dose, time, lost days, biologically effective dose. */
final class CourseMethod implements OracleMethod {
  private static final int FRACTIONS = 25;
  private static final double TUMOUR_GY = 10;

  @Override
  public boolean covers(OracleFile file) {
    return file.content().keySet().containsAll(Set.of("A-clean", "B-gap-and-partial"));
  }

  @Override
  public List<OracleResult> recompute(OracleFile file, @Nullable Path dicom) {
    JsonNode oracle = JsonMapper.shared().valueToTree(file.content());
    List<OracleResult> results = new ArrayList<>();
    for (String name : oracle.propertyNames()) {
      if (!oracle.get(name).isObject()) {
        continue;
      }
      String id = file.name() + "#/" + name;
      Path folder = dicom == null ? null : dicom.resolve("synthetic-course").resolve(name);
      results.add(
          folder == null || !Files.isDirectory(folder)
              ? OracleResult.notCovered(id, "--dicom DIR")
              : course(id, oracle.get(name), RtCaseReader.read(folder)));
    }
    return results;
  }

  private static OracleResult course(String id, JsonNode stated, RtCase rt) {
    if (rt.plans().isEmpty()) {
      return OracleResult.notCovered(id, stated);
    }
    DeliveredCourse course =
        Delivery.derive(rt.plans(), rt.records(), FRACTIONS, CourseMethod::isWeekday);
    FigureCheck check =
        new FigureCheck(id)
            .number("records", stated.path("records"), course.sessions(), 0)
            .number("fractions", stated.path("fractions"), (double) course.wholeFractions(), 0)
            .number(
                "delivered Gy",
                stated.path("delivered_Gy"),
                course.deliveredGy().doubleValue(),
                1e-9)
            .number(
                "treatment days",
                stated.path("treatment_days"),
                (double) rt.records().stream().map(TreatmentRecord::date).distinct().count(),
                0)
            .text(
                "weekdays without treatment",
                stated.path("calendar_non_treatment_weekdays"),
                course.gaps().stream()
                    .map(day -> "\"" + day + "\"")
                    .collect(Collectors.joining(",", "[", "]")));
    course.overall().ifPresent(time -> time(check, stated, course, time));
    return check.result();
  }

  private static void time(
      FigureCheck check, JsonNode stated, DeliveredCourse course, OverallTime time) {
    double whole = (double) course.wholeFractions();
    double doseGy = course.deliveredGy().doubleValue() / whole;
    double bed = LinearQuadratic.bedGy(whole, doseGy, TUMOUR_GY);
    check
        .text("first", stated.path("first"), time.first().toString())
        .text("last", stated.path("last"), time.last().toString())
        .number("days", stated.path("overall_time_days"), time.days(), 0)
        .number(
            "planned days",
            stated.path("ideal_overall_time_days_monday_start"),
            time.plannedDays(),
            0)
        .number("extra days", stated.path("extra_days"), time.extraDays(), 0)
        .number("BED10", stated.path("BED10"), bed, 1e-9)
        .number(
            "BED10 K 0.9 Tk 28",
            stated.path("BED10_K0p9_Tk28"),
            bed - new Repopulation(0.9, 28).lostGy(time.days()),
            1e-9)
        .number(
            "BED10 K 0.6 Tk 21",
            stated.path("BED10_K0p6_Tk21"),
            bed - new Repopulation(0.6, 21).lostGy(time.days()),
            1e-9);
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
