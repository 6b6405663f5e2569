package org.lodestar.app.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.proportion.ClopperPearson;
import org.lodestar.trial.TrialIndex;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.enrolment.ScreenFailure;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.DesignSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.safety.AdverseEvents;
import org.lodestar.trial.safety.TreatmentDates;

/** Counts what the overview shows. */
final class OverviewReader {
  private static final int SEVERE = 3;
  private static final int GRADES = 5;
  private static final int SHOWN_TERMS = 14;
  private static final double LEVEL = 0.95;

  private final TrialState state;
  private final Protocol protocol;
  private final TrialWords words;
  private final LocalDate today;

  private int treated;
  private int severePeople;
  private int serious;
  private int seriousPeople;
  private int died;
  private final Map<String, int[]> grades = new TreeMap<>();
  private final Map<String, String> verbatims = new TreeMap<>();

  private OverviewReader(TrialState state, Protocol protocol, TrialWords words, LocalDate today) {
    this.state = state;
    this.protocol = protocol;
    this.words = words;
    this.today = today;
  }

  static Overview read(TrialState state, Protocol protocol, TrialWords words, LocalDate today) {
    return new OverviewReader(state, protocol, words, today).read();
  }

  private Overview read() {
    EnrolmentRegister register = state.index().enrolment();
    register.enrolled().forEach(this::addSafety);
    List<LocalDate> days = days(register);
    Optional<Integer> cap = protocol.get(DesignSettings.PLANNED_ENROLMENT).find();
    Optional<Integer> months = protocol.get(DesignSettings.ACCRUAL_MONTHS).find();
    LocalDate planEnd =
        days.isEmpty() ? null : months.map(days.getFirst()::plusMonths).orElse(null);
    List<Overview.VisitLine> visits = visits(register);
    long forms = visits.stream().mapToLong(Overview.VisitLine::started).sum();
    long complete = visits.stream().mapToLong(Overview.VisitLine::complete).sum();
    return new Overview(
        register.enrolledCount(),
        cap.orElse(null),
        planned(days, planEnd, cap.orElse(null)),
        register.registered().size(),
        count(register, Standing.Failed.class),
        count(register, Standing.InScreening.class),
        treated,
        died,
        forms,
        complete,
        percent(complete, forms),
        severePeople,
        serious,
        seriousPeople,
        days.isEmpty() ? "" : days.getFirst().toString(),
        plot(days, cap, planEnd),
        quarters(days),
        visits,
        terms(),
        causes(register));
  }

  private static List<LocalDate> days(EnrolmentRegister register) {
    return register.enrolled().stream()
        .map(register::standing)
        .filter(Standing.Enrolled.class::isInstance)
        .map(standing -> ((Standing.Enrolled) standing).on())
        .toList();
  }

  private static int count(EnrolmentRegister register, Class<? extends Standing> kind) {
    return (int)
        register.registered().stream().map(register::standing).filter(kind::isInstance).count();
  }

  private String plot(List<LocalDate> days, Optional<Integer> cap, @Nullable LocalDate planEnd) {
    if (days.isEmpty() || cap.isEmpty()) {
      return "";
    }
    EnrolmentPlot plot = new EnrolmentPlot(days, cap.get(), planEnd, today, words.language());
    return plot.wide() + plot.narrow();
  }

  /** A straight line from the first enrolment to the cap at the end of the planned time. */
  private String planned(List<LocalDate> days, @Nullable LocalDate planEnd, @Nullable Integer cap) {
    if (days.isEmpty() || planEnd == null || cap == null) {
      return "";
    }
    double passed = ChronoUnit.DAYS.between(days.getFirst(), today);
    double whole = ChronoUnit.DAYS.between(days.getFirst(), planEnd);
    return one(cap * Math.clamp(passed / whole, 0, 1));
  }

