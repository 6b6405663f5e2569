package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Anchor;
import org.lodestar.trial.protocol.FollowUpSettings;
import org.lodestar.trial.protocol.ImagingSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ScanPhase;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TimeOrigin;

/** Puts one schedule together, from anchor to anchor; private to one derivation. */
final class ScheduleDerivation {
  private final ScheduleFacts facts;
  private final Protocol protocol;
  private final WorkingDays clinic;
  private final Outlook outlook;
  private final TreatmentPlan treatment;

  ScheduleDerivation(
      ScheduleFacts facts,
      Protocol protocol,
      WorkingDays clinic,
      WorkingDays machine,
      Outlook outlook) {
    this.facts = facts;
    this.protocol = protocol;
    this.clinic = clinic;
    this.outlook = outlook;
    this.treatment =
        TreatmentPlan.derive(facts.treatment(), protocol, clinic, machine, outlook.asOf());
  }

  Schedule derive() {
    Derived<FractionCourse> radiotherapy = treatment.radiotherapy();
    Map<Integer, Derived<LocalDate>> cycleDays = treatment.cycleDays();
    Derived<CyclePlan> maintenance =
        new MaintenanceDays(facts, protocol, treatment).derive(outlook);
    List<Derived<PlannedAssessment>> assessments = assessments(cycleDays, radiotherapy);
    Derived<LocalDate> afterRadiotherapy = afterRadiotherapy(radiotherapy);
    Map<Anchor, List<AnchorDay>> anchors = new EnumMap<>(Anchor.class);
    putEvents(anchors, cycleDays);
    putRadiotherapy(anchors, treatment.radiotherapyStart(), radiotherapy);
    putMaintenance(anchors, maintenance);
    putAssessments(anchors, assessments, afterRadiotherapy);
    return new Schedule(treatment, maintenance, assessments, afterRadiotherapy, visits(anchors));
  }

  private VisitPlan visits(Map<Anchor, List<AnchorDay>> anchors) {
    return VisitPlan.derive(
        protocol.get(FollowUpSettings.VISITS).find().orElse(List.of()),
        new VisitPlan.Basis(
            anchors, facts.doneOn(), clinic, outlook.asOf(), outlook.through(), end()));
  }

  /** Visits end with the person's last one or with the follow-up of the trial. */
  private @Nullable LocalDate end() {
    Optional<LocalDate> ended = Optional.ofNullable(facts.visitsEnd()).flatMap(Derived::known);
    Optional<LocalDate> followedUp =
        Optional.ofNullable(facts.cycles().get(1))
            .flatMap(
                first ->
                    protocol
                        .get(FollowUpSettings.SURVIVAL_UNTIL_MONTHS)
                        .find()
                        .map(months -> first.get().plusMonths(months)));
    return Stream.concat(ended.stream(), followedUp.stream())
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private void putEvents(
      Map<Anchor, List<AnchorDay>> anchors, Map<Integer, Derived<LocalDate>> cycleDays) {
    once(anchors, Anchor.CONSENT, facts.consent(), true);
    once(anchors, Anchor.ENROLMENT, facts.enrolment(), true);
    Derived<LocalDate> firstDose = cycleDays.get(1);
    once(anchors, Anchor.FIRST_DOSE, firstDose, facts.cycles().containsKey(1));
    anchors.put(
        Anchor.EACH_CYCLE,
        cycleDays.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                cycle ->
                    new AnchorDay(
                        cycle.getKey().toString(),
                        cycle.getValue(),
                        facts.cycles().containsKey(cycle.getKey())))
            .toList());
    if (facts.treatmentEnd() != null) {
      once(anchors, Anchor.LAST_DOSE, facts.lastDose(), true);
      once(anchors, Anchor.END_OF_TREATMENT, facts.treatmentEnd(), true);
    }
  }

  private static void once(
      Map<Anchor, List<AnchorDay>> anchors,
      Anchor anchor,
      @Nullable Derived<LocalDate> day,
      boolean happened) {
    if (day != null && day.isKnown()) {
      anchors.put(anchor, List.of(new AnchorDay("", day, happened)));
    }
  }

  private void putRadiotherapy(
      Map<Anchor, List<AnchorDay>> anchors,
      Derived<LocalDate> start,
      Derived<FractionCourse> radiotherapy) {
    boolean begun = !facts.fractions().isEmpty();
    once(anchors, Anchor.RADIOTHERAPY_START, start, begun);
    Optional<LocalDate> end = radiotherapy.known().flatMap(FractionCourse::end);
    if (end.isEmpty() || !start.isKnown()) {
      return;
    }
    boolean ended = begun && radiotherapy.get().isComplete();
    once(anchors, Anchor.RADIOTHERAPY_END, lastFraction(radiotherapy, end.get()), ended);
    List<AnchorDay> weeks = new ArrayList<>();
    LocalDate day = start.get();
    for (int week = 1; !day.isAfter(end.get()); week++) {
      Derived<LocalDate> begins =
          Derived.of(ScheduleRule.RADIOTHERAPY_WEEK, day, start).with("week", week);
      weeks.add(new AnchorDay(Integer.toString(week), begins, begun));
      day = day.plusWeeks(1);
    }
    anchors.put(Anchor.EACH_RADIOTHERAPY_WEEK, weeks);
  }

  private static Derived<LocalDate> lastFraction(
      Derived<FractionCourse> radiotherapy, LocalDate end) {
    return Derived.of(ScheduleRule.LAST_FRACTION, end, radiotherapy);
  }

