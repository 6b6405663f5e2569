package org.lodestar.trial.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A whole trial's laboratory rows are graded while a person waits for a page. */
class GradingSpeedTest {
  private static final int ROWS = 36_000;

  /** The figure for one quiet core is below a second; the bound leaves room for a busy machine. */
  private static final Duration BOUND = Duration.ofSeconds(5);

  @Test
  void thirtySixThousandRowsAreGradedInSeconds() {
    List<LaboratoryRule> rules = LaboratoryRules.of(Ctcae.V5).orElseThrow().rules();
    List<LaboratoryResult> results = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      results.add(
          LaboratoryResult.of(
              new BigDecimal(i).movePointLeft(1), new BigDecimal("3.5"), new BigDecimal("40")));
    }
    grade(rules, results, ROWS / 4);
    long start = System.nanoTime();
    int graded = grade(rules, results, ROWS);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(graded).isPositive();
    assertThat(took).isLessThan(BOUND);
    System.out.println(ROWS + " laboratory rows graded in " + took.toMillis() + " ms");
  }

  private static int grade(List<LaboratoryRule> rules, List<LaboratoryResult> results, int rows) {
    int graded = 0;
    for (int i = 0; i < rows; i++) {
      LaboratoryRule rule = rules.get(i % rules.size());
      graded +=
          rule.grade(results.get(i % results.size()), rule.unit()) instanceof LaboratoryGrade.Graded
              ? 1
              : 0;
    }
    return graded;
  }
}