  private static String one(double number) {
    return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  static String percent(long part, long whole) {
    return whole == 0 ? "-" : one(100.0 * part / whole);
  }

  private static List<Overview.Quarter> quarters(List<LocalDate> days) {
    Map<String, Integer> counts = new TreeMap<>();
    for (LocalDate day : days) {
      counts.merge(day.getYear() + " Q" + ((day.getMonthValue() + 2) / 3), 1, Integer::sum);
    }
    List<Overview.Quarter> quarters = new ArrayList<>();
    int total = 0;
    for (Map.Entry<String, Integer> each : counts.entrySet()) {
      total += each.getValue();
      quarters.add(new Overview.Quarter(each.getKey(), each.getValue(), total));
    }
    return quarters;
  }

  private List<Overview.VisitLine> visits(EnrolmentRegister register) {
    Map<String, long[]> counts = new LinkedHashMap<>();
    List<String> bases = new ArrayList<>();
    for (ParticipantCode code : register.registered()) {
      for (Map.Entry<FormInstance, TrialIndex.FormRow> row : state.index().forms(code).entrySet()) {
        String base = words.key(row.getKey().visit()).base();
        long[] count = counts.computeIfAbsent(base, any -> new long[2]);
        count[0]++;
        count[1] += row.getValue().complete() ? 1 : 0;
      }
    }
    bases.addAll(counts.keySet());
    bases.sort(Comparator.comparingInt(words::order));
    List<Overview.VisitLine> lines = new ArrayList<>();
    for (String base : bases) {
      long[] count = counts.getOrDefault(base, new long[2]);
      lines.add(
          new Overview.VisitLine(
              words.visitGroup(base),
              count[0],
              count[1],
              count[0] - count[1],
              (int) (100 * count[1] / Math.max(1, count[0]))));
    }
    return lines;
  }

  private void addSafety(ParticipantCode code) {
    Sheets sheets = new Sheets(state.casebook(code), this::formsOfKind);
    if (!sheets.of("death").isEmpty()) {
      died++;
    }
    TreatmentDates treatment = TreatmentDates.read(sheets);
    if (!treatment.first().isKnown()) {
      return;
    }
    treated++;
    AdverseEvents events = AdverseEvents.derive(sheets, protocol, treatment);
    events.events().stream()
        .map(event -> event.record().get())
        .forEach(event -> verbatims.putIfAbsent(event.term(), event.verbatim()));
    events
        .worst()
        .forEach(
            (term, grade) ->
                grades.computeIfAbsent(term, any -> new int[GRADES])[grade.get() - 1]++);
    if (events.worst().values().stream().anyMatch(grade -> grade.get() >= SEVERE)) {
      severePeople++;
    }
    long own = events.events().stream().filter(event -> event.record().get().serious()).count();
    serious += (int) own;
    seriousPeople += own > 0 ? 1 : 0;
  }

  private List<String> formsOfKind(String kind) {
    return Kinds.forms(protocol, kind);
  }

  private List<Overview.Term> terms() {
    List<Overview.Term> terms = new ArrayList<>();
    grades.forEach((term, counts) -> terms.add(term(term, counts)));
    terms.sort(
        Comparator.comparingInt(Overview.Term::severe)
            .thenComparingInt(Overview.Term::any)
            .reversed()
            .thenComparing(Overview.Term::name));
    return terms.stream().limit(SHOWN_TERMS).toList();
  }

  private Overview.Term term(String name, int[] counts) {
    int any = Arrays.stream(counts).sum();
    int severe = counts[2] + counts[3] + counts[4];
    Interval interval = ClopperPearson.interval(severe, treated, LEVEL);
    return new Overview.Term(
        name,
        words.language() == Language.ZH ? verbatims.getOrDefault(name, "") : "",
        any,
        Arrays.stream(counts).boxed().toList(),
        severe,
        percent(severe, treated),
        limit(interval.lower()) + " – " + limit(interval.upper()));
  }

  private static String limit(Estimate limit) {
    return switch (limit) {
      case Estimate.Value value -> one(100 * value.value());
      case Estimate.NotEstimable ignored -> "NE";
    };
  }

  private List<Overview.Cause> causes(EnrolmentRegister register) {
    Map<String, Integer> counts = new TreeMap<>();
    for (ParticipantCode code : register.registered()) {
      if (register.standing(code) instanceof Standing.Failed failed) {
        counts.merge(failed.cause(), 1, Integer::sum);
      }
    }
    List<Overview.Cause> causes = new ArrayList<>();
    counts.forEach(
        (cause, count) ->
            causes.add(new Overview.Cause(words.say(ScreenFailure.parse(cause).words()), count)));
    return causes;
  }
}
