package org.lodestar.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static final int N = 200_000;

  private static double mean(java.util.function.IntToDoubleFunction draw) {
    return IntStream.range(0, N).mapToDouble(draw).average().orElseThrow();
  }

  @Test
  void aDrawDependsOnSeedAndNameAlone() {
    Draw draw = Draw.of(7).part("participant", 3);
    double first = draw.uniform("age");
    draw.uniform("something else");

    assertThat(draw.uniform("age")).isEqualTo(first);
    assertThat(Draw.of(7).part("participant", 3).uniform("age")).isEqualTo(first);
    assertThat(Draw.of(8).part("participant", 3).uniform("age")).isNotEqualTo(first);
    assertThat(Draw.of(7).part("participant", 4).uniform("age")).isNotEqualTo(first);
    assertThat(draw.uniform("sex")).isNotEqualTo(first);
  }

  /** The tolerances are five standard errors of the mean. */
  @Test
  void meansAreThoseOfTheDistributions() {
    Draw root = Draw.of(1);

    assertThat(mean(i -> root.part("u", i).uniform("x"))).isBetween(0.4967, 0.5033);
    assertThat(mean(i -> root.part("e", i).exponential("x", 30))).isBetween(29.66, 30.34);
    assertThat(mean(i -> root.part("n", i).normal("x", 60, 7))).isBetween(59.92, 60.08);
    assertThat(mean(i -> root.part("w", i).whole("x", 1, 6))).isBetween(3.48, 3.52);
    assertThat(mean(i -> root.part("c", i).chance("x", 0.1) ? 1 : 0)).isBetween(0.0966, 0.1034);
  }

  @Test
  void wholeNumbersReachBothEnds() {
    Draw root = Draw.of(2);

    assertThat(IntStream.range(0, 1_000).map(i -> root.part("w", i).whole("x", -2, 2)).distinct())
        .containsExactlyInAnyOrder(-2, -1, 0, 1, 2);
  }
}
