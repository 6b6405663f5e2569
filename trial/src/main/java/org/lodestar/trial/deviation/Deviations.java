package org.lodestar.trial.deviation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.efficacy.ParticipantEfficacy;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.safety.PregnancyReport;
import org.lodestar.trial.safety.SeriousReport;
import org.lodestar.trial.safety.TreatmentDates;
import org.lodestar.trial.schedule.Outlook;
import org.lodestar.trial.schedule.Reconsents;
import org.lodestar.trial.schedule.Schedule;
import org.lodestar.trial.schedule.ScheduleFacts;
import org.lodestar.trial.schedule.WorkingDays;

/**
 * Finds the deviations of one participant. What happened is never refused for breaking the
 * protocol: it is recorded, and this says so. Severity is proposed; a person decides.
 */
public final class Deviations {
  private Deviations() {}

  /**
   * @param asOf the day on which something is missed that was not done
   */
  public static List<Derived<Deviation>> derive(
      Sheets sheets, Protocol protocol, ParticipantEfficacy efficacy, LocalDate asOf) {
    ScheduleFacts facts = ScheduleFacts.read(sheets, protocol, null);
    WorkingDays machine = Schedule.machine(protocol);
    Schedule schedule =
        Schedule.derive(facts, protocol, Schedule.clinic(protocol), machine, Outlook.from(asOf));
    Reconsents consents = Reconsents.derive(facts, schedule.visits(), null, protocol, asOf);
    List<Derived<Deviation>> found =
        new ArrayList<>(ConsentDeviations.find(sheets, consents.asked(), asOf));
    found.addAll(RadiotherapyDeviations.find(sheets, protocol));
    found.addAll(DrugDeviations.find(sheets, protocol));
    found.addAll(deriveOfAssessments(sheets, protocol, efficacy, asOf));
    found.addAll(lateReports(sheets, protocol));
    found.addAll(latePregnancies(sheets, protocol));
    TreatmentDates treatment = TreatmentDates.read(sheets);
    found.addAll(EligibilityDeviations.find(sheets, protocol, treatment));
    found.addAll(MedicationDeviations.find(sheets, protocol, treatment));
    found.addAll(PlanDeviations.find(sheets, protocol, schedule, machine));
    found.addAll(QualityDeviations.find(sheets, protocol));
    found.sort(Comparator.comparing(deviation -> deviation.get().on()));
    return List.copyOf(found);
  }

  /** The deviations of tumour assessments alone: outside their window, or missed. */
  public static List<Derived<Deviation>> deriveOfAssessments(
      Sheets sheets, Protocol protocol, ParticipantEfficacy efficacy, LocalDate asOf) {
    return efficacy.firstTreatment().isKnown()
        ? AssessmentDeviations.find(
            sheets, protocol, efficacy.scheduleOrigin(), end(sheets, efficacy), asOf)
        : List.of();
  }

  /** The day after which no assessment is due any more. */
  private static @Nullable LocalDate end(Sheets sheets, ParticipantEfficacy efficacy) {
    List<LocalDate> ends = new ArrayList<>();
    efficacy.progression().known().ifPresent(ends::add);
    efficacy.death().known().ifPresent(ends::add);
    sheets.of("withdrawal").stream()
        .filter(
            sheet -> sheet.text("scope").known().filter(s -> !s.equals("treatment")).isPresent())
        .flatMap(sheet -> sheet.date("withdrawn-on").known().stream())
        .forEach(ends::add);
    return ends.stream().min(Comparator.naturalOrder()).orElse(null);
  }

  private static List<Derived<Deviation>> lateReports(Sheets sheets, Protocol protocol) {
    List<Derived<Deviation>> found = new ArrayList<>();
    List<SeriousReport> reports = SeriousReport.derive(sheets, protocol);
    List<Sheet> forms = sheets.of("serious-adverse-event");
    for (int i = 0; i < reports.size(); i++) {
      SeriousReport report = reports.get(i);
      if (report.inTime().known().filter(inTime -> !inTime).isPresent()) {
        found.add(lateReport(report, forms.get(i)));
      }
    }
    return found;
  }

  private static List<Derived<Deviation>> latePregnancies(Sheets sheets, Protocol protocol) {
    List<Derived<Deviation>> found = new ArrayList<>();
    List<Sheet> forms = sheets.of("pregnancy");
    List<PregnancyReport> reports = PregnancyReport.derive(sheets, protocol);
    for (int i = 0; i < reports.size(); i++) {
      PregnancyReport report = reports.get(i);
      if (report.inTime().known().filter(inTime -> !inTime).isPresent()) {
        DeviationRule rule = DeviationRule.PREGNANCY_REPORT_LATE;
        Sheet form = forms.get(i);
        LocalDate due = report.due().get().toLocalDate();
        found.add(
            Derived.of(
                    rule, Deviation.of(rule, Integer.toString(form.repeat()), due), report.inTime())
                .with("who", report.who().known().orElse("-"))
                .with("date", form.text("reported-at").known().orElse("-"))
                .with("due", report.due().get()));
      }
    }
    return found;
  }

  private static Derived<Deviation> lateReport(SeriousReport report, Sheet form) {
    DeviationRule rule = DeviationRule.SERIOUS_REPORT_LATE;
    LocalDate due = report.due().get().toLocalDate();
    String event = report.event().known().map(String::valueOf).orElse("-");
    return Derived.of(rule, Deviation.of(rule, event + "-" + form.repeat(), due), report.inTime())
        .with("event", event)
        .with("report", report.report().known().orElse("-"))
        .with("date", form.text("reported-at").known().orElse("-"))
        .with("due", report.due().get());
  }
}
