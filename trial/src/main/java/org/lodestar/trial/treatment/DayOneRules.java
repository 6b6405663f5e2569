package org.lodestar.trial.treatment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.Agent;
import org.lodestar.trial.protocol.AgentClass;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingKey;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TreatmentSettings;
import org.lodestar.trial.schedule.FractionCourse;
import org.lodestar.trial.schedule.TreatmentPlan;

/**
 * What each rule of the trial proposes for one agent on one day, and the gravest of it. Private to
 * one derivation: the settings that it names are those that this agent's rules read.
 */
final class DayOneRules {
  private final Protocol protocol;
  private final TreatmentPlan plan;
  private final DayOneTests tests;
  private final LocalDate day;
  private final AgentRecord record;
  private final SettingsRead settings;
  private final List<Derived<Action>> proposals = new ArrayList<>();

  /**
   * @param record of the agent before the day
   */
  DayOneRules(
      Protocol protocol, TreatmentPlan plan, DayOneTests tests, LocalDate day, AgentRecord record) {
    this.protocol = protocol;
    this.plan = plan;
    this.tests = tests;
    this.day = day;
    this.record = record;
    this.settings = new SettingsRead(protocol);
  }

  /** Whether the trial still gives a cycle once radiotherapy is over. */
  private Optional<Derived<Action>> afterLastFraction() {
    Optional<LocalDate> end = plan.radiotherapy().known().flatMap(FractionCourse::end);
    if (end.filter(day::isAfter).isEmpty()) {
      return Optional.empty();
    }
    Optional<Boolean> after = settings.find(TreatmentSettings.CYCLE_AFTER_LAST_FRACTION);
    if (after.isEmpty()) {
      return openRules(TreatmentSettings.CYCLE_AFTER_LAST_FRACTION);
    }
    return after
        .filter(allowed -> !allowed)
        .map(
            never ->
                Derived.of(
                        TreatmentRule.NO_CYCLE_AFTER_RADIOTHERAPY, Action.OMIT, plan.radiotherapy())
                    .with("end", end.get()));
  }

  /**
   * @param delayedDays by which its cycle would be late on this day; empty where no cycle is due
   * @param conditions what the conditions of the phase of treatment propose
   */
  Derived<Action> derive(Agent agent, OptionalInt delayedDays, List<Derived<Action>> conditions) {
    byRules();
    proposals.addAll(conditions);
    if (delayedDays.isPresent()) {
      afterLastFraction().ifPresent(proposals::add);
    }
    if (agent.agentClass().find().filter(AgentClass.PD_1::equals).isPresent()) {
      withRadiotherapy(agent).ifPresent(proposals::add);
      heldTooLong(agent).ifPresent(proposals::add);
    } else if (delayedDays.isPresent()) {
      delay(agent, delayedDays.getAsInt()).ifPresent(proposals::add);
    }
    return combine(agent.name());
  }

  /** For radiotherapy, which the rules name beside the agents. */
  Derived<Action> derive(Words radiotherapy) {
    byRules();
    return combine(radiotherapy);
  }

  private Derived<Action> combine(Words agent) {
    stopped(agent).ifPresent(proposals::add);
    return settings.on(DayOneDecision.combine(agent, day, proposals));
  }

  private void byRules() {
    settings.find(TreatmentSettings.DAY_1_RULES).orElse(List.of()).stream()
        .filter(rule -> rule.agents().contains(record.agent()))
        .map(rule -> DayOneDecision.judge(rule, tests.measure(rule)))
        .forEach(proposals::add);
    proposals.addAll(toxicities().judge(tests.episodes()));
    openRules(TreatmentSettings.DAY_1_RULES).ifPresent(proposals::add);
    openRules(TreatmentSettings.TOXICITY_RULES).ifPresent(proposals::add);
  }

  private ToxicityJudgement toxicities() {
    return new ToxicityJudgement(
        record.agent(),
        settings.find(TreatmentSettings.TOXICITY_RULES).orElse(List.of()),
        record.lastGiven().orElse(null),
        record.deepenedOn());
  }

  /** While the protocol leaves its rules open, a person is asked. */
  private Optional<Derived<Action>> openRules(SettingKey<?> key) {
    var setting = protocol.get(key);
    return setting.find().isPresent()
        ? Optional.empty()
        : Optional.of(
            Derived.of(TreatmentRule.RULES_OPEN, Action.ASK, List.of())
                .with("setting", setting.key().label()));
  }

