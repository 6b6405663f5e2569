package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Agent;
import org.lodestar.trial.protocol.AgentSettings;
import org.lodestar.trial.protocol.Anchor;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TimeOrigin;
import org.lodestar.trial.protocol.TreatmentSettings;

/**
 * Day 1 of the maintenance cycles of one participant: from the first dose, given, decided or due,
 * at the agents' interval, up to the time limit of the trial.
 */
final class MaintenanceDays {
  private static final Words MAINTENANCE = new Words("maintenance", "维持治疗");

  private final ScheduleFacts facts;
  private final Protocol protocol;
  private final TreatmentPlan treatment;

  MaintenanceDays(ScheduleFacts facts, Protocol protocol, TreatmentPlan treatment) {
    this.facts = facts;
    this.protocol = protocol;
    this.treatment = treatment;
  }

  Derived<CyclePlan> derive(Outlook outlook) {
    SettingsRead settings = new SettingsRead(protocol);
    Derived<LocalDate> first = first();
    if (!first.isKnown()) {
      return first.map(ScheduleRule.CYCLES, any -> new CyclePlan(List.of()));
    }
    Optional<Integer> interval = intervalDays(settings);
    if (interval.isEmpty()) {
      Message open =
          settings
              .missing()
              .orElseGet(
                  () -> ScheduleDerivation.noAnchor(MAINTENANCE, Anchor.EACH_MAINTENANCE_CYCLE));
      return settings.on(Derived.missing(ScheduleRule.CYCLES, open, first));
    }
    LocalDate last =
        limit(first, settings).filter(outlook.through()::isAfter).orElse(outlook.through());
    CyclePlan plan = plan(first.get(), interval.get(), last);
    CyclePlan kept = facts.treatmentEnd() == null ? plan : plan.givenOnly();
    return settings.on(
        Derived.of(ScheduleRule.CYCLES, kept, first)
            .with("given", facts.maintenance().size())
            .with("count", kept.cycles().size())
            .with("interval", interval.get()));
  }

  private Derived<LocalDate> first() {
    Derived<LocalDate> given = facts.maintenance().get(1);
    if (given != null) {
      return given;
    }
    Derived<LocalDate> decided = facts.decided().get(ScheduleFacts.MAINTENANCE_START);
    if (decided != null) {
      return decided;
    }
    return stopped().orElseGet(() -> new MaintenanceStartDay(facts, protocol, treatment).derive());
  }

  private List<String> agents() {
    return protocol.get(TreatmentSettings.MAINTENANCE_AGENTS).find().orElse(List.of());
  }

  /** Why it is not due when every agent of maintenance was given up before its first dose. */
  private Optional<Derived<LocalDate>> stopped() {
    List<Derived<LocalDate>> days =
        agents().stream()
            .flatMap(agent -> Optional.ofNullable(facts.stopped().get(agent)).stream())
            .toList();
    return days.isEmpty() || days.size() < agents().size()
        ? Optional.empty()
        : Optional.of(
            Derived.missing(
                ScheduleRule.MAINTENANCE_START,
                Message.of(ScheduleRule.MAINTENANCE_STOPPED.words(), "on", days.getLast().get()),
                days));
  }

  /** The shortest interval of its agents; those of which the protocol leaves it open are named. */
  private Optional<Integer> intervalDays(SettingsRead settings) {
    List<String> agents = settings.find(TreatmentSettings.MAINTENANCE_AGENTS).orElse(List.of());
    return protocol.agents().stream()
        .map(Agent::key)
        .filter(agents::contains)
        .flatMap(agent -> settings.find(AgentSettings.INTERVAL_DAYS.of(agent)).stream())
        .min(Integer::compare);
  }

  /** A dose on the last day of the limit is still inside it. */
  private Optional<LocalDate> limit(Derived<LocalDate> first, SettingsRead settings) {
    Optional<Integer> months = settings.find(TreatmentSettings.MAINTENANCE_MAX_MONTHS);
    Optional<LocalDate> origin =
        settings.find(TreatmentSettings.MAINTENANCE_ORIGIN).flatMap(from -> origin(from, first));
    return months.flatMap(n -> origin.map(day -> day.plusMonths(n)));
  }

  /** From a first dose that was only decided, what is counted from it is counted as well. */
  private Optional<LocalDate> origin(TimeOrigin origin, Derived<LocalDate> first) {
    return origin == TimeOrigin.MAINTENANCE_START
        ? first.known()
        : facts.origins().day(origin).flatMap(Derived::known);
  }

  private CyclePlan plan(LocalDate first, int interval, LocalDate last) {
    Map<Integer, LocalDate> given = new HashMap<>();
    facts.maintenance().forEach((cycle, day) -> given.put(cycle, day.get()));
    long most = Math.max(0, ChronoUnit.DAYS.between(first, last)) / interval + 1;
    int count = Math.max((int) most, given.keySet().stream().max(Integer::compare).orElse(0));
    CyclePlan plan = CyclePlan.plan(first, count, interval, given, Map.of());
    return new CyclePlan(
        plan.cycles().stream()
            .filter(cycle -> cycle.isGiven() || !cycle.planned().isAfter(last))
            .toList());
  }
}
