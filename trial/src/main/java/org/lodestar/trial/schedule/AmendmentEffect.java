package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.ConsentVersion;
import org.lodestar.trial.protocol.EnrolmentSettings;

/**
 * What another bundle would mean for one participant: the days still to come that move, appear or
 * go, and whether she is asked for consent again. What happened stays under the bundle of its day.
 *
 * @param comes whether she still comes: nothing changes for whose visits have ended
 * @param reconsent what she would have to sign under the other bundle; missing, with the reason,
 *     while that one names no versions of the consent form
 */
public record AmendmentEffect(List<Change> changes, boolean comes, Derived<Reconsent> reconsent) {

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

  /** Whether somebody would have to ask her to sign. */
  public boolean reconsents() {
    return reconsent.known().filter(each -> each.state().isWaiting()).isPresent();
  }

  /**
   * @param inForce the plan under the bundle in force
   * @param candidate the plan of the same facts under the other bundle; of its versions of the
   *     consent form those count as well that are valid only from a later day
   */
  public static AmendmentEffect derive(WhatIf.Plan inForce, WhatIf.Plan candidate) {
    Map<String, LocalDate> before = toCome(inForce.derive());
    Schedule then = candidate.derive();
    Map<String, LocalDate> after = toCome(then);
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
    return new AmendmentEffect(
        changes, inForce.facts().visitsEnd() == null, reconsent(candidate, then));
  }

  private static Derived<Reconsent> reconsent(WhatIf.Plan candidate, Schedule then) {
    LocalDate asOf =
        Stream.concat(
                Stream.of(candidate.outlook().asOf()),
                candidate
                    .protocol()
                    .get(EnrolmentSettings.CONSENT_VERSIONS)
                    .find()
                    .orElse(List.of())
                    .stream()
                    .map(ConsentVersion::validFrom))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return Reconsents.derive(candidate.facts(), then.visits(), null, candidate.protocol(), asOf)
        .now();
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
