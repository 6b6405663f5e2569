package org.lodestar.trial.efficacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lodestar.trial.cases.Cases;
import org.lodestar.trial.fact.JsonView;

/**
 * Oracle: 48 hand-worked cases (format lodestar-recist-cases/1). Responses and dates are equal;
 * sums are equal decimals; percentages are given to 4 decimals.
 */
class RecistCasesTest {

  @TestFactory
  Stream<DynamicTest> everyCaseHasItsExpectedResponses() {
    List<JsonView> cases = Cases.own("recist11_cases.json").get("cases").items();
    assertThat(cases).hasSize(48);
    return cases.stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.get("id").text() + " " + each.get("title").text(), () -> check(each)));
  }

  private static void check(JsonView json) {
    RecistCase.Answer answer = RecistCase.read(json).answer();
    JsonView expected = json.get("expected");
    SoftAssertions softly = new SoftAssertions();
    List<JsonView> visits = expected.get("visits").items();
    softly.assertThat(answer.visits()).hasSameSizeAs(visits);
    for (int i = 0; i < visits.size(); i++) {
      check(softly, visits.get(i), answer.visits().get(i));
    }
    softly
        .assertThat(answer.best().response().code())
        .isEqualTo(expected.get("bestOverallResponse").text());
    softly
        .assertThat(answer.bestConfirmed().response().code())
        .isEqualTo(expected.get("bestOverallResponseConfirmed").text());
    Optional<LocalDate> progression = expected.date("progressionDate");
    softly.assertThat(answer.progression()).isEqualTo(progression);
    softly.assertAll();
  }

  private static void check(SoftAssertions softly, JsonView expected, VisitResponse visit) {
    softly.assertThat(visit.visit()).isEqualTo(expected.get("visit").text());
    same(softly, visit.sumMm(), expected.decimal("sumMm"));
    same(softly, visit.nadirMm(), expected.decimal("nadirBeforeVisitMm"));
    same(softly, visit.changeFromBaselinePercent(), expected.decimal("changeFromBaselinePct"));
    same(softly, visit.changeFromNadirPercent(), expected.decimal("changeFromNadirPct"));
    same(softly, visit.changeFromNadirMm(), expected.decimal("changeFromNadirMm"));
    softly.assertThat(code(visit.target())).isEqualTo(expected.text("targetResponse"));
    softly.assertThat(code(visit.nonTarget())).isEqualTo(expected.text("nonTargetResponse"));
    softly.assertThat(visit.newLesion()).isEqualTo(expected.get("newLesion").flag());
    softly.assertThat(visit.overall().code()).isEqualTo(expected.get("overallResponse").text());
  }

  private static Optional<String> code(@Nullable Response response) {
    return Optional.ofNullable(response).map(Response::code);
  }

  private static void same(
      SoftAssertions softly, @Nullable BigDecimal actual, Optional<BigDecimal> expected) {
    softly
        .assertThat(Optional.ofNullable(actual).map(BigDecimal::stripTrailingZeros))
        .isEqualTo(expected.map(BigDecimal::stripTrailingZeros));
  }
}
