package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.DayOneRule;

/**
 * May this agent be given today? Each rule proposes an action; the gravest one is proposed for the
 * agent. What a rule cannot judge is asked, but never hides a certain hold, omission or stop.
 */
public final class DayOneDecision {
  private static final List<Action> GRAVEST_FIRST =
      List.of(Action.STOP, Action.HOLD, Action.OMIT, Action.ASK, Action.REDUCE, Action.GIVE);

  /** The gravest first. */
  static final Comparator<Action> GRAVITY = Comparator.comparingInt(GRAVEST_FIRST::indexOf);

  private static final Words NO_LIMIT = new Words("the trial states none", "方案未设界值");

  private DayOneDecision() {}

  /**
   * What one condition of day 1 proposes. Limits are inclusive and compared as decimals.
   *
   * @param measured the value of the rule's test in the rule's unit; missing when it was not taken
   *     or is too old
   */
  public static Derived<Action> judge(DayOneRule rule, Derived<BigDecimal> measured) {
    Message missing = measured.missing();
    if (missing != null) {
      return Derived.of(TreatmentRule.CONDITION_UNKNOWN, Action.ASK, measured)
          .with("test", DayOneTests.words(rule.test()))
          .with("why", new Words(missing.in(Language.EN), missing.in(Language.ZH)));
    }
    boolean holds = holds(rule, measured.get());
    Action action = holds ? Action.GIVE : rule.otherwise();
    return Derived.of(
            holds ? TreatmentRule.CONDITION : TreatmentRule.CONDITION_NOT_MET, action, measured)
        .with("test", DayOneTests.words(rule.test()))
        .with("measured", DoseCalculation.show(measured.get()))
        .with("unit", rule.unit())
        .with("limits", limits(rule))
        .with("action", action.words());
  }

  private static boolean holds(DayOneRule rule, BigDecimal value) {
    BigDecimal min = rule.min();
    BigDecimal max = rule.max();
    return (min == null || value.compareTo(min) >= 0) && (max == null || value.compareTo(max) <= 0);
  }

  private static Words limits(DayOneRule rule) {
    String low = rule.min() == null ? "" : "≥ " + DoseCalculation.show(rule.min());
    String high = rule.max() == null ? "" : "≤ " + DoseCalculation.show(rule.max());
    String limits = low.isEmpty() || high.isEmpty() ? low + high : low + ", " + high;
    return limits.isEmpty() ? NO_LIMIT : Words.same(limits);
  }

  /**
   * The cycle cannot be delayed for ever: a hold when the longest delay is reached, and any cycle
   * beyond it, means to stop.
   *
   * @param proposals of the other rules for a chemotherapy agent
   * @param delayedDays by which the cycle is late already
   * @param maxDays the longest delay of the trial
   */
  public static Derived<Action> judgeDelay(
      Words agent, List<Derived<Action>> proposals, int delayedDays, int maxDays) {
    boolean held = proposals.stream().anyMatch(proposal -> proposal.get() == Action.HOLD);
    boolean stops = delayedDays > maxDays || (held && delayedDays >= maxDays);
    return Derived.of(
            stops ? TreatmentRule.DELAYED_TOO_LONG : TreatmentRule.DELAY,
            stops ? Action.STOP : Action.GIVE,
            proposals)
        .with("days", delayedDays)
        .with("max", maxDays)
        .with("agent", agent);
  }

  /** The gravest of all proposals for one agent; to give when no rule speaks. */
  public static Derived<Action> combine(
      Words agent, LocalDate day, List<Derived<Action>> proposals) {
    Action gravest = proposals.stream().map(Derived::get).min(GRAVITY).orElse(Action.GIVE);
    return Derived.of(TreatmentRule.DAY_ONE, gravest, proposals)
        .with("agent", agent)
        .with("day", day)
        .with("action", gravest.words())
        .with("count", proposals.size());
  }

  /**
   * The proposals that decided, without those that had nothing to object; beside a question, also
   * the reduction with which the agent would be given.
   */
  public static List<Derived<Action>> reasons(Derived<Action> combined) {
    return proposals(combined)
        .filter(
            proposal ->
                proposal.get() == combined.get()
                    || (combined.get() == Action.ASK && proposal.get() == Action.REDUCE))
        .toList();
  }

  /** Whether a reduction is among the proposals: whoever gives the agent gives it reduced. */
  static boolean reduces(Derived<Action> combined) {
    return proposals(combined).anyMatch(proposal -> proposal.get() == Action.REDUCE);
  }

  private static Stream<Derived<Action>> proposals(Derived<Action> combined) {
    return combined.inputs().stream()
        .filter(Derived.class::isInstance)
        .map(DayOneDecision::asAction);
  }

  @SuppressWarnings("unchecked") // combine puts nothing else there
  private static Derived<Action> asAction(Input input) {
    return (Derived<Action>) input;
  }
}
