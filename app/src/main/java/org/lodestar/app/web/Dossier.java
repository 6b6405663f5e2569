package org.lodestar.app.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.efficacy.EfficacyDerivation;
import org.lodestar.trial.efficacy.EnrolmentDay;
import org.lodestar.trial.efficacy.IndependentReview;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Anchor;
import org.lodestar.trial.protocol.ImagingSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Reader;
import org.lodestar.trial.protocol.ScanPhase;
import org.lodestar.trial.safety.AdverseEvents;
import org.lodestar.trial.safety.SeriousReport;
import org.lodestar.trial.safety.TreatmentDates;
import org.lodestar.trial.schedule.FormPlan;
import org.lodestar.trial.schedule.FractionCourse;
import org.lodestar.trial.schedule.Outlook;
import org.lodestar.trial.schedule.Reconsents;
import org.lodestar.trial.schedule.Schedule;
import org.lodestar.trial.schedule.ScheduleFacts;
import org.lodestar.trial.treatment.Hold;

/**
 * What the rules say of one participant on a day, derived once for all pages.
 *
 * @param standing in the enrolment register; null before she was registered
 * @param serious one for each report of a serious event
 * @param forms every form: in the log or expected
 * @param consents which versions of the consent form she was asked to sign
 */
record Dossier(
    ParticipantCode code,
    @Nullable Standing standing,
    LocalDate today,
    Sheets sheets,
    TreatmentDates treatment,
    AdverseEvents events,
    List<SeriousReport> serious,
    Schedule schedule,
    FormPlan forms,
    Reconsents consents,
    List<Derived<Hold>> holds) {

  static Dossier derive(
      TrialState state, Protocol protocol, ParticipantCode code, LocalDate today) {
    Casebook casebook = state.casebook(code);
    Standing standing = state.index().enrolment().standing(code);
    Sheets sheets = Sheets.of(casebook, protocol.forms());
    TreatmentDates treatment = TreatmentDates.read(sheets);
    Schedule schedule =
        Schedule.derive(casebook, standing, protocol, outlook(sheets, protocol, today));
    return new Dossier(
        code,
        standing,
        today,
        sheets,
        treatment,
        AdverseEvents.derive(sheets, protocol, treatment),
        SeriousReport.derive(sheets, protocol),
        schedule,
        FormPlan.derive(casebook, standing, schedule, protocol, today),
        Reconsents.derive(
            ScheduleFacts.read(sheets, protocol, standing),
            schedule.visits(),
            standing,
            protocol,
            today),
        Hold.derive(sheets, protocol));
  }

  /**
   * Half a year ahead; assessments are due until progression was read on one, which is then the
   * last: it may lie as far before its planned day as the window allows.
   */
  private static Outlook outlook(Sheets sheets, Protocol protocol, LocalDate today) {
    int windowDays =
        protocol.get(ImagingSettings.SCHEDULE).find().stream()
            .flatMap(List::stream)
            .mapToInt(ScanPhase::windowDays)
            .max()
            .orElse(0);
    LocalDate until =
        sheets.readBy(Reader.INVESTIGATOR, "tumour-assessment").stream()
            .filter(sheet -> sheet.text("response").known().filter("PD"::equals).isPresent())
            .flatMap(sheet -> sheet.date("assessed-on").known().stream())
            .min(Comparator.naturalOrder())
            .map(progressed -> progressed.plusDays(windowDays))
            .orElse(null);
    Outlook ahead = Outlook.from(today);
    return new Outlook(ahead.asOf(), ahead.through(), until);
  }

  /** The number under which she was enrolled, else the code of her screening. */
  String name() {
    return standing instanceof Standing.Enrolled enrolled ? enrolled.number() : code.text();
  }

  boolean isEnrolled() {
    return standing instanceof Standing.Enrolled;
  }

  boolean isTreated() {
    return treatment.first().isKnown();
  }

  boolean hasDied() {
    return !sheets.of("death").isEmpty();
  }

  /** Treatment began and was not given up. */
  boolean isOnTreatment() {
    boolean ended =
        hasDied()
            || !sheets.of("withdrawal").isEmpty()
            || schedule.visits().visits().stream()
                .anyMatch(visit -> visit.visit().anchor() == Anchor.LAST_DOSE);
    return isTreated() && !ended;
  }

  /** The course of radiotherapy between its first and its last fraction. */
  Optional<FractionCourse> courseUnderWay() {
    return schedule
        .radiotherapy()
        .known()
        .filter(course -> !course.delivered().isEmpty() && !course.isComplete());
  }

  /** The readings of her images side by side; empty while only the site has read. */
  Optional<IndependentReview> review(Protocol protocol) {
    return IndependentReview.exists(sheets)
        ? Optional.of(
            EfficacyDerivation.review(sheets, protocol, EnrolmentDay.of(standing, code), today))
        : Optional.empty();
  }

  List<SeriousReport> runningClocks() {
    return serious.stream().filter(SeriousReport::isRunning).toList();
  }
}
