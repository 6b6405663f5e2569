package org.lodestar.app.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.proportion.ClopperPearson;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.enrolment.ScreenFailure;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.DesignSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.safety.AdverseEvents;

/** Counts what the overview shows. */
final class OverviewReader {
  private static final int SEVERE = 3;
  private static final int GRADES = 5;
  private static final int SHOWN_TERMS = 14;
  private static final double LEVEL = 0.95;

  private final EnrolmentRegister register;
  private final List<Dossier> dossiers;
  private final Protocol protocol;
  private final TrialWords words;
  private final Workplace.Moment moment;
  private final LocalDate today;

  private int treated;
  private int severePeople;
  private int serious;
  private int seriousPeople;
  private final Map<String, int[]> grades = new TreeMap<>();
  private final Map<String, String> verbatims = new TreeMap<>();

  private OverviewReader(
      EnrolmentRegister register,
      List<Dossier> dossiers,
      TrialWords words,
      Workplace.Moment moment) {
    this.register = register;
    this.dossiers = dossiers;
    this.protocol = words.protocol();
    this.words = words;
    this.moment = moment;
    this.today = moment.today();
  }

  static Overview read(
      TrialState state, List<Dossier> dossiers, TrialWords words, Workplace.Moment moment) {
    return new OverviewReader(state.index().enrolment(), dossiers, words, moment).read();
  }

  private Overview read() {
    List<Dossier> enrolled = dossiers.stream().filter(Dossier::isEnrolled).toList();
    enrolled.forEach(this::addSafety);
    FormCounts counts = new FormCounts(words);
    dossiers.forEach(counts::add);
    List<LocalDate> days = days(register);
    Optional<Integer> cap = protocol.get(DesignSettings.PLANNED_ENROLMENT).find();
    Optional<Integer> months = protocol.get(DesignSettings.ACCRUAL_MONTHS).find();
    LocalDate planEnd =
        days.isEmpty() ? null : months.map(days.getFirst()::plusMonths).orElse(null);
    List<Overview.VisitLine> visits = counts.lines();
    long forms = visits.stream().mapToLong(Overview.VisitLine::forms).sum();
    long complete = visits.stream().mapToLong(Overview.VisitLine::complete).sum();
    return new Overview(
        register.enrolledCount(),
        cap.orElse(null),
        planned(days, planEnd, cap.orElse(null)),
        register.registered().size(),
        count(register, Standing.Failed.class),
        count(register, Standing.InScreening.class),
        treated,
        (int) enrolled.stream().filter(Dossier::isOnTreatment).count(),
        (int) enrolled.stream().filter(each -> each.courseUnderWay().isPresent()).count(),
        (int) enrolled.stream().filter(each -> !each.holds().isEmpty()).count(),
        (int) enrolled.stream().filter(Dossier::hasDied).count(),
        forms,
        complete,
        visits.stream().mapToLong(Overview.VisitLine::due).sum(),
        visits.stream().mapToLong(Overview.VisitLine::overdue).sum(),
        counts.missed(),
        percent(complete, forms),
        severePeople,
        serious,
        seriousPeople,
        Arrivals.of(dossiers, words).size(),
        dossiers.stream()
            .flatMap(each -> SeriousClock.of(each, words, moment.now()).stream())
            .sorted(Comparator.comparing(SeriousClock::due))
            .toList(),
        CourseLine.of(enrolled, words),
        HoldLine.of(enrolled, words),
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

  private void addSafety(Dossier dossier) {
    if (!dossier.isTreated()) {
      return;
    }
    treated++;
    AdverseEvents events = dossier.events();
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
