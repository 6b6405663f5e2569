package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.ToxicityRule;

class ToxicityJudgementTest {
  private static final LocalDate START = LocalDate.of(2025, 3, 10);
  private static final String AGENT = "camrelizumab";

  private static ToxicityRule rule(
      String term, int from, int to, Action action, @Nullable Integer resume, @Nullable String mg) {
    return new ToxicityRule(
        term + from,
        List.of(AGENT),
        List.of(term),
        from,
        to,
        null,
        true,
        action,
        resume,
        mg == null ? null : new BigDecimal(mg),
        action == Action.HOLD,
        null);
  }

  private static final List<ToxicityRule> RULES =
      List.of(
          rule("Pneumonitis", 2, 2, Action.HOLD, 1, "10"),
          rule("Pneumonitis", 3, 5, Action.STOP, null, null),
          rule("*", 3, 3, Action.HOLD, 1, null));

  private static Toxicity episode(
      String term, LocalDate start, int worst, int current, @Nullable String prednisone) {
    return new Toxicity(
        term,
        start,
        3,
        worst,
        current,
        true,
        prednisone == null ? null : new BigDecimal(prednisone),
        List.of());
  }

  private static List<Action> judge(Toxicity... episodes) {
    return new ToxicityJudgement(AGENT, RULES, null)
        .judge(Arrays.asList(episodes)).stream().map(Derived::get).toList();
  }

  @Test
  void aHoldEndsAtTheResumeGradeWithLittleSteroid() {
    assertThat(judge(episode("Pneumonitis", START, 2, 2, "0"))).containsExactly(Action.HOLD);
    assertThat(judge(episode("Pneumonitis", START, 2, 1, "10"))).containsExactly(Action.GIVE);
    assertThat(judge(episode("Pneumonitis", START, 2, 0, "10.1"))).containsExactly(Action.HOLD);
    assertThat(judge(episode("Pneumonitis", START, 2, 0, null))).containsExactly(Action.ASK);
  }

  @Test
  void theSameEventComingBackStops() {
    assertThat(
            judge(
                episode("Pneumonitis", START, 2, 0, "0"),
                episode("pneumonitis", START.plusDays(30), 2, 2, "0")))
        .containsExactly(Action.GIVE, Action.STOP);
  }

  @Test
  void aNamedTermTakesThePlaceOfTheRuleForAnyOther() {
    assertThat(judge(episode("Pneumonitis", START, 3, 0, "0"))).containsExactly(Action.STOP);
    assertThat(judge(episode("Rash", START, 3, 2, "0"))).containsExactly(Action.HOLD);
    assertThat(judge(episode("Rash", START, 2, 2, "0"))).isEmpty();
  }

  @Test
  void aRuleForImmuneRelatedEventsPassesOverOthers() {
    Toxicity other = new Toxicity("Pneumonitis", START, 3, 3, 3, false, BigDecimal.ZERO, List.of());
    assertThat(judge(other)).isEmpty();
  }

  @Test
  void aGradeThatMustLastCountsOnlyAfterItsDays() {
    ToxicityRule lasting =
        new ToxicityRule(
            "anc",
            List.of("carboplatin"),
            List.of("Neutrophil count decreased"),
            4,
            4,
            7,
            false,
            Action.REDUCE,
            null,
            null,
            false,
            null);
    ToxicityJudgement judgement = new ToxicityJudgement("carboplatin", List.of(lasting), null);
    Toxicity six =
        new Toxicity("Neutrophil count decreased", START, 6, 4, 0, false, null, List.of());
    Toxicity seven =
        new Toxicity("Neutrophil count decreased", START, 7, 4, 0, false, null, List.of());
    assertThat(judgement.judge(List.of(six))).isEmpty();
    assertThat(judgement.judge(List.of(seven)))
        .extracting(Derived::get)
        .containsExactly(Action.REDUCE);
    ToxicityJudgement acted =
        new ToxicityJudgement("carboplatin", List.of(lasting), START.plusDays(14));
    assertThat(acted.judge(List.of(seven))).isEmpty();
  }

