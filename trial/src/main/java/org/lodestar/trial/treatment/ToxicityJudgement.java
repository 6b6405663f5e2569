package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.ToxicityRule;
import org.lodestar.trial.safety.Ctcae;

/**
 * What the adverse events of a participant mean for one agent, by the toxicity rules of the trial.
 * A rule that names a term takes the place of the rules for any other term.
 */
public final class ToxicityJudgement {
  private static final String ANY_OTHER = "*";

  private final String agent;
  private final List<ToxicityRule> rules;
  private final @Nullable LocalDate lastGiven;
  private final @Nullable LocalDate deepenedOn;

  /**
   * @param agent key of the agent, or {@code radiotherapy}
   * @param rules of the whole trial
   * @param lastGiven when the agent was last given: an episode before it has been acted on already
   *     as far as a reduction goes; null before the first dose
   * @param deepenedOn for when a deeper dose level was prescribed last, given or not: an episode
   *     before it has its reduction; null when none was
   */
  public ToxicityJudgement(
      String agent,
      List<ToxicityRule> rules,
      @Nullable LocalDate lastGiven,
      @Nullable LocalDate deepenedOn) {
    this.agent = agent;
    this.rules = rules.stream().filter(rule -> rule.agents().contains(agent)).toList();
    this.lastGiven = lastGiven;
    this.deepenedOn = deepenedOn;
  }

  /** The same where no deeper dose level was prescribed. */
  public ToxicityJudgement(String agent, List<ToxicityRule> rules, @Nullable LocalDate lastGiven) {
    this(agent, rules, lastGiven, null);
  }

  /** The first day of the episodes for which the agent is held; empty while none holds it. */
  Optional<LocalDate> heldSince(List<Toxicity> episodes) {
    return episodes.stream()
        .filter(
            episode ->
                judge(List.of(episode)).stream()
                    .anyMatch(proposal -> proposal.get() == Action.HOLD))
        .map(Toxicity::start)
        .min(Comparator.naturalOrder());
  }

  /** One proposal for each rule that an episode meets, in the order of the episodes. */
  public List<Derived<Action>> judge(List<Toxicity> episodes) {
    List<Toxicity> inOrder =
        episodes.stream().sorted(Comparator.comparing(Toxicity::start)).toList();
    List<Derived<Action>> proposals = new ArrayList<>();
    for (int i = 0; i < inOrder.size(); i++) {
      List<Toxicity> before = inOrder.subList(0, i);
      Toxicity episode = inOrder.get(i);
      for (ToxicityRule rule : rulesFor(episode)) {
        judge(rule, episode, before).ifPresent(proposals::add);
      }
    }
    return proposals;
  }

  private List<ToxicityRule> rulesFor(Toxicity episode) {
    List<ToxicityRule> named = rules.stream().filter(rule -> names(rule, episode.term())).toList();
    List<ToxicityRule> candidates =
        named.isEmpty()
            ? rules.stream().filter(rule -> rule.terms().contains(ANY_OTHER)).toList()
            : named;
    return candidates.stream().filter(rule -> meets(rule, episode)).toList();
  }

  private static boolean names(ToxicityRule rule, String term) {
    return rule.terms().stream().anyMatch(term::equalsIgnoreCase);
  }

  private static boolean meets(ToxicityRule rule, Toxicity episode) {
    return episode.worstGrade() >= rule.gradeFrom()
        && episode.worstGrade() <= rule.gradeTo()
        && (episode.immuneRelated() || !rule.immuneRelatedOnly())
        && (rule.lastingDays() == null || episode.lastedDays() >= rule.lastingDays());
  }

