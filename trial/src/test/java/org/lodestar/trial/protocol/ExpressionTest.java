package org.lodestar.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestar.trial.fact.PartialDate;
import org.lodestar.trial.fact.Words;

class ExpressionTest {
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of(
              Variable.of("lesions.sum-mm", ItemType.DECIMAL),
              Variable.of("lesions.baseline-mm", ItemType.DECIMAL),
              Variable.of("lab.anc", ItemType.DECIMAL),
              Variable.of("lab.cycles", ItemType.INTEGER),
              Variable.of("history.autoimmune", ItemType.YES_NO),
              Variable.of("history.fistula", ItemType.YES_NO),
              Variable.of("consent.signed-on", ItemType.PARTIAL_DATE),
              Variable.of("demography.birth-date", ItemType.PARTIAL_DATE),
              Variable.of("sae.aware-at", ItemType.DATE_TIME),
              Variable.of("sae.reported-at", ItemType.DATE_TIME),
              Variable.of("staging.comment", ItemType.TEXT),
              new Variable(
                  "staging.t", ItemType.CHOICE, new TreeSet<>(List.of("T1", "T2", "T4a", "T4b"))),
              Variable.of("today", ItemType.DATE)));

  private final Map<String, ItemValue> known = new HashMap<>();

  private ExpressionTest with(String key, String text) {
    known.put(key, valueOf(key, text));
    return this;
  }

  private static ItemValue valueOf(String key, String text) {
    ItemType type = VOCABULARY.byName().get(key.replace('-', '_')).type();
    return switch (type) {
      case TEXT, LESION -> new ItemValue.Text(text);
      case CHOICE -> new ItemValue.Choice(text);
      case INTEGER -> new ItemValue.Whole(Long.parseLong(text));
      case DECIMAL -> new ItemValue.Decimal(new BigDecimal(text));
      case DATE, PARTIAL_DATE -> new ItemValue.Date(PartialDate.parse(text));
      case DATE_TIME -> new ItemValue.Moment(LocalDateTime.parse(text));
      case YES_NO -> new ItemValue.YesNo(text.equals("yes"));
    };
  }

  private Verdict verdict(String text) {
    Expression expression = VOCABULARY.expression(text);
    assertThat(expression.faults()).isEmpty();
    return expression.evaluate(Answers.of(known));
  }

  private static Verdict.Missing missing(String... keys) {
    return new Verdict.Missing(new TreeSet<>(List.of(keys)));
  }

  @Test
  void fourPointTwoOfSixIsExactlyMinusThirtyPercent() {
    with("lesions.sum-mm", "4.2").with("lesions.baseline-mm", "6.0");

    assertThat(verdict("lesions.sum_mm <= dec('0.7') * lesions.baseline_mm"))
        .isEqualTo(Verdict.MET);
    assertThat(verdict("lesions.sum_mm == dec('0.70') * lesions.baseline_mm"))
        .isEqualTo(Verdict.MET);
    assertThat(verdict("lesions.sum_mm < dec('0.7') * lesions.baseline_mm"))
        .isEqualTo(Verdict.NOT_MET);
    assertThat(4.2 <= 0.7 * 6.0).as("the same in binary doubles").isFalse();
  }

  @ParameterizedTest(name = "{0} with neutrophils {1}: {2}")
  @CsvSource({
    "lab.anc >= dec('1.5'), 1.50, true",
    "lab.anc >= dec('1.5'), 1.49, false",
    "lab.anc > dec('1.5'), 1.51, true",
    "lab.anc > dec('1.5'), 1.500, false",
    "lab.anc <= dec('1.5'), 1.5, true",
    "lab.anc <= dec('1.5'), 1.5001, false",
    "lab.anc < dec('1.5'), 1.4999, true",
    "lab.anc < dec('1.5'), 1.5, false",
    "lab.anc == dec('1.5'), 1.500, true",
    "lab.anc == dec('1.5'), 1.501, false",
    "lab.anc != dec('1.5'), 1.501, true",
    "lab.anc != dec('1.5'), 1.500, false",
    "lab.anc + dec('0.1') == dec('0.3'), 0.2, true",
    "lab.anc - dec('0.1') == dec('0.2'), 0.3, true",
    "'lab.anc in [dec(''1.5''), dec(''2'')]', 2.0, true",
    "'lab.anc in [dec(''1.5''), dec(''2'')]', 2.1, false",
    "lab.anc * dec('3') == dec(3) * lab.anc, 0.1, true",
  })
  void everyDecimalBoundaryIsExact(String expression, String anc, boolean met) {
    assertThat(with("lab.anc", anc).verdict(expression)).isEqualTo(Verdict.of(met));
  }

  @ParameterizedTest(name = "{0} with {1}, {2}: {3}")
  @CsvSource({
    "history.autoimmune && history.fistula, no, , not met",
    "history.autoimmune && history.fistula, , no, not met",
    "history.autoimmune && history.fistula, yes, , history.fistula",
    "history.autoimmune || history.fistula, yes, , met",
    "history.autoimmune || history.fistula, , yes, met",
    "history.autoimmune || history.fistula, no, , history.fistula",
    "!history.autoimmune, , , history.autoimmune",
    "!(history.autoimmune || history.fistula), , yes, not met",
    "history.autoimmune ? history.fistula : true, no, , met",
    "history.autoimmune ? history.fistula : true, yes, , history.fistula",
    "history.autoimmune ? history.fistula : true, , yes, history.autoimmune",
  })
  void aMissingItemIsNeverNotMet(
      String expression, String autoimmune, String fistula, String expected) {
    if (autoimmune != null) {
      with("history.autoimmune", autoimmune);
    }
    if (fistula != null) {
      with("history.fistula", fistula);
    }
    Verdict verdict =
        switch (expected) {
          case "met" -> Verdict.MET;
          case "not met" -> Verdict.NOT_MET;
          default -> missing(expected);
        };
    assertThat(verdict(expression)).isEqualTo(verdict);
  }

  @Test
  void allMissingItemsAreNamed() {
    assertThat(verdict("!history.autoimmune && lab.anc >= dec('1.5') && lab.cycles > 2"))
        .isEqualTo(missing("history.autoimmune", "lab.anc", "lab.cycles"));
  }

  @Test
  void onlyTheMissingItemsAreNamed() {
    with("lab.anc", "2.0");
    assertThat(verdict("!history.autoimmune && lab.anc >= dec('1.5')"))
        .isEqualTo(missing("history.autoimmune"));
  }

  @ParameterizedTest(name = "born {1}, consent {2}: {0} is {3}")
  @CsvSource({
    "onOrBefore, 1950-03-01, 1968-03-01, met",
    "onOrBefore, 1950-03-02, 1968-03-01, not met",
    "onOrBefore, 1950-02, 1968-03-01, met",
    "onOrBefore, 1950-03, 1968-03-01, demography.birth-date",
    "onOrBefore, 1950-04, 1968-03-01, not met",
    "onOrBefore, 1950, 1969, met",
    "before, 1950-03-01, 1968-03-01, not met",
    "before, 1950-02-28, 1968-03-01, met",
    "after, 1950-03-01, 1968-03-01, not met",
    "after, 1950-03-02, 1968-03-01, met",
    "onOrAfter, 1950-03-01, 1968-03-01, met",
    "onOrAfter, 1950-02-28, 1968-03-01, not met",
    "on, 1950-03-01, 1968-03-01, met",
    "on, 1950-03-02, 1968-03-01, not met",
    "on, 1950-03, 1968-03-01, demography.birth-date",
    "on, 1951-03, 1968-03-01, not met",
  })
  void anIncompleteDateDecidesOnlyWhatItCan(
      String function, String birth, String consent, String expected) {
    with("demography.birth-date", birth).with("consent.signed-on", consent);
    Verdict verdict =
        switch (expected) {
          case "met" -> Verdict.MET;
          case "not met" -> Verdict.NOT_MET;
          default -> missing(expected);
        };
    assertThat(verdict("demography.birth_date.plusYears(18)." + function + "(consent.signed_on)"))
        .isEqualTo(verdict);
  }

  @Test
  void anUndecidedDateDoesNotStopWhatIsDecidedWithoutIt() {
    with("demography.birth-date", "1950").with("consent.signed-on", "1950-06-01");
    with("history.fistula", "yes");

    String before = "demography.birth_date.before(consent.signed_on)";
    assertThat(verdict(before + " || history.fistula")).isEqualTo(Verdict.MET);
    assertThat(verdict(before + " && !history.fistula")).isEqualTo(Verdict.NOT_MET);
    assertThat(verdict(before + " && history.autoimmune"))
        .isEqualTo(missing("demography.birth-date", "history.autoimmune"));
  }

  @Test
  void datesMoveByDaysMonthsAndYears() {
    with("consent.signed-on", "2024-01-31");
    assertThat(verdict("consent.signed_on.plusDays(30).on(date('2024-03-01'))"))
        .isEqualTo(Verdict.MET);
    assertThat(verdict("consent.signed_on.plusMonths(1).on(date('2024-02-29'))"))
        .isEqualTo(Verdict.MET);
    assertThat(verdict("consent.signed_on.partial()")).isEqualTo(Verdict.NOT_MET);
  }

  @Test
  void clockTimesCompareToTheHour() {
    with("sae.aware-at", "2024-05-01T08:00").with("sae.reported-at", "2024-05-02T08:01");
    assertThat(verdict("sae.reported_at.after(sae.aware_at.plusHours(24))")).isEqualTo(Verdict.MET);
    assertThat(verdict("sae.reported_at.before(sae.aware_at.plusHours(24))"))
        .isEqualTo(Verdict.NOT_MET);
    assertThat(verdict("sae.aware_at.day().on(date('2024-05-01'))")).isEqualTo(Verdict.MET);
  }

  @Test
  void choicesCompareByCode() {
    with("staging.t", "T4a");
    assertThat(verdict("staging.t in ['T1', 'T2', 'T4a']")).isEqualTo(Verdict.MET);
    assertThat(verdict("staging.t == 'T4b'")).isEqualTo(Verdict.NOT_MET);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "lab.anc >= 1.5, no-binary-numbers",
    "lab.anc == 70.0, no-binary-numbers",
    "lab.anc >= 2, wrong-type",
    "has(lab.anc), no-has",
    "has(lab.anc) && lab.anc > dec('1'), no-has",
    "lab.anc == null, no-null",
    "lab.anx > dec('1'), unknown-item",
    "nothing > dec('1'), unknown-item",
    "lab.anc, not-yes-or-no",
    "lab.anc + dec('1'), not-yes-or-no",
    "lab.anc >, not-an-expression",
    "staging.t == 'T9', unknown-code",
    "('T9') != staging.t, unknown-code",
    "'staging.t in [''T1'', ''T9'']', unknown-code",
    "staging.t == 4, wrong-type",
    "'lab.anc > dec(''1,5'')', bad-literal",
    "lab.anc > dec('1e3'), bad-literal",
    "lab.anc > dec(staging.comment), bad-literal",
    "consent.signed_on.before(date('2024-02-30')), bad-literal",
    "consent.signed_on.before(date('2024-02')), bad-literal",
    "consent.signed_on == today, no-date-equality",
    "consent.signed_on != today, no-date-equality",
    "'consent.signed_on in [today]', no-date-equality",
    "now() == today, unknown-function",
    "staging.comment.matches('a*'), unknown-function",
    "'[''a''].exists(v, v == staging.comment)', unknown-function",
    "lab.anc / dec('2') > dec('1'), wrong-type",
    "lab.cycles + 1 > 2, wrong-type",
    "today < consent.signed_on, wrong-type",
  })
  void whatCouldMisleadIsRefusedWhenTheFolderIsRead(String text, String rule) {
    Expression expression = VOCABULARY.expression(text);
    assertThat(expression.faults())
        .extracting(fault -> fault.rule().id())
        .contains("protocol.expression." + rule);
    assertThatThrownBy(() -> expression.evaluate(Answers.of(known)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFaultNamesTheNearestItemAndTheLegalCodes() {
    assertThat(VOCABULARY.expression("lab.anx > dec('1')").faults().getFirst().message().values())
        .containsEntry("nearest", Words.same(" (lab.anc?)"));
    assertThat(VOCABULARY.expression("staging.t == 'T3'").faults().getFirst().message().values())
        .containsEntry("allowed", Words.same("T1, T2, T4a, T4b"));
    assertThat(VOCABULARY.expression("lab.anc > 1.5").faults().getFirst().message().values())
        .containsEntry("value", Words.same("1.5"));
  }

  @Test
  void anExpressionKnowsTheItemsItRestsOn() {
    assertThat(VOCABULARY.expression("!history.autoimmune && lab.anc >= dec('1.5')").items())
        .containsExactly("history.autoimmune", "lab.anc");
  }

  @Test
  void anAnswerOfAnotherTypeIsAnErrorOfTheCaller() {
    known.put("lab.anc", new ItemValue.Text("2.0"));
    assertThatThrownBy(() -> verdict("lab.anc > dec('1')"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lab.anc")
        .hasMessageContaining("decimal");
  }

  @Test
  void twoKeysThatReadAlikeAreRefused() {
    assertThatThrownBy(
            () ->
                new Vocabulary(
                    List.of(
                        Variable.of("a.b-c", ItemType.TEXT), Variable.of("a.b_c", ItemType.TEXT))))
        .hasMessageContaining("a.b_c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "history.autoimmune",
        "lab.anc >= dec('1')",
        "staging.t == 'T1'",
        "today.on(today)"
      })
  void withoutAnyAnswerEveryExpressionIsMissing(String text) {
    assertThat(verdict(text)).isInstanceOf(Verdict.Missing.class);
  }
}
