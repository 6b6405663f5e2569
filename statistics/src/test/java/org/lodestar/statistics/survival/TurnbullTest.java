package org.lodestar.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TurnbullTest {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  /**
   * The estimate is a maximum of the likelihood if and only if moving mass to any interval would
   * not raise it: the mean of 1 / P(own interval) over those who cover it is 1 where there is mass
   * and at most 1 elsewhere (Gentleman and Geyer 1994, Biometrika 81:618).
   */
  @Property(tries = 60)
  void noMassCouldLieBetter(@ForAll Random random) {
    int n = 5 + random.nextInt(25);
    double[] left = new double[n];
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      left[i] = random.nextInt(8);
      int kind = random.nextInt(4);
      right[i] = kind == 0 ? NEVER : kind == 1 ? left[i] : left[i] + 1 + random.nextInt(4);
    }
    Turnbull estimate = Turnbull.of(left, right);
    double[] own = new double[n];
    double sum = 0;
    for (Turnbull.Mass mass : estimate.masses()) {
      sum += mass.probability();
      for (int i = 0; i < n; i++) {
        own[i] += covers(left[i], right[i], mass) ? mass.probability() : 0;
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
    for (Turnbull.Mass mass : estimate.masses()) {
      double mean = 0;
      for (int i = 0; i < n; i++) {
        mean += covers(left[i], right[i], mass) ? 1 / own[i] / n : 0;
      }
      // masses about to vanish converge slowly and carry next to nothing
      assertThat(mean).isLessThan(1 + 1e-4);
      if (mass.probability() > 1e-3) {
        assertThat(mean).isCloseTo(1, within(1e-5));
      }
    }
  }

  private static boolean covers(double left, double right, Turnbull.Mass mass) {
    if (left == right) {
      return mass.left() == left && mass.right() == right;
    }
    boolean point = mass.left() == mass.right();
    return (point ? left < mass.left() : left <= mass.left()) && mass.right() <= right;
  }

  /**
   * Three scans: (0, 2], (1, 3], (2, 4]. Mass p on (1, 2] and 1 - p on (2, 3]: the likelihood p * 1
   * * (1 - p) is greatest at one half.
   */
  @Test
  void threeOverlappingIntervalsShareTheMassEqually() {
    Turnbull estimate = Turnbull.of(new double[] {0, 1, 2}, new double[] {2, 3, 4});
    assertThat(estimate.masses()).hasSize(2);
    assertThat(estimate.masses().get(0).probability()).isCloseTo(0.5, within(1e-9));
    assertThat(estimate.masses().get(1).left()).isEqualTo(2);
    assertThat(estimate.masses().get(1).right()).isEqualTo(3);
    assertThat(estimate.survivalAt(1)).isEqualTo(1);
    assertThat(estimate.survivalAt(2)).isCloseTo(0.5, within(1e-9));
    assertThat(estimate.survivalAt(2.5)).isCloseTo(0.5, within(1e-9));
    assertThat(estimate.survivalAt(3)).isCloseTo(0, within(1e-9));
  }

  /** An event in (1, 3] and one at exactly 1: the exact one lies outside the open end. */
  @Test
  void anOpenEndExcludesAnEventAtThatVeryTime() {
    Turnbull estimate = Turnbull.of(new double[] {1, 1}, new double[] {3, 1});
    assertThat(estimate.survivalAt(1)).isCloseTo(0.5, within(1e-9));
    assertThat(estimate.survivalAt(3)).isCloseTo(0, within(1e-9));
  }
}
