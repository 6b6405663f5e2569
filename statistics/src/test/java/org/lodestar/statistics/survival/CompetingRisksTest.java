package org.lodestar.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * Reference: R 4.2.2, cmprsk 2.2-11, on 60 participants with heavy ties, {@code crr(t, s, x,
 * failcode = 1, cencode = 0, gtol = 1e-14)} and {@code cuminc(t, s, rep(0:2, 20))$Tests}.
 */
class CompetingRisksTest {
  private static final double[] TIME = {
    5, 7, 4, 8, 8, 4, 7, 8, 8, 8, 5, 2, 5, 8, 5, 9, 9, 8, 6, 2, 9, 8, 6, 3, 6, 8, 7, 3, 5, 7, 6, 8,
    4, 1, 3, 6, 4, 9, 7, 1, 9, 1, 9, 5, 2, 6, 8, 4, 9, 3, 4, 2, 1, 4, 6, 1, 2, 5, 2, 8
  };
  private static final int[] CAUSE = {
    2, 2, 1, 1, 1, 2, 2, 0, 1, 1, 0, 2, 2, 1, 1, 0, 0, 1, 2, 2, 2, 2, 0, 0, 1, 2, 0, 2, 1, 0, 2, 2,
    0, 2, 0, 1, 1, 1, 2, 0, 1, 0, 1, 0, 0, 1, 1, 2, 0, 0, 2, 0, 0, 1, 1, 0, 0, 0, 1, 0
  };
  private static final double[] X = {
    1.27, 0.08, 0.78, 0.17, -0.5, -1.29, -0.41, -1.16, -0.46, 1.04, 0.15, -0.28, 1.32, -0.59, 1.08,
    -0.02, -0.29, 0.48, -1.84, -0.06, -0.82, 1.93, -1.18, 0.63, 0.88, 0.24, 0.58, -1.4, -0.35,
    -0.21, 0.3, 1.28, -0.49, 0.24, 0.63, -1.5, -0.39, 2.1, 0.54, -0.66, 0.3, 0.05, -0.07, 1.64,
    1.45, 0.3, 0.44, -0.93, -0.84, 0.59, 1.44, -0.37, -1.43, -0.63, -2.41, -0.27, -0.33, 2.76, 0.48,
    0.25
  };
  private static final int[] GROUP = IntStream.range(0, 60).map(i -> i % 3).toArray();

  @Test
  void fineAndGraysRegressionIsThatOfRAlsoWithTies() {
    FineGray fit = FineGray.of(TIME, CAUSE, 1, List.of("x"), new double[][] {X});
    assertThat(fit.converged()).isTrue();
    assertThat(fit.names()).containsExactly("x");
    assertThat(fit.coefficient(0).value()).isCloseTo(-0.0154684074721018, within(1e-11));
    assertThat(fit.standardError(0).value()).isCloseTo(0.1978584739828665, within(1e-11));
    assertThat(fit.logLikelihood()).isCloseTo(-70.7477227676465, within(1e-10));
    assertThat(fit.nullLogLikelihood()).isCloseTo(-70.7500809841692, within(1e-10));
    assertThat(fit.pValue(0).value()).isCloseTo(0.937685546510734, within(1e-9));
    assertThat(fit.hazardRatioInterval(0, 0.95).lower().value())
        .isCloseTo(
            Math.exp(-0.0154684074721018 - 1.959963984540054 * 0.1978584739828665), within(1e-10));
    assertThat(fit.hazardRatioInterval(0, 0.95).upper().value())
        .isCloseTo(
            Math.exp(-0.0154684074721018 + 1.959963984540054 * 0.1978584739828665), within(1e-10));
  }

  @Test
  void graysTestOfThreeGroupsIsThatOfR() {
    GrayTest first = GrayTest.of(TIME, CAUSE, GROUP, 1);
    assertThat(first.chiSquared()).isCloseTo(0.55319255069424, within(1e-12));
    assertThat(first.pValue()).isCloseTo(0.758360604186547, within(1e-12));
    assertThat(first.degreesOfFreedom()).isEqualTo(2);
    GrayTest second = GrayTest.of(TIME, CAUSE, GROUP, 2);
    assertThat(second.chiSquared()).isCloseTo(1.39653638953011, within(1e-12));
  }

