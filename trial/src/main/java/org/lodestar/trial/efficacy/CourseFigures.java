package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.protocol.EndpointSettings;
import org.lodestar.trial.protocol.ImagingSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ScanPhase;
import org.lodestar.trial.protocol.SettingsRead;

/** What one participant's course adds to response rate, landmark table and interval estimate. */
final class CourseFigures {
  private final Protocol protocol;
  private final Derived<LocalDate> reference;
  private final Derived<LocalDate> scheduleOrigin;
  private final Derived<TumourResponse> response;

  /**
   * @param reference the origin of progression-free survival
   * @param scheduleOrigin from which assessments are planned
   */
  CourseFigures(
      Protocol protocol,
      Derived<LocalDate> reference,
      Derived<LocalDate> scheduleOrigin,
      Derived<TumourResponse> response) {
    this.protocol = protocol;
    this.reference = reference;
    this.scheduleOrigin = scheduleOrigin;
    this.response = response;
  }

  /**
   * The best of the assessments up to the month until which the protocol judges response.
   *
   * @param proven a progression that a biopsy proved, after which nothing counts
   */
  Derived<BestResponse> responseInTime(
      Optional<ResponseSettings> settings,
      Derived<LocalDate> newTherapy,
      Derived<LocalDate> proven) {
    EfficacyRule rule = EfficacyRule.RESPONSE_IN_TIME;
    SettingsRead read = new SettingsRead(protocol);
    Optional<Integer> months = read.find(EndpointSettings.RESPONSE_UNTIL_MONTHS);
    Optional<Boolean> confirm = read.find(ImagingSettings.CONFIRMATION_REQUIRED);
    if (months.isEmpty() || confirm.isEmpty()) {
      return read.on(Derived.missing(rule, read.missing().orElseThrow(), response));
    }
    if (!response.isKnown() || !reference.isKnown() || settings.isEmpty()) {
      return read.on(EfficacyDerivation.missingAs(rule, response.isKnown() ? reference : response));
    }
    LocalDate until = lastOfMonth(reference.get(), months.get());
    List<AssessedVisit> inTime =
        response.get().visits().stream().filter(visit -> !visit.date().isAfter(until)).toList();
    List<TimedResponse> timed = new ArrayList<>();
    proven
        .known()
        .filter(day -> !day.isAfter(until))
        .ifPresent(day -> timed.add(new TimedResponse(day, Response.PD)));
    inTime.forEach(visit -> timed.add(new TimedResponse(visit.date(), visit.overall().get())));
    ResponseSeries series =
        new ResponseSeries(
            reference.get(),
            response.get().baselineSumMm().isKnown(),
            timed,
            newTherapy.known().orElse(null));
    BestResponse best =
        confirm.get()
            ? BestResponse.confirmed(series, settings.get())
            : BestResponse.unconfirmed(series, settings.get());
    List<Input> inputs = new ArrayList<>(List.of(reference, newTherapy));
    inTime.forEach(visit -> inputs.add(visit.overall()));
    proven.known().ifPresent(day -> inputs.add(proven));
    return read.on(
        Derived.of(rule, best, inputs)
            .with("months", months.get())
            .with("until", until)
            .with("value", best.response().code())
            .with("date", best.date() == null ? "-" : best.date()));
  }

  /** The last day of the window of the last assessment that is due by a month. */
  private LocalDate lastOfMonth(LocalDate reference, int months) {
    LocalDate month = reference.plusMonths(months);
    return plan(reference).stream()
        .flatMap(plan -> plan.due(month).stream())
        .filter(due -> !due.on().isAfter(month))
        .map(AssessmentPlan.Due::latest)
        .filter(month::isBefore)
        .max(Comparator.naturalOrder())
        .orElse(month);
  }

  /** The plan of assessments, without regard to how many missed ones break the follow-up. */
  private Optional<AssessmentPlan> plan(LocalDate reference) {
    Optional<List<ScanPhase>> phases = protocol.get(ImagingSettings.SCHEDULE).find();
    Optional<BigDecimal> month = protocol.get(EndpointSettings.MONTH_DAYS).find();
    LocalDate from = scheduleOrigin.known().orElse(reference);
    return phases.flatMap(all -> month.map(days -> new AssessmentPlan(from, days, all, 1)));
  }

  /** At the assessment of the landmark: free when it, or a later one, shows no progression. */
  Derived<LandmarkStatus> nominalVisit(Derived<TimeToEvent> pfs) {
    EfficacyRule rule = EfficacyRule.NOMINAL_VISIT;
    SettingsRead read = new SettingsRead(protocol);
    Optional<Integer> landmark = read.find(EndpointSettings.LANDMARK_DAY);
    if (landmark.isEmpty()) {
      return read.on(Derived.missing(rule, read.missing().orElseThrow(), pfs));
    }
    if (!pfs.isKnown()) {
      return read.on(EfficacyDerivation.missingAs(rule, pfs));
    }
    LocalDate day = pfs.get().origin().plusDays(landmark.get() - 1L);
    AssessmentPlan.Due due =
        plan(pfs.get().origin()).stream()
            .flatMap(plan -> plan.due(day).stream())
            .filter(each -> !each.on().isAfter(day))
            .reduce((earlier, later) -> later)
            .orElseGet(() -> new AssessmentPlan.Due(day, 0));
    List<TimedResponse> timed = response.known().map(TumourResponse::timed).orElse(List.of());
    boolean event = pfs.get().event() && !pfs.get().date().isAfter(due.latest());
    boolean free =
        timed.stream()
            .anyMatch(
                each ->
                    !each.date().isBefore(due.earliest())
                        && each.response() != Response.NE
                        && each.response() != Response.PD);
    LandmarkStatus status =
        event
            ? LandmarkStatus.EVENT
            : free ? LandmarkStatus.EVENT_FREE : LandmarkStatus.NOT_ASSESSED;
    return read.on(
        Derived.of(rule, status, pfs)
            .with("due", due.on())
            .with("earliest", due.earliest())
            .with("latest", due.latest())
            .with("value", status.words()));
  }

  /** Between which study days progression happened. */
  Derived<IntervalTime> intervalTime(Derived<TimeToEvent> pfs) {
    EfficacyRule rule = EfficacyRule.INTERVAL_TIME;
    if (!pfs.isKnown()) {
      return EfficacyDerivation.missingAs(rule, pfs);
    }
    List<TimedResponse> timed = response.known().map(TumourResponse::timed).orElse(List.of());
    IntervalTime interval = IntervalTime.of(pfs.get(), timed);
    List<Input> inputs = new ArrayList<>(List.of(pfs));
    response.known().ifPresent(known -> known.visits().forEach(v -> inputs.add(v.overall())));
    return Derived.of(rule, interval, inputs)
        .with("left", interval.leftDay())
        .with("right", interval.rightDay() == null ? "-" : interval.rightDay());
  }
}
