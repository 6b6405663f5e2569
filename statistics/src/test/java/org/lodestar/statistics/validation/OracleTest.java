package org.lodestar.statistics.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Every entry of the published reference results, recomputed from its inputs; one test a set. */
class OracleTest {
  @Test
  void kaplanMeierCurvesWithTheirIntervalsAndQuantiles() {
    assertRecomputed("km");
  }

  @Test
  void oneSampleLogRankTests() {
    assertRecomputed("one_sample_logrank");
  }

  @Test
  void logRankTests() {
    assertRecomputed("logrank");
  }

  @Test
  void coxRegressions() {
    assertRecomputed("cox");
  }

  @Test
  void competingRisks() {
    assertRecomputed("competing_risks");
  }

  @Test
  void intervalsAndTestsOfAProportion() {
    assertRecomputed("proportion");
  }

  @Test
  void contingencyTablesAndPoissonRates() {
    assertRecomputed("contingency_poisson");
  }

  @Test
  void sampleSizes() {
    assertRecomputed("samplesize");
  }

  @Test
  void phaseTwoDesigns() {
    assertRecomputed("phase2_binomial");
  }

  @Test
  void groupSequentialBoundaries() {
    assertRecomputed("group_sequential");
  }

  @Test
  void bayesianMonitoring() {
    assertRecomputed("bayes_safety");
  }

  @Test
  void inputsThatMustBeRefused() {
    assertRecomputed("edges");
  }

  private static void assertRecomputed(String set) {
    assertThat(Recalculation.of(read(set)))
        .isNotEmpty()
        .allSatisfy(
            outcome -> {
              assertThat(outcome.verdict()).isNotEqualTo(Outcome.Verdict.NOT_COVERED);
              assertThat(outcome.compared()).isPositive();
              assertThat(outcome.differences()).as(outcome.id()).isEmpty();
            });
  }

  static Map<?, ?> read(String set) {
    String path = "/org/lodestar/statistics/oracles/" + set + ".json";
    try (InputStream in = Objects.requireNonNull(OracleTest.class.getResourceAsStream(path))) {
      return JsonMapper.shared().readValue(in, Map.class);
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    }
  }
}