  @Test
  void withoutOtherEventsTheRegressionIsCoxs() {
    int[] one = IntStream.of(CAUSE).map(c -> c == 1 ? 1 : 0).toArray();
    FineGray fit = FineGray.of(TIME, one, 1, List.of("x"), new double[][] {X});
    CoxRegression cox =
        CoxRegression.of(
            SurvivalData.of(TIME, one), List.of("x"), new double[][] {X}, Ties.BRESLOW);
    assertThat(fit.coefficient(0).value()).isCloseTo(cox.coefficient(0).value(), within(1e-10));
    assertThat(fit.logLikelihood()).isCloseTo(cox.logLikelihood(), within(1e-10));
  }

  @Property(tries = 40)
  void graysTestKnowsNeitherTheNamesOfGroupsNorTheOrderOfRows(@ForAll Random random) {
    int n = 40;
    double[] time = new double[n];
    int[] cause = new int[n];
    int[] group = new int[n];
    double[] reversedTime = new double[n];
    int[] reversedCause = new int[n];
    int[] renamed = new int[n];
    for (int i = 0; i < n; i++) {
      time[i] = 1 + random.nextInt(12);
      cause[i] = i < 4 ? 1 : random.nextInt(3);
      group[i] = i % 3;
      reversedTime[n - 1 - i] = time[i];
      reversedCause[n - 1 - i] = cause[i];
      renamed[n - 1 - i] = (group[i] + 1) % 3;
    }
    GrayTest test = GrayTest.of(time, cause, group, 1);
    GrayTest same = GrayTest.of(reversedTime, reversedCause, renamed, 1);
    assertThat(same.chiSquared()).isCloseTo(test.chiSquared(), within(1e-9));
  }

  @Test
  void aCovariateThatSeparatesTheCauseHasNoCoefficient() {
    double[] time = {1, 2, 3, 4, 5, 6};
    int[] cause = {1, 1, 1, 2, 0, 0};
    FineGray fit = FineGray.of(time, cause, 1, List.of("x"), new double[][] {{1, 1, 1, 0, 0, 0}});
    assertThat(fit.converged()).isFalse();
    assertThat(fit.coefficient(0)).hasToString("NE");
    assertThat(fit.standardError(0)).hasToString("NE");
    assertThat(fit.pValue(0)).hasToString("NE");
    assertThat(fit.hazardRatioInterval(0, 0.9).lower()).hasToString("NE");
  }

  @Test
  void refusalsNameTheArgument() {
    double[][] x = {X};
    refused(() -> FineGray.of(TIME, CAUSE, 3, List.of("x"), x), "cause is 3; legal: a cause that");
    refused(() -> FineGray.of(TIME, CAUSE, 0, List.of("x"), x), "cause is 0; legal: 1 or more");
    refused(() -> FineGray.of(TIME, CAUSE, 1, List.of("x", "y"), x), "names has 2 values");
    refused(
        () -> FineGray.of(TIME, CAUSE, 1, List.of("x", "y"), new double[][] {X, X}),
        "covariates is [x, y]; legal: columns that are not collinear");
    refused(() -> GrayTest.of(TIME, CAUSE, new int[60], 1), "number of groups is 1");
    refused(() -> GrayTest.of(TIME, CAUSE, new int[1], 1), "group has 1 values");
    refused(() -> GrayTest.of(TIME, CAUSE, GROUP, 0), "cause is 0");
    refused(() -> GrayTest.of(TIME, CAUSE, GROUP, 4), "cause is 4");
    refused(
        () ->
            GrayTest.of(
                new double[] {1, 2, 3, 4}, new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 1}, 1),
        "variance is singular");
  }

  private static void refused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
  }
}
