package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Anchor;
import org.lodestar.trial.protocol.Visit;

/** The visits of one participant, planned from what has happened and from what is planned. */
public record VisitPlan(List<PlannedVisit> visits) {
  public VisitPlan {
    visits = List.copyOf(visits);
  }

  /**
   * What the plan is made from.
   *
   * @param anchors the days that visits are counted from, as far as they are known or planned
   * @param doneOn by visit key: when it took place
   * @param clinic working days for appointments
   * @param asOf the day on which visits are due, overdue or missed
   * @param through open-ended series are planned up to here
   * @param end no visit is expected after it (death, withdrawal of visits), or null
   */
  public record Basis(
      Map<Anchor, List<AnchorDay>> anchors,
      Map<String, LocalDate> doneOn,
      WorkingDays clinic,
      LocalDate asOf,
      LocalDate through,
      @Nullable LocalDate end) {
    public Basis {
      anchors = Map.copyOf(anchors);
      doneOn = Map.copyOf(doneOn);
    }
  }

  /** A visit before it is known whether it was kept. */
  private record Slot(String key, Derived<LocalDate> planned, boolean firm) {}

  public static VisitPlan derive(List<Visit> visits, Basis basis) {
    return new VisitPlan(
        visits.stream()
            .flatMap(visit -> series(visit, basis).stream())
            .sorted(
                Comparator.comparing((PlannedVisit visit) -> visit.planned().get())
                    .thenComparing(PlannedVisit::key))
            .toList());
  }

  private static List<PlannedVisit> series(Visit visit, Basis basis) {
    List<Slot> slots = slots(visit, basis);
    List<PlannedVisit> planned = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      LocalDate next =
          i + 1 < slots.size()
              ? slots.get(i + 1).planned().get().minusDays(visit.windowBeforeDays())
              : null;
      planned.add(visit(visit, slots.get(i), next, basis));
    }
    return planned;
  }

  private static PlannedVisit visit(
      Visit visit, Slot slot, @Nullable LocalDate missedFrom, Basis basis) {
    LocalDate day = slot.planned().get();
    LocalDate earliest = day.minusDays(visit.windowBeforeDays());
    LocalDate latest = day.plusDays(visit.windowAfterDays());
    LocalDate done = basis.doneOn().get(slot.key());
    return new PlannedVisit(
        slot.key(),
        visit,
        slot.planned(),
        appointment(day, earliest, latest, basis.clinic()),
        slot.firm(),
        done,
        VisitStatus.of(earliest, latest, done, missedFrom, basis.asOf()));
  }

  private static LocalDate appointment(
      LocalDate day, LocalDate earliest, LocalDate latest, WorkingDays clinic) {
    LocalDate next = clinic.onOrAfter(day);
    if (!next.isAfter(latest)) {
      return next;
    }
    LocalDate before = clinic.onOrBefore(day);
    return before.isBefore(earliest) ? next : before;
  }

  private static List<Slot> slots(Visit visit, Basis basis) {
    List<Slot> slots = new ArrayList<>();
    for (AnchorDay anchor : basis.anchors().getOrDefault(visit.anchor(), List.of())) {
      String key = anchor.suffix().isEmpty() ? visit.key() : visit.key() + "-" + anchor.suffix();
      if (visit.everyDays() == null) {
        slots.add(slot(visit, key, anchor, visit.offsetDays()));
      } else {
        repeat(visit, key, visit.everyDays(), anchor, basis.through(), slots);
      }
    }
    slots.removeIf(slot -> isAfterEnd(slot, basis));
    slots.sort(Comparator.comparing(slot -> slot.planned().get()));
    return slots;
  }

  private static void repeat(
      Visit visit,
      String key,
      int everyDays,
      AnchorDay anchor,
      LocalDate through,
      List<Slot> slots) {
    LocalDate from = anchor.date().get();
    int until = visit.untilDays() == null ? Integer.MAX_VALUE : visit.untilDays();
    int number = 1;
    for (int offset = visit.offsetDays();
        offset <= until && !from.plusDays(offset).isAfter(through);
        offset += everyDays) {
      slots.add(slot(visit, key + "-" + number++, anchor, offset));
    }
  }

  private static Slot slot(Visit visit, String key, AnchorDay anchor, int offsetDays) {
    LocalDate from = anchor.date().get();
    Derived<LocalDate> planned =
        Derived.of(ScheduleRule.VISIT, from.plusDays(offsetDays), anchor.date())
            .with("visit", visit.words())
            .with("offset", offsetDays)
            .with("anchor", visit.anchor().words())
            .with("date", from);
    return new Slot(key, planned, anchor.happened());
  }

  private static boolean isAfterEnd(Slot slot, Basis basis) {
    return basis.end() != null
        && slot.planned().get().isAfter(basis.end())
        && !basis.doneOn().containsKey(slot.key());
  }

  public Optional<PlannedVisit> visit(String key) {
    return visits.stream().filter(visit -> visit.key().equals(key)).findFirst();
  }

  public List<PlannedVisit> with(VisitStatus status) {
    return visits.stream().filter(visit -> visit.status() == status).toList();
  }
}
