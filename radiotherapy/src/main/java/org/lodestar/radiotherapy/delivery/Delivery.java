package org.lodestar.radiotherapy.delivery;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lodestar.radiotherapy.delivery.TreatmentRecord.BeamDelivery;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;

/**
 * Joins the plans of a course, its treatment records and the calendar of the site.
 *
 * <p>The dose of a session is the sum over treatment beams of beam dose times delivered over
 * planned monitor units; set-up beams are left out. Sessions of one plan with one fraction number
 * are one fraction.
 */
public final class Delivery {
  /** A fraction within this share of its monitor units is whole. */
  private static final BigDecimal WHOLE = new BigDecimal("0.99");

  private static final BigDecimal MORE_THAN_WHOLE = new BigDecimal("1.01");
  private static final Duration SHORTEST_INTERVAL = Duration.ofHours(6);

  private final List<Plan> plans;
  private final Predicate<LocalDate> workingDay;
  private final List<Finding> findings = new ArrayList<>();

  private Delivery(List<Plan> plans, Predicate<LocalDate> workingDay) {
    this.plans = plans;
    this.workingDay = workingDay;
  }

  /** A fraction's key: the plan and the number within it. */
  private record Key(Plan plan, int number) {}

  /**
   * Derives a course.
   *
   * @param plans the plans in the order in which they were used, at least one
   * @param records the sessions, in any order
   * @param plannedFractions the fractions of the whole course
   * @param workingDay the days on which the site treats
   * @throws IllegalArgumentException without a plan
   */
  public static DeliveredCourse derive(
      List<Plan> plans,
      List<TreatmentRecord> records,
      int plannedFractions,
      Predicate<LocalDate> workingDay) {
    if (plans.isEmpty()) {
      throw new IllegalArgumentException("a course needs at least one plan");
    }
    return new Delivery(plans, workingDay).derive(records, plannedFractions);
  }

  private DeliveredCourse derive(List<TreatmentRecord> records, int plannedFractions) {
    Map<Key, List<TreatmentRecord>> sessions = sessions(records);
    List<DeliveredFraction> fractions = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    for (Map.Entry<Key, List<TreatmentRecord>> entry : sessions.entrySet()) {
      DeliveredFraction fraction = fraction(fractions.size() + 1, entry.getKey(), entry.getValue());
      total = total.add(fraction.doseGy());
      fractions.add(fraction);
    }
    List<TreatmentRecord> used = sessions.values().stream().flatMap(List::stream).toList();
    reportMachines(fractions);
    reportDays(used);
    reportMissing(fractions);
    Optional<OverallTime> overall =
        used.isEmpty()
            ? Optional.empty()
            : Optional.of(
                OverallTime.of(first(used), last(used), Math.max(1, plannedFractions), workingDay));
    List<LocalDate> gaps = overall.map(o -> gaps(o, used)).orElse(List.of());
    return new DeliveredCourse(used.size(), fractions, total, overall, gaps, findings);
  }

  private static LocalDate first(List<TreatmentRecord> records) {
    return records.stream().map(TreatmentRecord::date).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static LocalDate last(List<TreatmentRecord> records) {
    return records.stream().map(TreatmentRecord::date).max(Comparator.naturalOrder()).orElseThrow();
  }

  private Map<Key, List<TreatmentRecord>> sessions(List<TreatmentRecord> records) {
    Comparator<TreatmentRecord> byTime =
        Comparator.comparing(TreatmentRecord::date)
            .thenComparing(r -> r.time().orElse(java.time.LocalTime.MIDNIGHT))
            .thenComparingInt(TreatmentRecord::fraction);
    Map<Key, List<TreatmentRecord>> sessions = new LinkedHashMap<>();
    Plan previous = null;
    for (TreatmentRecord record : records.stream().sorted(byTime).toList()) {
      Optional<Plan> plan = planOf(record);
      if (plan.isEmpty()) {
        add(FindingCode.RECORD_OF_OTHER_PLAN, record.source(), record.planUid().orElse(""));
        continue;
      }
      if (previous != null && !plan.get().equals(previous)) {
        add(
            FindingCode.PLAN_CHANGED,
            plan.get().label(),
            previous.label(),
            record.date().toString());
      }
      previous = plan.get();
      sessions
          .computeIfAbsent(new Key(plan.get(), record.fraction()), k -> new ArrayList<>())
          .add(record);
    }
    return sessions;
  }

  /**
   * A record without a plan belongs to the only plan of the course, if there is just one; a list
   * may name a plan by its label.
   */
  private Optional<Plan> planOf(TreatmentRecord record) {
    if (record.planUid().isEmpty()) {
      return plans.size() == 1 ? Optional.of(plans.getFirst()) : Optional.empty();
    }
    String named = record.planUid().get();
    return plans.stream()
        .filter(p -> p.uid().equals(named))
        .findFirst()
        .or(() -> plans.stream().filter(p -> p.label().equals(named)).findFirst());
  }

  private DeliveredFraction fraction(int sequence, Key key, List<TreatmentRecord> sessions) {
    BigDecimal dose = BigDecimal.ZERO;
    BigDecimal most = BigDecimal.ZERO;
    BigDecimal least = null;
    List<Plan.BeamShare> shares =
        key.plan.treatmentGroup().map(Plan.FractionGroup::beams).orElse(List.of());
    for (Plan.BeamShare share : shares) {
      if (key.plan.isSetup(share.beamNumber())) {
        continue;
      }
      BigDecimal part =
          sessions.stream().map(s -> part(s, share)).reduce(BigDecimal.ZERO, BigDecimal::add);
      dose = dose.add(share.doseGy().orElse(BigDecimal.ZERO).multiply(part));
      most = most.max(part);
      least = least == null ? part : least.min(part);
    }
    BigDecimal whole = least == null ? BigDecimal.ZERO : least;
    return new DeliveredFraction(
        sequence,
        key.plan.label(),
        key.number,
        status(key, sessions, whole, most),
        dose.round(MathContext.DECIMAL64).setScale(6, RoundingMode.HALF_EVEN),
        List.copyOf(new TreeSet<>(sessions.stream().map(TreatmentRecord::date).toList())),
        sessions.stream().flatMap(s -> s.machine().stream()).distinct().toList());
  }

  private DeliveredFraction.Status status(
      Key key, List<TreatmentRecord> sessions, BigDecimal least, BigDecimal most) {
    String name = key.plan.label();
    String number = Integer.toString(key.number);
    if (least.compareTo(WHOLE) < 0) {
      add(FindingCode.FRACTION_PARTIAL, name, number, percent(least));
      return DeliveredFraction.Status.PARTIAL;
    }
    if (most.compareTo(MORE_THAN_WHOLE) > 0) {
      add(FindingCode.FRACTION_REPEATED, name, number, percent(most));
      return DeliveredFraction.Status.REPEATED;
    }
    if (sessions.size() > 1) {
      add(
          FindingCode.FRACTION_COMPLETED_LATER,
          name,
          number,
          first(sessions).toString(),
          last(sessions).toString());
      return DeliveredFraction.Status.COMPLETED_LATER;
    }
    return DeliveredFraction.Status.FULL;
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN) + " %";
  }