  private Optional<Derived<Action>> judge(
      ToxicityRule rule, Toxicity episode, List<Toxicity> before) {
    if (rule.stopWhenRepeated()
        && before.stream().anyMatch(other -> isSame(rule, episode, other))) {
      return Optional.of(proposal(TreatmentRule.TOXICITY_REPEATED, Action.STOP, rule, episode));
    }
    return switch (rule.action()) {
      case STOP -> Optional.of(proposal(TreatmentRule.TOXICITY, Action.STOP, rule, episode));
      case REDUCE -> reduction(rule, episode);
      case HOLD -> Optional.of(hold(rule, episode));
      case OMIT, ASK, GIVE ->
          isUnder(rule, episode)
              ? Optional.of(proposal(TreatmentRule.TOXICITY, rule.action(), rule, episode))
              : Optional.empty();
    };
  }

  private static boolean isSame(ToxicityRule rule, Toxicity episode, Toxicity other) {
    return other.term().equalsIgnoreCase(episode.term()) && meets(rule, other);
  }

  private static boolean isUnder(ToxicityRule rule, Toxicity episode) {
    return episode.currentGrade() >= rule.gradeFrom();
  }

  /**
   * A reduction is proposed once for an episode: for the first dose that is certainly after it
   * began, and not again when the reduced dose was prescribed and not given.
   */
  private Optional<Derived<Action>> reduction(ToxicityRule rule, Toxicity episode) {
    boolean prescribed = deepenedOn != null && episode.start().isBefore(deepenedOn);
    boolean doseSince = lastGiven != null && episode.start().isBefore(lastGiven);
    boolean certainlySince = lastGiven != null && episode.startLatest().isBefore(lastGiven);
    if (certainlySince || (doseSince && prescribed)) {
      return Optional.empty();
    }
    Integer resume = rule.resumeAtGrade();
    if (resume != null && episode.currentGrade() > resume) {
      return Optional.of(notRecovered(rule, episode, resume));
    }
    return prescribed
        ? Optional.empty()
        : Optional.of(proposal(TreatmentRule.TOXICITY, Action.REDUCE, rule, episode));
  }

  private Derived<Action> hold(ToxicityRule rule, Toxicity episode) {
    if (isUnder(rule, episode)) {
      return proposal(TreatmentRule.TOXICITY, Action.HOLD, rule, episode);
    }
    Integer resume = rule.resumeAtGrade();
    if (resume != null && episode.currentGrade() > resume) {
      return notRecovered(rule, episode, resume);
    }
    return steroid(rule, episode)
        .orElseGet(() -> proposal(TreatmentRule.TOXICITY_RECOVERED, Action.GIVE, rule, episode));
  }

  private Derived<Action> notRecovered(ToxicityRule rule, Toxicity episode, int resume) {
    return proposal(TreatmentRule.TOXICITY_NOT_RECOVERED, Action.HOLD, rule, episode)
        .with("resume", resume);
  }

  private Optional<Derived<Action>> steroid(ToxicityRule rule, Toxicity episode) {
    BigDecimal max = rule.resumePrednisoneMaxMg();
    if (max == null) {
      return Optional.empty();
    }
    BigDecimal dose = episode.prednisoneMgPerDay();
    if (dose == null) {
      return Optional.of(
          proposal(TreatmentRule.TOXICITY_STEROID_UNKNOWN, Action.ASK, rule, episode)
              .with("max", DoseCalculation.show(max)));
    }
    return dose.compareTo(max) <= 0
        ? Optional.empty()
        : Optional.of(
            proposal(TreatmentRule.TOXICITY_STEROID, Action.HOLD, rule, episode)
                .with("prednisone", DoseCalculation.show(dose))
                .with("max", DoseCalculation.show(max)));
  }

  private Derived<Action> proposal(
      TreatmentRule because, Action action, ToxicityRule rule, Toxicity episode) {
    boolean recovered = because == TreatmentRule.TOXICITY_RECOVERED;
    boolean now = recovered || because == TreatmentRule.TOXICITY_NOT_RECOVERED;
    return Derived.of(because, action, episode.inputs())
        .with("term", Ctcae.words(episode.term()))
        .with("grade", now ? episode.currentGrade() : episode.worstGrade())
        .with("action", action.words())
        .with("agent", agent)
        .with("rule", rule.key());
  }
}
