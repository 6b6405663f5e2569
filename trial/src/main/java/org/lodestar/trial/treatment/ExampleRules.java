package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.DayOneRule;
import org.lodestar.trial.protocol.ToxicityRule;

/**
 * Rules in the format {@code lodestar-treatment-rules/1} as rules of a trial, to be held against
 * the decisions of {@code lodestar-treatment-decisions/1}. What the format says in prose is read
 * where it follows the pattern {@code EVENT grade >= N}.
 */
public final class ExampleRules {
  /** What the rules about events speak of. */
  public static final List<String> EVENT_AGENTS = List.of("camrelizumab", "radiotherapy");

  private static final String TAXANE = "taxane";
  private static final String CARBOPLATIN = "carboplatin";
  private static final String CAMRELIZUMAB = "camrelizumab";
  private static final String RADIOTHERAPY = "radiotherapy";
  private static final int GRADE_MAX = 5;
  private static final Pattern GRADES =
      Pattern.compile(
          "(?<event>[a-z ]+?) grade >= (?<hold>\\d)(: hold and review; grade >= (?<stop>\\d):"
              + " stop)?.*");
  private static final Words NOT_GIVEN = new Words("not given", "未提供");

  private final List<DayOneRule> dayOne;
  private final List<ToxicityRule> toxicity;
  private final int maxDelayDays;

  private ExampleRules(List<DayOneRule> dayOne, List<ToxicityRule> toxicity, int maxDelayDays) {
    this.dayOne = List.copyOf(dayOne);
    this.toxicity = List.copyOf(toxicity);
    this.maxDelayDays = maxDelayDays;
  }

  /**
   * @throws IllegalArgumentException naming the place of what is missing or wrong
   */
  public static ExampleRules read(JsonView json) {
    JsonView day1 = json.get("day1");
    List<DayOneRule> conditions =
        day1.items("require").stream().map(test -> condition(test, day1)).toList();
    List<ToxicityRule> toxicity = new ArrayList<>();
    json.get(CAMRELIZUMAB).items("rules").forEach(rule -> addImmune(rule, toxicity));
    json.get(RADIOTHERAPY).items("hold").forEach(rule -> addRadiation(rule, toxicity));
    return new ExampleRules(conditions, toxicity, day1.get("maxDelayDays").wholeNumber());
  }

  private static DayOneRule condition(JsonView json, JsonView day1) {
    String test = json.get("test").text();
    boolean carboplatinOnly =
        day1.find("perDrug")
            .flatMap(drugs -> drugs.text(test))
            .filter("carboplatin only"::equals)
            .isPresent();
    return new DayOneRule(
        test,
        carboplatinOnly ? List.of(CARBOPLATIN) : List.of(TAXANE, CARBOPLATIN),
        test,
        json.get("unit").text(),
        json.decimal("min").orElse(null),
        json.decimal("max").orElse(null),
        json.items("except_").stream().map(JsonView::text).toList(),
        carboplatinOnly ? Action.OMIT : Action.HOLD,
        null);
  }

  private static void addImmune(JsonView json, List<ToxicityRule> rules) {
    String event = json.get("event").text();
    boolean repeatedStops =
        json.find("recurrentGrade2").or(() -> json.find("recurrentGrade3")).isPresent();
    addGrades(json, "hold", event, Action.HOLD, repeatedStops, rules);
    addGrades(json, "stop", event, Action.STOP, false, rules);
    addGrades(json, "interrupt", event, Action.ASK, false, rules);
  }

  /** Grades are a list; a text in their place speaks of laboratory values, not of grades. */
  private static void addGrades(
      JsonView json,
      String member,
      String event,
      Action action,
      boolean repeatedStops,
      List<ToxicityRule> rules) {
    Optional<JsonView> grades = json.find(member);
    if (grades.isEmpty() || !(grades.get().json() instanceof org.lodestar.trial.fact.Json.Items)) {
      return;
    }
    for (JsonView grade : grades.get().items()) {
      int number = grade.wholeNumber();
      rules.add(rule(CAMRELIZUMAB, event, number, number, action, repeatedStops));
    }
  }

