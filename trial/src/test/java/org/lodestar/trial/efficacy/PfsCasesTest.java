package org.lodestar.trial.efficacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lodestar.trial.cases.Cases;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.protocol.CensoringRule;

/**
 * Oracle: 16 hand-worked cases under two rule sets (format lodestar-pfs-cases/1); dates, reasons
 * and days are equal, months to 4 decimals.
 */
class PfsCasesTest {

  @TestFactory
  Stream<DynamicTest> everyCaseEndsAsExpectedUnderBothRuleSets() {
    List<JsonView> cases = Cases.own("pfs_cases.json").get("cases").items();
    assertThat(cases).hasSize(16);
    return cases.stream()
        .map(each -> DynamicTest.dynamicTest(each.get("title").text(), () -> checkBoth(each)));
  }

  private static void checkBoth(JsonView json) {
    PfsCase pfs = PfsCase.read(json);
    JsonView expected = json.get("expected");
    check(pfs, PfsCase.FDA_TYPE, expected.get("FDA"));
    check(pfs, PfsCase.EMA_TYPE, expected.get("EMA"));
  }

  private static void check(PfsCase pfs, List<CensoringRule> rules, JsonView expected) {
    TimeToEvent time = pfs.answer(rules);
    assertThat(time.event()).isEqualTo(expected.get("CNSR").text().equals("0"));
    assertThat(time.date()).isEqualTo(expected.get("date").date());
    assertThat(time.reason().name()).isEqualTo(expected.get("reason").text());
    assertThat(time.days()).isEqualTo(expected.get("days").wholeNumber());
    assertThat(time.months(PfsCase.MONTH_DAYS).setScale(4, RoundingMode.HALF_UP))
        .isEqualByComparingTo(expected.get("months").decimal());
  }
}
