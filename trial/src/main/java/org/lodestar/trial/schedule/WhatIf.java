package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.protocol.Protocol;

/**
 * A schedule as it is and as it would be if day 1 of a cycle were another one. A supposition only:
 * nothing is saved, and nothing that happened moves.
 */
public record WhatIf(
    Schedule before,
    Schedule after,
    List<Derived<PlanBreach>> breachesBefore,
    List<Derived<PlanBreach>> breachesAfter) {
  public WhatIf {
    breachesBefore = List.copyOf(breachesBefore);
    breachesAfter = List.copyOf(breachesAfter);
  }

  /**
   * What a schedule is made from.
   *
   * @param clinic days on which visits and infusions can be planned
   * @param machine days on which the participant can be irradiated
   */
  public record Plan(
      ScheduleFacts facts,
      Protocol protocol,
      WorkingDays clinic,
      WorkingDays machine,
      Outlook outlook) {
    public Schedule derive() {
      return Schedule.derive(facts, protocol, clinic, machine, outlook);
    }

    private Plan supposing(String subject, LocalDate day) {
      return new Plan(facts.supposing(subject, day), protocol, clinic, machine, outlook);
    }

    private List<Derived<PlanBreach>> breaches(Schedule schedule) {
      return PlanBreach.find(schedule, protocol, machine);
    }
  }

  /**
   * Supposes that day 1 of a cycle is moved.
   *
   * @param byDays later, or earlier when negative
   * @return missing, with the reason, when the cycle was given already, is not planned, or would
   *     come before today or before the cycle before it
   */
  public static Derived<WhatIf> cycleMoved(Plan plan, int cycle, int byDays) {
    Schedule before = plan.derive();
    Optional<Cycle> planned = before.cycles().known().flatMap(cycles -> cycles.cycle(cycle));
    if (planned.isEmpty()) {
      return refused(before, ScheduleRule.WHAT_IF_NOT_PLANNED, "cycle", cycle);
    }
    LocalDate to = planned.get().planned().plusDays(byDays);
    LocalDate notBefore = notBefore(plan, before, cycle);
    if (planned.get().isGiven()) {
      return refused(
          before, ScheduleRule.WHAT_IF_PAST, "cycle", cycle, "date", planned.get().planned());
    }
    if (to.isBefore(notBefore)) {
      return refused(
          before, ScheduleRule.WHAT_IF_TOO_EARLY, "cycle", cycle, "date", to, "min", notBefore);
    }
    Schedule after = plan.supposing(ScheduleFacts.cycleSubject(cycle), to).derive();
    WhatIf answer = new WhatIf(before, after, plan.breaches(before), plan.breaches(after));
    return Derived.of(ScheduleRule.WHAT_IF, answer, before.cycles(), after.cycles())
        .with("cycle", cycle)
        .with("from", planned.get().planned())
        .with("to", to);
  }

  private static LocalDate notBefore(Plan plan, Schedule before, int cycle) {
    LocalDate today = plan.outlook().asOf();
    return before
        .cycles()
        .get()
        .cycle(cycle - 1)
        .map(earlier -> earlier.planned().plusDays(1))
        .filter(today::isBefore)
        .orElse(today);
  }

  private static Derived<WhatIf> refused(
      Schedule before, ScheduleRule why, Object... namesAndValues) {
    return Derived.missing(
        ScheduleRule.WHAT_IF, Message.of(why.words(), namesAndValues), before.cycles());
  }
}