  private void putMaintenance(
      Map<Anchor, List<AnchorDay>> anchors, Derived<CyclePlan> maintenance) {
    maintenance
        .known()
        .ifPresent(
            plan ->
                anchors.put(
                    Anchor.EACH_MAINTENANCE_CYCLE,
                    plan.cycles().stream()
                        .map(cycle -> maintenanceDay(cycle, maintenance))
                        .toList()));
  }

  private AnchorDay maintenanceDay(Cycle cycle, Derived<CyclePlan> maintenance) {
    Derived<LocalDate> given = facts.maintenance().get(cycle.number());
    Derived<LocalDate> day =
        given != null
            ? given
            : Derived.of(ScheduleRule.MAINTENANCE_CYCLE, cycle.planned(), maintenance)
                .with("cycle", cycle.number());
    return new AnchorDay(Integer.toString(cycle.number()), day, cycle.isGiven());
  }

  private List<Derived<PlannedAssessment>> assessments(
      Map<Integer, Derived<LocalDate>> cycleDays, Derived<FractionCourse> radiotherapy) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<List<ScanPhase>> phases = settings.find(ImagingSettings.SCHEDULE);
    Optional<Derived<LocalDate>> origin =
        settings
            .find(ImagingSettings.SCHEDULE_ORIGIN)
            .flatMap(from -> Optional.ofNullable(origin(from, cycleDays, radiotherapy)))
            .filter(Derived::isKnown);
    if (phases.isEmpty() || origin.isEmpty()) {
      return List.of();
    }
    return PlannedAssessment.series(origin.get().get(), phases.get(), lastAssessment()).stream()
        .map(assessment -> settings.on(assessment(assessment, origin.get())))
        .toList();
  }

  private LocalDate lastAssessment() {
    LocalDate until = outlook.assessmentsUntil();
    return until != null && until.isBefore(outlook.through()) ? until : outlook.through();
  }

  private static Derived<PlannedAssessment> assessment(
      PlannedAssessment assessment, Derived<LocalDate> origin) {
    return Derived.of(ScheduleRule.ASSESSMENT, assessment, origin)
        .with("number", assessment.number())
        .with("interval", assessment.intervalDays())
        .with("origin", origin.get())
        .with("planned", assessment.planned());
  }

  private @Nullable Derived<LocalDate> origin(
      TimeOrigin origin,
      Map<Integer, Derived<LocalDate>> cycleDays,
      Derived<FractionCourse> radiotherapy) {
    return switch (origin) {
      case CONSENT -> facts.consent();
      case ENROLMENT -> facts.enrolment();
      case FIRST_DOSE -> cycleDays.get(1);
      case RADIOTHERAPY_START ->
          radiotherapy
              .known()
              .filter(known -> known.planned().fractions().size() > 0)
              .map(
                  known ->
                      Derived.of(ScheduleRule.FRACTION_DAY, known.planned().first(), radiotherapy))
              .orElse(null);
      case RADIOTHERAPY_END ->
          radiotherapy
              .known()
              .flatMap(FractionCourse::end)
              .map(end -> lastFraction(radiotherapy, end))
              .orElse(null);
      case MAINTENANCE_START -> facts.maintenance().get(1);
      case LAST_DOSE -> facts.lastDose();
    };
  }

  private Derived<LocalDate> afterRadiotherapy(Derived<FractionCourse> radiotherapy) {
    Rule rule = ScheduleRule.ASSESSMENT_AFTER_RADIOTHERAPY;
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> weeks = settings.find(ImagingSettings.AFTER_RADIOTHERAPY_WEEKS);
    Optional<LocalDate> end = radiotherapy.known().flatMap(FractionCourse::end);
    if (weeks.isEmpty() || end.isEmpty()) {
      Message why =
          settings.missing().orElseGet(() -> noAnchor(AFTER_RADIOTHERAPY, Anchor.RADIOTHERAPY_END));
      return settings.on(Derived.missing(rule, why, radiotherapy));
    }
    return settings.on(
        Derived.of(rule, end.get().plusWeeks(weeks.get()), radiotherapy)
            .with("weeks", weeks.get())
            .with("end", end.get()));
  }

  private static final Words AFTER_RADIOTHERAPY =
      new Words("the assessment after radiotherapy", "放疗后评估");

  static Message noAnchor(Words what, Anchor anchor) {
    return Message.of(ScheduleRule.NO_ANCHOR.words(), "what", what, "anchor", anchor.words());
  }

  /** A regular assessment whose window holds the one after radiotherapy serves as both. */
  private void putAssessments(
      Map<Anchor, List<AnchorDay>> anchors,
      List<Derived<PlannedAssessment>> assessments,
      Derived<LocalDate> afterRadiotherapy) {
    List<AnchorDay> days = new ArrayList<>();
    for (Derived<PlannedAssessment> assessment : assessments) {
      days.add(
          new AnchorDay(
              Integer.toString(assessment.get().number()),
              assessment.map(ScheduleRule.ASSESSMENT_DAY, PlannedAssessment::planned),
              facts.cycles().containsKey(1)));
    }
    afterRadiotherapy
        .known()
        .filter(day -> !day.isAfter(lastAssessment()))
        .filter(day -> assessments.stream().noneMatch(a -> a.get().covers(day)))
        .ifPresent(day -> days.add(new AnchorDay("after-rt", afterRadiotherapy, false)));
    anchors.put(Anchor.TUMOUR_ASSESSMENT, days);
  }
}
