package org.lodestar.trial.efficacy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.protocol.CensoringResult;
import org.lodestar.trial.protocol.CensoringRule;
import org.lodestar.trial.protocol.CensoringSituation;

/**
 * Progression-free survival under a rule set that is data. A situation for which the set has no
 * rule is passed over: a set with progression, death and no event alone counts every event whatever
 * was missed or given before (EMA type); one with all situations censors as FDA's table A.
 */
public final class ProgressionFreeSurvival {
  private final Map<CensoringSituation, CensoringRule> rules =
      new EnumMap<>(CensoringSituation.class);
  private final AssessmentPlan plan;

  /**
   * @throws IllegalArgumentException when the set has no rule for a participant without event
   */
  public ProgressionFreeSurvival(List<CensoringRule> rules, AssessmentPlan plan) {
    rules.forEach(rule -> this.rules.put(rule.situation(), rule));
    this.plan = plan;
    if (!this.rules.containsKey(CensoringSituation.NO_EVENT)) {
      throw new IllegalArgumentException(
          "a censoring rule set says what happens without an event (no-event); it has: "
              + this.rules.keySet());
    }
  }

  /** The time of one participant. */
  public TimeToEvent of(ProgressionHistory history) {
    ProgressionHistory known = history.untilCutoff();
    return noBaseline(known)
        .or(() -> newTherapy(known))
        .or(() -> afterMissed(known))
        .or(() -> event(known))
        .orElseGet(() -> noEvent(known));
  }

  /** A death soon after the origin is an event also without a baseline. */
  private Optional<TimeToEvent> noBaseline(ProgressionHistory known) {
    LocalDate death = known.death();
    boolean diedSoon = death != null && !death.isAfter(plan.lastDayWithoutGap(known.origin()));
    return known.baselineAssessed() || diedSoon
        ? Optional.empty()
        : rule(CensoringSituation.NO_BASELINE)
            .map(rule -> end(rule, known, known.origin(), EndReason.NO_BASELINE_ASSESSMENT));
  }

  private Optional<TimeToEvent> newTherapy(ProgressionHistory known) {
    LocalDate therapy = known.newTherapy();
    if (therapy == null || known.event().filter(event -> !event.isAfter(therapy)).isPresent()) {
      return Optional.empty();
    }
    return rule(CensoringSituation.NEW_THERAPY)
        .map(rule -> end(rule, known, therapy, EndReason.NEW_ANTICANCER_THERAPY));
  }

  private Optional<TimeToEvent> afterMissed(ProgressionHistory known) {
    return known
        .event()
        .filter(event -> event.isAfter(plan.lastDayWithoutGap(lastBefore(known, event))))
        .flatMap(
            event ->
                rule(CensoringSituation.EVENT_AFTER_MISSED)
                    .map(
                        rule -> end(rule, known, event, EndReason.TWO_OR_MORE_MISSED_ASSESSMENTS)));
  }

  private static LocalDate lastBefore(ProgressionHistory known, LocalDate event) {
    return known.lastAdequate(event, false).orElse(known.origin());
  }

  private Optional<TimeToEvent> event(ProgressionHistory known) {
    boolean progression = known.isProgressionFirst();
    CensoringSituation situation =
        progression ? CensoringSituation.PROGRESSION : CensoringSituation.DEATH;
    EndReason reason = progression ? EndReason.PROGRESSION : EndReason.DEATH;
    return known
        .event()
        .flatMap(event -> rule(situation).map(rule -> end(rule, known, event, reason)));
  }

  private TimeToEvent noEvent(ProgressionHistory known) {
    EndReason reason =
        known.lastAdequate(null, true).isPresent()
            ? EndReason.LAST_ADEQUATE_ASSESSMENT
            : EndReason.NO_POST_BASELINE_ASSESSMENT;
    CensoringRule rule = rule(CensoringSituation.NO_EVENT).orElseThrow();
    return end(rule, known, known.origin(), reason);
  }

  private Optional<CensoringRule> rule(CensoringSituation situation) {
    return Optional.ofNullable(rules.get(situation));
  }

  private static TimeToEvent end(
      CensoringRule rule, ProgressionHistory known, LocalDate happened, EndReason reason) {
    Optional<LocalDate> date =
        switch (rule.date()) {
          case EVENT_DATE -> Optional.of(happened);
          case ORIGIN -> Optional.empty();
          case LAST_ADEQUATE_ASSESSMENT -> known.lastAdequate(null, true);
          case LAST_ADEQUATE_BEFORE_GAP -> known.lastAdequate(happened, false);
          case LAST_ADEQUATE_BEFORE_THERAPY -> known.lastAdequate(happened, true);
        };
    return new TimeToEvent(
        known.origin(),
        notBefore(known.origin(), date.orElse(null)),
        rule.result() == CensoringResult.EVENT,
        reason);
  }

  private static LocalDate notBefore(LocalDate origin, @Nullable LocalDate date) {
    return date == null || date.isBefore(origin) ? origin : date;
  }
}