  private static void addRadiation(JsonView json, List<ToxicityRule> rules) {
    Matcher grades = GRADES.matcher(json.get("when").text());
    if (!grades.matches()) {
      return;
    }
    String event = grades.group("event");
    int hold = Integer.parseInt(grades.group("hold"));
    String stop = grades.group("stop");
    int stopFrom = stop == null ? GRADE_MAX + 1 : Integer.parseInt(stop);
    rules.add(rule(RADIOTHERAPY, event, hold, stopFrom - 1, Action.HOLD, false));
    if (stop != null) {
      rules.add(rule(RADIOTHERAPY, event, stopFrom, GRADE_MAX, Action.STOP, false));
    }
  }

  private static ToxicityRule rule(
      String agent, String event, int from, int to, Action action, boolean repeatedStops) {
    return new ToxicityRule(
        event + "-" + from,
        List.of(agent),
        List.of(event),
        from,
        to,
        null,
        false,
        action,
        null,
        null,
        repeatedStops,
        null);
  }

  /**
   * What an event means for an agent: {@code CONTINUE}, {@code HOLD}, {@code INTERRUPT} or {@code
   * STOP}.
   */
  public String decideEvent(String agent, String event, int grade) {
    LocalDate day = LocalDate.EPOCH;
    Toxicity episode = new Toxicity(event, day, 1, grade, grade, true, null, List.of());
    Derived<Action> decision =
        DayOneDecision.combine(
            Words.same(agent),
            day,
            new ToxicityJudgement(agent, toxicity, null).judge(List.of(episode)));
    return switch (decision.get()) {
      case GIVE -> "CONTINUE";
      case ASK -> "INTERRUPT";
      case HOLD, REDUCE, OMIT, STOP -> decision.get().name();
    };
  }

  /**
   * What day 1 of a cycle becomes.
   *
   * @param values by name of the test; {@code delayedDays} when the cycle is late
   */
  public String decideCycle(Map<String, BigDecimal> values) {
    Action taxane = decide(TAXANE, values);
    Action carboplatin = decide(CARBOPLATIN, values);
    if (taxane == Action.GIVE && carboplatin == Action.OMIT) {
      return "GIVE_WITHOUT_CARBOPLATIN";
    }
    return switch (taxane) {
      case STOP -> "DISCONTINUE_CHEMOTHERAPY";
      case HOLD -> "DELAY";
      case GIVE, ASK, REDUCE, OMIT -> taxane.name();
    };
  }

  private Action decide(String agent, Map<String, BigDecimal> values) {
    List<Derived<Action>> proposals = new ArrayList<>();
    dayOne.stream()
        .filter(rule -> rule.agents().contains(agent))
        .forEach(
            rule -> proposals.add(DayOneDecision.judge(rule, given(values.get(nameOf(rule))))));
    int delayed = values.getOrDefault("delayedDays", BigDecimal.ZERO).intValueExact();
    Words name = Words.same(agent);
    proposals.add(DayOneDecision.judgeDelay(name, List.copyOf(proposals), delayed, maxDelayDays));
    return DayOneDecision.combine(name, LocalDate.EPOCH, proposals).get();
  }

  /** The name under which the decisions give the value of a test. */
  private static String nameOf(DayOneRule rule) {
    if (rule.test().equals("NONHAEM_TOX_MAX_GRADE")) {
      return "maxNonHaemGrade";
    }
    return rule.unit().equals("xULN") ? rule.test() + "_xULN" : rule.test();
  }

  private static Derived<BigDecimal> given(@Nullable BigDecimal value) {
    return value == null
        ? Derived.missing(TreatmentRule.CONDITION, Message.of(NOT_GIVEN))
        : Derived.of(TreatmentRule.CONDITION, value);
  }
}
