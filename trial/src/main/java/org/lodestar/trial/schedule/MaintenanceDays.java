package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Agent;
import org.lodestar.trial.protocol.Anchor;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TimeOrigin;
import org.lodestar.trial.protocol.TreatmentSettings;

/**
 * Day 1 of the maintenance cycles of one participant: from the first dose, given or authorised, at
 * the agents' interval, up to the time limit of the trial.
 */
final class MaintenanceDays {
  private static final Words MAINTENANCE = new Words("maintenance", "维持治疗");

  private final ScheduleFacts facts;
  private final Protocol protocol;

  MaintenanceDays(ScheduleFacts facts, Protocol protocol) {
    this.facts = facts;
    this.protocol = protocol;
  }

  Derived<CyclePlan> derive(Outlook outlook) {
    SettingsRead settings = new SettingsRead(protocol);
    Derived<LocalDate> first = first();
    if (!first.isKnown()) {
      return first.map(ScheduleRule.CYCLES, any -> new CyclePlan(List.of()));
    }
    Optional<Integer> interval = intervalDays();
    if (interval.isEmpty()) {
      return Derived.missing(
          ScheduleRule.CYCLES,
          ScheduleDerivation.noAnchor(MAINTENANCE, Anchor.EACH_MAINTENANCE_CYCLE),
          first);
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
    return decided != null
        ? decided
        : Derived.missing(
            ScheduleRule.CYCLES,
            ScheduleDerivation.noAnchor(MAINTENANCE, Anchor.EACH_MAINTENANCE_CYCLE));
  }

  private Optional<Integer> intervalDays() {
    List<String> agents =
        protocol.get(TreatmentSettings.MAINTENANCE_AGENTS).find().orElse(List.of());
    return protocol.agents().stream()
        .filter(agent -> agents.contains(agent.key()))
        .map(Agent::intervalDays)
        .flatMap(setting -> setting.find().stream())
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
        : facts.day(origin).flatMap(Derived::known);
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