  private Optional<Derived<Action>> delay(Agent agent, int delayedDays) {
    Optional<Integer> maxDays = settings.find(TreatmentSettings.DELAY_MAX_DAYS);
    if (maxDays.isEmpty() && delayedDays > 0) {
      return openRules(TreatmentSettings.DELAY_MAX_DAYS);
    }
    return maxDays.map(
        max -> DayOneDecision.judgeDelay(agent.name(), List.copyOf(proposals), delayedDays, max));
  }

  private Optional<Derived<Action>> stopped(Words agent) {
    Derived<LocalDate> on = record.stopped();
    return on == null
        ? Optional.empty()
        : Optional.of(
            Derived.of(TreatmentRule.STOPPED_BEFORE, Action.STOP, on)
                .with("agent", agent)
                .with("on", on.get()));
  }

  private Optional<Derived<Action>> withRadiotherapy(Agent agent) {
    Optional<FractionCourse> course = plan.radiotherapy().known();
    Optional<LocalDate> end = course.flatMap(FractionCourse::end);
    boolean begun =
        course.filter(c -> !c.delivered().isEmpty()).isPresent()
            || plan.radiotherapyStart().known().filter(day::equals).isPresent();
    if (!begun || end.isEmpty()) {
      return Optional.empty();
    }
    return day.isAfter(end.get()) ? gap(agent, end.get()) : during(agent);
  }

  private Optional<Derived<Action>> during(Agent agent) {
    Optional<Boolean> during = settings.find(TreatmentSettings.PD_1_DURING_RADIOTHERAPY);
    if (during.isEmpty()) {
      return openRules(TreatmentSettings.PD_1_DURING_RADIOTHERAPY);
    }
    return during
        .filter(allowed -> !allowed)
        .map(
            never ->
                Derived.of(TreatmentRule.NOT_DURING_RADIOTHERAPY, Action.OMIT, plan.radiotherapy())
                    .with("agent", agent.name()));
  }

  private Optional<Derived<Action>> gap(Agent agent, LocalDate end) {
    long days = ChronoUnit.DAYS.between(end, day);
    Optional<Integer> gap = settings.find(TreatmentSettings.PD_1_GAP_AFTER_RADIOTHERAPY_DAYS);
    boolean givenSince = record.lastGiven().filter(end::isBefore).isPresent();
    if (gap.isEmpty() && !givenSince) {
      return openRules(TreatmentSettings.PD_1_GAP_AFTER_RADIOTHERAPY_DAYS);
    }
    return gap.filter(min -> days < min)
        .map(
            min ->
                Derived.of(
                        TreatmentRule.TOO_SOON_AFTER_RADIOTHERAPY, Action.HOLD, plan.radiotherapy())
                    .with("days", days)
                    .with("agent", agent.name())
                    .with("min", min));
  }

  /**
   * A hold is counted from the day on which the next dose was due, but not from before what holds
   * it; that the trial itself lets the agent wait is no hold.
   */
  private Optional<Derived<Action>> heldTooLong(Agent agent) {
    Optional<LocalDate> since = toxicities().heldSince(tests.episodes());
    boolean byCondition =
        proposals.stream()
            .anyMatch(
                proposal ->
                    proposal.get() == Action.HOLD
                        && proposal.rule() == TreatmentRule.CONDITION_NOT_MET);
    Optional<Integer> interval = agent.intervalDays().find();
    if ((since.isEmpty() && !byCondition) || interval.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> due = record.lastGiven().map(last -> last.plusDays(interval.get()));
    Optional<LocalDate> from =
        byCondition ? due : due.map(on -> since.filter(on::isBefore).orElse(on));
    long days = from.map(on -> ChronoUnit.DAYS.between(on, day)).orElse(0L);
    return settings
        .find(TreatmentSettings.PD_1_HOLD_MAX_DAYS)
        .filter(max -> days > max)
        .map(
            max ->
                Derived.of(TreatmentRule.HELD_TOO_LONG, Action.STOP, List.copyOf(proposals))
                    .with("agent", agent.name())
                    .with("days", days)
                    .with("max", max));
  }
}
