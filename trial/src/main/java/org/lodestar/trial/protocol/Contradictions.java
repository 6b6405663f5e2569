package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lodestar.trial.fact.Words;

/** Finds where a trial's claims do not fit each other; every finding is a note. */
final class Contradictions {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Days of a mean month, for a figure that is only shown as "about". */
  private static final BigDecimal MONTH_DAYS = new BigDecimal("30.4375");

  private final Claims claims;
  private final Findings.Builder findings = new Findings.Builder();

  private Contradictions(Claims claims) {
    this.claims = claims;
  }

  static Findings in(Claims claims) {
    Contradictions search = new Contradictions(claims);
    claims.outcomes().forEach(search::checkOutcome);
    claims.objectives().forEach(search::checkObjective);
    claims.sampleSize().ifPresent(search::checkEnrolment);
    claims.course().ifPresent(search::checkSequence);
    claims.course().ifPresent(search::checkMaintenance);
    search.checkInterventions();
    return search.findings.build();
  }

  private void checkOutcome(Claims.At<Outcome> at) {
    Outcome outcome = at.claim();
    OutcomePlace called = outcome.called();
    if (called != null && called != outcome.place()) {
      findings.note(
          LintRule.OUTCOME_CALLED_OTHERWISE,
          at.place(),
          "outcome",
          outcome.measure(),
          "called",
          called.words(),
          "place",
          outcome.place().words());
    }
    if (outcome.place() == OutcomePlace.PRIMARY && outcome.statistic() == null) {
      findings.note(LintRule.PRIMARY_WITHOUT_MEASURE, at.place(), "outcome", outcome.measure());
    }
    if (outcome.timeFrameMonths() == null) {
      findings.note(LintRule.OUTCOME_WITHOUT_TIME_FRAME, at.place(), "outcome", outcome.measure());
    }
    if (outcome.quantity() == Quantity.OS && outcome.instrument() != null) {
      findings.note(
          LintRule.SURVIVAL_BY_RESPONSE_CRITERIA,
          at.place(),
          "outcome",
          outcome.measure(),
          "instrument",
          outcome.instrument());
    }
  }

  private void checkObjective(Claims.At<Objective> at) {
    Objective objective = at.claim();
    boolean compares =
        objective.direction() == Direction.REDUCE || objective.direction() == Direction.IMPROVE;
    if (!compares || (objective.comparator() != null && objective.nullValue() != null)) {
      return;
    }
    Words comparator = new Words("comparator", "对照");
    Words nullValue = new Words("null value", "零假设值");
    Words both = new Words("comparator and null value", "对照与零假设值");
    boolean neither = objective.comparator() == null && objective.nullValue() == null;
    findings.note(
        LintRule.CLAIM_WITHOUT_COMPARATOR,
        at.place(),
        "claim",
        objective.direction().words(),
        "objective",
        objective.words(),
        "missing",
        neither ? both : objective.comparator() == null ? comparator : nullValue);
  }

  private void checkEnrolment(Claims.At<Claims.SampleSize> at) {
    Claims.SampleSize size = at.claim();
    BigDecimal required = BigDecimal.valueOf(size.required());
    BigDecimal dropout = size.dropoutPercent().divide(HUNDRED);
    BigDecimal remaining = BigDecimal.ONE.subtract(dropout);
    int enough = required.divide(remaining, 0, RoundingMode.CEILING).intValueExact();
    if (size.planned() == enough) {
      return;
    }
    BigDecimal factor = BigDecimal.ONE.add(dropout);
    BigDecimal product = required.multiply(factor);
    boolean multiplied =
        product.setScale(0, RoundingMode.CEILING).intValueExact() == size.planned();
    findings.note(
        multiplied ? LintRule.ENROLMENT_BY_MULTIPLYING : LintRule.ENROLMENT_UNEXPLAINED,
        at.place(),
        "planned",
        size.planned(),
        "required",
        size.required(),
        "dropout",
        plain(size.dropoutPercent()),
        "factor",
        plain(factor),
        "product",
        plain(product),
        "remaining",
        plain(remaining),
        "quotient",
        plain(required.divide(remaining, 2, RoundingMode.HALF_UP)),
        "enough",
        enough,
        "left",
        plain(BigDecimal.valueOf(size.planned()).multiply(remaining)));
  }

  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.setScale(Math.max(0, stripped.scale())).toPlainString();
  }

  private void checkSequence(Claims.At<Claims.Course> at) {
    Claims.Course course = at.claim();
    if (course.called() == RadiotherapySequence.SEQUENTIAL
        && course.startCycle() <= course.cycles()) {
      findings.note(
          LintRule.SEQUENTIAL_STARTS_IN_CYCLE,
          at.place(),
          "day",
          course.startDay(),
          "cycle",
          course.startCycle(),
          "study-day",
          daysBeforeRadiotherapy(course) + 1,
          "cycles",
          course.cycles());
    }
  }

  private static int daysBeforeRadiotherapy(Claims.Course course) {
    return (course.startCycle() - 1) * course.cycleLengthDays() + course.startDay() - 1;
  }

  private void checkMaintenance(Claims.At<Claims.Course> at) {
    Claims.Course course = at.claim();
    int daysBefore = daysBeforeRadiotherapy(course);
    BigDecimal months =
        BigDecimal.valueOf(daysBefore + course.fractions())
            .divide(MONTH_DAYS, 1, RoundingMode.HALF_UP)
            .add(BigDecimal.valueOf(course.maintenanceMonths()));
    for (Claims.At<Outcome> outcome : claims.outcomes()) {
      Integer frame = outcome.claim().timeFrameMonths();
      if (outcome.claim().quantity() == Quantity.ADVERSE_EVENTS
          && frame != null
          && months.compareTo(BigDecimal.valueOf(frame)) > 0) {
        findings.note(
            LintRule.MAINTENANCE_BEYOND_TIME_FRAME,
            outcome.place(),
            "before",
            daysBefore,
            "fractions",
            course.fractions(),
            "maintenance",
            course.maintenanceMonths(),
            "sum",
            months.toPlainString(),
            "outcome",
            outcome.claim().measure(),
            "frame",
            frame);
      }
    }
  }

  private void checkInterventions() {
    List<Claims.At<Intervention>> listed = claims.interventions();
    boolean namesDrug =
        listed.stream()
            .map(at -> at.claim().kind())
            .anyMatch(k -> k == InterventionType.DRUG || k == InterventionType.BIOLOGICAL);
    if (listed.isEmpty() || claims.drugs().isEmpty() || namesDrug) {
      return;
    }
    List<Words> kinds = new ArrayList<>();
    listed.forEach(at -> kinds.add(at.claim().kind().words()));
    findings.note(
        LintRule.INTERVENTIONS_LACK_DRUGS,
        listed.getFirst().place(),
        "drugs",
        joined(claims.drugs()),
        "listed",
        joined(kinds));
  }

  static Words joined(List<Words> words) {
    return new Words(
        words.stream().map(Words::en).distinct().collect(Collectors.joining(", ")),
        words.stream().map(Words::zh).distinct().collect(Collectors.joining("、")));
  }
}
