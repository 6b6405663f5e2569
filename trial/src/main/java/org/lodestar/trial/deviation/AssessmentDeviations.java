package org.lodestar.trial.deviation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.efficacy.AssessmentPlan;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.EndpointSettings;
import org.lodestar.trial.protocol.ImagingSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Reader;
import org.lodestar.trial.protocol.SettingsRead;

/** Deviations of tumour assessments: outside their window, or missed. */
final class AssessmentDeviations {
  private final Derived<LocalDate> origin;
  private final List<Derived<LocalDate>> assessed;

  private AssessmentDeviations(Sheets sheets, Derived<LocalDate> origin) {
    this.origin = origin;
    this.assessed =
        sheets.readBy(Reader.INVESTIGATOR, "tumour-assessment").stream()
            .map(sheet -> sheet.date("assessed-on"))
            .filter(Derived::isKnown)
            .filter(day -> origin.isKnown() && day.get().isAfter(origin.get()))
            .sorted(Comparator.comparing(Derived::get))
            .toList();
  }

  /**
   * @param origin of the schedule of assessments
   * @param until no assessment is due after it (progression, death, withdrawal), or null
   */
  static List<Derived<Deviation>> find(
      Sheets sheets,
      Protocol protocol,
      Derived<LocalDate> origin,
      @Nullable LocalDate until,
      LocalDate asOf) {
    SettingsRead settings = new SettingsRead(protocol);
    AssessmentDeviations search = new AssessmentDeviations(sheets, origin);
    Optional<AssessmentPlan> plan = search.plan(settings);
    List<Derived<Deviation>> found = new ArrayList<>();
    if (plan.isPresent()) {
      LocalDate end = until == null || until.isAfter(asOf) ? asOf : until;
      List<AssessmentPlan.Due> due = plan.get().due(end.plusYears(1));
      search.outside(due, settings, found);
      search.missed(due, end, settings, found);
    }
    return found;
  }

  private Optional<AssessmentPlan> plan(SettingsRead settings) {
    var phases = settings.find(ImagingSettings.SCHEDULE);
    var month = settings.find(EndpointSettings.MONTH_DAYS);
    return phases.isPresent() && month.isPresent() && origin.isKnown()
        ? Optional.of(new AssessmentPlan(origin.get(), month.get(), phases.get(), 1))
        : Optional.empty();
  }

  private void outside(
      List<AssessmentPlan.Due> due, SettingsRead settings, List<Derived<Deviation>> found) {
    for (Derived<LocalDate> day : assessed) {
      AssessmentPlan.Due nearest =
          due.stream()
              .min(Comparator.comparingLong(each -> each.distance(day.get())))
              .orElseThrow();
      if (!nearest.contains(day.get())) {
        DeviationRule rule = DeviationRule.ASSESSMENT_OUTSIDE_WINDOW;
        found.add(
            settings.on(
                explained(
                        Derived.of(
                            rule, Deviation.of(rule, day.get().toString(), day.get()), day, origin),
                        nearest)
                    .with("date", day.get())));
      }
    }
  }

  private void missed(
      List<AssessmentPlan.Due> due,
      LocalDate end,
      SettingsRead settings,
      List<Derived<Deviation>> found) {
    for (AssessmentPlan.Due each : due) {
      boolean over = each.latest().isBefore(end);
      boolean done =
          assessed.stream()
              .anyMatch(
                  day ->
                      due.stream()
                          .min(Comparator.comparingLong(d -> d.distance(day.get())))
                          .filter(each::equals)
                          .isPresent());
      if (over && !done) {
        DeviationRule rule = DeviationRule.ASSESSMENT_MISSED;
        found.add(
            settings.on(
                explained(
                    Derived.of(
                        rule, Deviation.of(rule, each.on().toString(), each.latest()), origin),
                    each)));
      }
    }
  }

  private static Derived<Deviation> explained(
      Derived<Deviation> deviation, AssessmentPlan.Due due) {
    return deviation
        .with("due", due.on())
        .with("earliest", due.earliest())
        .with("latest", due.latest());
  }
}