  @Test
  void anotherEventOrAMilderOneBeforeIsNotTheSameComingBack() {
    assertThat(
            judge(
                episode("Colitis", START, 2, 0, "0"),
                episode("Pneumonitis", START.plusDays(30), 2, 2, "0")))
        .containsExactly(Action.HOLD);
    assertThat(
            judge(
                episode("Pneumonitis", START, 1, 0, "0"),
                episode("Pneumonitis", START.plusDays(30), 2, 2, "0")))
        .containsExactly(Action.HOLD);
  }

  @Test
  void aQuestionIsAskedOnlyWhileTheEventHasItsGrade() {
    ToxicityJudgement asking =
        new ToxicityJudgement(
            AGENT, List.of(rule("Esophagitis", 3, 3, Action.ASK, null, null)), null);
    assertThat(asking.judge(List.of(episode("Esophagitis", START, 3, 3, "0"))))
        .extracting(Derived::get)
        .containsExactly(Action.ASK);
    assertThat(asking.judge(List.of(episode("Esophagitis", START, 3, 2, "0")))).isEmpty();
  }

  @Test
  void aReductionWaitsForRecoveryAndIsActedOnByTheNextDose() {
    List<ToxicityRule> rules = List.of(rule("Neuropathy", 2, 3, Action.REDUCE, 1, null));
    ToxicityJudgement first = new ToxicityJudgement(AGENT, rules, START);
    assertThat(first.judge(List.of(episode("Neuropathy", START, 2, 2, "0"))))
        .extracting(Derived::get)
        .containsExactly(Action.HOLD);
    // The last dose was on the very day on which the event began: it may have begun after it.
    assertThat(first.judge(List.of(episode("Neuropathy", START, 2, 1, "0"))))
        .extracting(Derived::get)
        .containsExactly(Action.REDUCE);
    ToxicityJudgement later = new ToxicityJudgement(AGENT, rules, START.plusDays(1));
    assertThat(later.judge(List.of(episode("Neuropathy", START, 2, 1, "0")))).isEmpty();
  }

  @Test
  void theSentenceNamesTheWorstGradeExceptWhereItSpeaksOfRecovery() {
    assertThat(sentence(episode("Pneumonitis", START, 2, 2, "0")))
        .startsWith("Pneumonitis grade 2: ")
        .endsWith("(rule Pneumonitis2)");
    assertThat(sentence(episode("Pneumonitis", START, 3, 1, "0")))
        .startsWith("Pneumonitis grade 3: ");
    assertThat(sentence(episode("Pneumonitis", START, 2, 1, "0")))
        .isEqualTo("Pneumonitis has recovered to grade 1; camrelizumab goes on");
    assertThat(sentence(episode("Rash", START, 3, 2, "0")))
        .isEqualTo("Rash is at grade 2 and goes on only at grade 1 or below: hold");
    assertThat(sentence(episode("Pneumonitis", START, 2, 0, "10.5")))
        .isEqualTo("Pneumonitis has recovered, but prednisone 10.5 mg a day is above 10 mg: hold");
  }

  private static String sentence(Toxicity episode) {
    return new ToxicityJudgement(AGENT, RULES, null)
        .judge(List.of(episode))
        .getFirst()
        .sentence(Language.EN);
  }

  @Property(tries = 200)
  void aGraverEventNeverGivesMoreTreatment(
      @ForAll @IntRange(min = 1, max = 5) int lower,
      @ForAll @IntRange(min = 1, max = 5) int higher) {
    int mild = Math.min(lower, higher);
    int grave = Math.max(lower, higher);
    assertThat(gravest(grave)).isLessThanOrEqualTo(gravest(mild));
  }

  /** The place of the gravest proposal: 0 is to stop. */
  private static int gravest(int grade) {
    List<Action> order =
        List.of(Action.STOP, Action.HOLD, Action.OMIT, Action.ASK, Action.REDUCE, Action.GIVE);
    List<Action> proposed =
        new ArrayList<>(judge(episode("Pneumonitis", START, grade, grade, "0")));
    proposed.add(Action.GIVE);
    return proposed.stream().mapToInt(order::indexOf).min().orElseThrow();
  }
}
