package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What another bundle would mean for one participant: the days still to come that move, appear or
 * go, and whether she is asked for consent again. What happened stays under the bundle of its day.
 *
 * @param reconsents whether she still comes: whose visits have ended is not asked again
 */
public record AmendmentEffect(List<Change> changes, boolean reconsents) {

  /**
   * A planned day.
   *
   * @param what {@code cycle-2}, {@code fraction-25}, or the key of a visit
   * @param before null when it was not planned
   * @param after null when it is not planned any more
   */
  public record Change(String what, @Nullable LocalDate before, @Nullable LocalDate after) {}

  public AmendmentEffect {
    changes = List.copyOf(changes);
  }

  /**
   * @param inForce the plan under the bundle in force
   * @param candidate the plan of the same facts under the other bundle
   */
  public static AmendmentEffect derive(WhatIf.Plan inForce, WhatIf.Plan candidate) {
    Map<String, LocalDate> before = toCome(inForce.derive());
    Map<String, LocalDate> after = toCome(candidate.derive());
    List<String> names = new ArrayList<>(before.keySet());
    after.keySet().stream().filter(name -> !before.containsKey(name)).forEach(names::add);
    List<Change> changes = new ArrayList<>();
    for (String name : names) {
      LocalDate was = before.get(name);
      LocalDate willBe = after.get(name);
      if (was == null || !was.equals(willBe)) {
        changes.add(new Change(name, was, willBe));
      }
    }
    return new AmendmentEffect(changes, inForce.facts().visitsEnd() == null);
  }

  /** The days that have not happened, in the order of the plan. */
  private static Map<String, LocalDate> toCome(Schedule schedule) {
    Map<String, LocalDate> days = new LinkedHashMap<>();
    schedule
        .cycles()
        .known()
        .ifPresent(
            plan ->
                plan.cycles().stream()
                    .filter(cycle -> !cycle.isGiven())
                    .forEach(cycle -> days.put("cycle-" + cycle.number(), cycle.planned())));
    schedule
        .radiotherapy()
        .known()
        .ifPresent(
            course ->
                course
                    .remaining()
                    .fractions()
                    .forEach(
                        fraction -> days.put("fraction-" + fraction.number(), fraction.date())));
    schedule.visits().visits().stream()
        .filter(visit -> visit.doneOn() == null)
        .forEach(visit -> days.putIfAbsent(visit.key(), visit.appointment()));
    return days;
  }
}