  /** The share of a beam's planned monitor units that a session gave. */
  private BigDecimal part(TreatmentRecord session, Plan.BeamShare share) {
    if (session.beams().isEmpty()) {
      return BigDecimal.ONE;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (BeamDelivery beam : session.beams()) {
      if (beam.beamNumber() == share.beamNumber() && !beam.setup()) {
        sum = sum.add(part(session, share, beam));
      }
    }
    return sum;
  }

  private BigDecimal part(TreatmentRecord session, Plan.BeamShare share, BeamDelivery beam) {
    BigDecimal planned = share.meterset().or(beam::specifiedMu).orElse(BigDecimal.ZERO);
    if (beam.deliveredMu().isEmpty() || planned.signum() <= 0) {
      add(
          FindingCode.METERSET_MISSING,
          session.source(),
          Integer.toString(beam.beamNumber()),
          session.date().toString());
      return BigDecimal.ZERO;
    }
    return beam.deliveredMu().get().divide(planned, MathContext.DECIMAL64);
  }

  private void reportMachines(List<DeliveredFraction> fractions) {
    Optional<String> usual = fractions.stream().flatMap(f -> f.machines().stream()).findFirst();
    for (DeliveredFraction fraction : fractions) {
      for (String machine : fraction.machines()) {
        if (!machine.equals(usual.orElse(machine))) {
          add(
              FindingCode.MACHINE_CHANGED,
              fraction.planLabel(),
              Integer.toString(fraction.sequence()),
              machine,
              usual.orElse(""));
        }
      }
    }
  }

  private void reportDays(List<TreatmentRecord> used) {
    TreatmentRecord previous = null;
    Set<LocalDate> off = new LinkedHashSet<>();
    for (TreatmentRecord record : used) {
      if (!workingDay.test(record.date())) {
        off.add(record.date());
      }
      if (previous != null
          && previous.date().equals(record.date())
          && previous.fraction() != record.fraction()) {
        add(
            FindingCode.SECOND_FRACTION_SAME_DAY,
            record.date().toString(),
            Integer.toString(previous.fraction()),
            Integer.toString(record.fraction()));
        reportInterval(previous, record);
      }
      previous = record;
    }
    off.forEach(day -> add(FindingCode.TREATED_ON_DAY_OFF, day.toString()));
  }

  private void reportInterval(TreatmentRecord earlier, TreatmentRecord later) {
    if (earlier.time().isEmpty() || later.time().isEmpty()) {
      return;
    }
    Duration between = Duration.between(earlier.time().get(), later.time().get());
    if (between.compareTo(SHORTEST_INTERVAL) < 0) {
      add(
          FindingCode.INTERVAL_TOO_SHORT,
          later.date().toString(),
          Long.toString(between.toMinutes()),
          Long.toString(SHORTEST_INTERVAL.toMinutes()));
    }
  }

  private void reportMissing(List<DeliveredFraction> fractions) {
    for (Plan plan : plans) {
      List<Integer> numbers =
          fractions.stream()
              .filter(f -> f.planLabel().equals(plan.label()))
              .map(DeliveredFraction::number)
              .sorted()
              .toList();
      if (numbers.isEmpty()) {
        continue;
      }
      for (int n = numbers.getFirst(); n < numbers.getLast(); n++) {
        if (!numbers.contains(n)) {
          add(FindingCode.FRACTION_MISSING, plan.label(), Integer.toString(n));
        }
      }
    }
  }

  private List<LocalDate> gaps(OverallTime overall, List<TreatmentRecord> used) {
    Set<LocalDate> treated = new LinkedHashSet<>();
    used.forEach(r -> treated.add(r.date()));
    List<LocalDate> gaps =
        overall
            .first()
            .datesUntil(overall.last())
            .filter(day -> workingDay.test(day) && !treated.contains(day))
            .toList();
    if (!gaps.isEmpty()) {
      add(
          FindingCode.GAP,
          plans.getFirst().label(),
          Integer.toString(gaps.size()),
          gaps.stream().map(LocalDate::toString).collect(Collectors.joining(", ")));
    }
    return gaps;
  }

  private void add(FindingCode code, String subject, String... values) {
    findings.add(new Finding(code, subject, values));
  }
}
