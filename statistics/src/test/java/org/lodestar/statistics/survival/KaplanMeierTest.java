package org.lodestar.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.lodestar.statistics.Estimate;

class KaplanMeierTest {
  /** Follow-up in whole or half days, so that ties abound. */
  @Provide
  static Arbitrary<SurvivalData> followUp() {
    return Arbitraries.integers()
        .between(1, 60)
        .flatMap(
            n ->
                Arbitraries.longs()
                    .map(
                        seed -> {
                          Random random = new Random(seed);
                          boolean whole = random.nextBoolean();
                          double[] t = new double[n];
                          boolean[] e = new boolean[n];
                          for (int i = 0; i < n; i++) {
                            t[i] = random.nextInt(20) + (whole ? 0 : 0.37 * random.nextInt(3));
                            e[i] = random.nextInt(3) > 0;
                          }
                          return SurvivalData.of(t, e);
                        }));
  }

  private static SurvivalData mapped(SurvivalData data, int[] order, double scale) {
    double[] t = new double[order.length];
    boolean[] e = new boolean[order.length];
    for (int i = 0; i < order.length; i++) {
      t[i] = data.time(order[i]) * scale;
      e[i] = data.event(order[i]);
    }
    return SurvivalData.of(t, e);
  }

  private static double[] curve(KaplanMeier km) {
    return km.steps().stream().mapToDouble(KaplanMeier.Step::survival).toArray();
  }

  @Property(tries = 200)
  void theCurveNeverRisesAndStaysInsideZeroToOne(@ForAll("followUp") SurvivalData data) {
    double last = 1;
    int left = data.size();
    for (KaplanMeier.Step step : KaplanMeier.of(data).steps()) {
      assertThat(step.survival()).isBetween(0.0, last);
      assertThat(step.atRisk()).isEqualTo(left);
      left -= step.events() + step.censored();
      last = step.survival();
    }
    assertThat(left).isZero();
  }

  @Property(tries = 100)
  void neitherOrderNorUnitOfTimeMatters(
      @ForAll("followUp") SurvivalData data, @ForAll Random random) {
    int[] order = IntStream.range(0, data.size()).toArray();
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    KaplanMeier original = KaplanMeier.of(data);
    KaplanMeier other = KaplanMeier.of(mapped(data, order, 30.4375));
    assertThat(curve(other)).containsExactly(curve(original));
    Estimate median = original.median(IntervalType.LOG_LOG, 0.95).time();
    Estimate scaled = other.median(IntervalType.LOG_LOG, 0.95).time();
    assertThat(scaled.isEstimable()).isEqualTo(median.isEstimable());
    if (median.isEstimable()) {
      assertThat(scaled.value()).isCloseTo(30.4375 * median.value(), within(1e-9));
    }
  }

  @Property(tries = 100)
  void countingWholeDaysGivesTheCurveThatSortingGives(@ForAll("followUp") SurvivalData data) {
    int[] same = IntStream.range(0, data.size()).toArray();
    double[] counted = curve(KaplanMeier.of(mapped(data, same, 100)));
    double[] sorted = curve(KaplanMeier.of(mapped(data, same, 1.0 / 3)));
    assertThat(sorted).containsExactly(counted);
  }

  @Property(tries = 100)
  void withoutCensoringItIsTheShareStillFree(@ForAll("followUp") SurvivalData data) {
    boolean[] all = new boolean[data.size()];
    Arrays.fill(all, true);
    double[] t = IntStream.range(0, data.size()).mapToDouble(data::time).toArray();
    KaplanMeier km = KaplanMeier.of(t, all);
    for (double at : t) {
      long free = Arrays.stream(t).filter(x -> x > at).count();
      assertThat(km.survivalAt(at).value()).isCloseTo((double) free / t.length, within(1e-12));
    }
  }

  @Property(tries = 60)
  void intervalsEncloseTheEstimateAndGrowWithTheLevel(@ForAll("followUp") SurvivalData data) {
    KaplanMeier km = KaplanMeier.of(data);
    for (IntervalType type : IntervalType.values()) {
      for (int i = 0; i < km.table().size(); i++) {
        var narrow = km.intervalAt(i, type, 0.8);
        var wide = km.intervalAt(i, type, 0.95);
        if (narrow.lower().isEstimable()) {
          assertThat(narrow.contains(km.height(i))).isTrue();
          assertThat(wide.lower().value()).isLessThanOrEqualTo(narrow.lower().value() + 1e-12);
          assertThat(wide.upper().value()).isGreaterThanOrEqualTo(narrow.upper().value() - 1e-12);
          assertThat(wide.lower().value()).isBetween(0.0, 1.0);
          assertThat(wide.upper().value()).isBetween(0.0, 1.0);
        }
      }
    }
  }

  @Test
  void nearTiesAreOneTime() {
    KaplanMeier km = KaplanMeier.of(new double[] {0.1 + 0.2, 0.3, 1}, new int[] {1, 1, 1});
    assertThat(km.table().size()).isEqualTo(2);
    assertThat(km.table().events(0)).isEqualTo(2);
  }

  @Test
  void leftTruncationCountsOnlyThoseWhoHaveEntered() {
    SurvivalData data =
        SurvivalData.leftTruncated(
            new double[] {0, 0, 3, 4},
            new double[] {2, 5, 6, 7},
            new boolean[] {true, true, true, false});
    KaplanMeier km = KaplanMeier.of(data);
    assertThat(km.steps().stream().map(KaplanMeier.Step::atRisk).toList())
        .isEqualTo(List.of(2, 3, 2, 1));
    assertThat(km.survivalAt(6).value()).isCloseTo(0.5 * 2 / 3 * 0.5, within(1e-15));
  }

  @Test
  void nothingIsReportedAfterTheLastFollowUpWhileTheCurveIsAboveZero() {
    KaplanMeier above = KaplanMeier.of(new double[] {1, 2}, new int[] {1, 0});
    assertThat(above.survivalAt(2.5).isEstimable()).isFalse();
    Landmark landmark = above.landmark(3, IntervalType.LOG, 0.95);
    assertThat(landmark.interval().lower().isEstimable()).isFalse();
    assertThat(landmark.atRisk()).isZero();
    KaplanMeier zero = KaplanMeier.of(new double[] {1, 2}, new int[] {0, 1});
    assertThat(zero.survivalAt(9).value()).isZero();
  }

  @Test
  void beforeTheFirstTimeSurvivalIsOneWithoutError() {
    Landmark landmark =
        KaplanMeier.of(new double[] {5, 6}, new int[] {1, 0}).landmark(4, IntervalType.LOGIT, 0.9);
    assertThat(landmark.survival().value()).isEqualTo(1);
    assertThat(landmark.standardError().value()).isZero();
    assertThat(landmark.interval().lower().value()).isEqualTo(1);
    assertThat(landmark.atRisk()).isEqualTo(2);
  }

  @Test
  void theFlatStretchAtAHalfHasThreeConventions() {
    KaplanMeier ends = KaplanMeier.of(new double[] {1, 2, 3, 9}, new int[] {1, 1, 0, 0});
    assertThat(median(ends, QuantileRule.MIDPOINT)).isEqualTo(Estimate.of(5.5));
    assertThat(median(ends, QuantileRule.MIDPOINT_OF_EVENTS).isEstimable()).isFalse();
    assertThat(median(ends, QuantileRule.FIRST_TIME)).isEqualTo(Estimate.of(2));
    KaplanMeier falls = KaplanMeier.of(new double[] {1, 2, 3, 9}, new int[] {1, 1, 0, 1});
    assertThat(median(falls, QuantileRule.MIDPOINT_OF_EVENTS)).isEqualTo(Estimate.of(5.5));
  }

  private static Estimate median(KaplanMeier km, QuantileRule rule) {
    return km.quantile(0.5, IntervalType.PLAIN, 0.95, rule).time();
  }

  @Test
  void whatIsNotEstimableRefusesToBeANumber() {
    Estimate error = KaplanMeier.of(new double[] {7}, new int[] {1}).steps().get(0).standardError();
    assertThat(error).hasToString("NE");
    assertThatIllegalStateException().isThrownBy(error::value).withMessageContaining("survival 0");
    assertThatIllegalArgumentException().isThrownBy(() -> Estimate.of(Double.NaN));
  }

  @Test
  void refusalsNameTheArgumentTheValueAndTheLegalRange() {
    refused(
        () -> KaplanMeier.of(new double[] {1, Double.NaN}, new int[] {1, 0}),
        "times[1] is NaN; legal: [0, infinity)");
    refused(
        () -> KaplanMeier.of(new double[] {-2}, new int[] {1}),
        "times[0] is -2.0; legal: [0, infinity)");
    refused(() -> KaplanMeier.of(new double[] {1}, new int[] {2}), "status[0] is 2; legal: [0, 1]");
    refused(
        () -> KaplanMeier.of(new double[] {}, new int[] {}),
        "times is empty; legal: at least one participant");
    refused(
        () -> KaplanMeier.of(new double[] {1, 2}, new int[] {1}),
        "times has 2 values and status has 1; legal: equal lengths");
    KaplanMeier km = KaplanMeier.of(new double[] {1, 2}, new int[] {1, 0});
    refused(() -> km.median(IntervalType.LOG, 1), "level is 1.0; legal: (0, 1)");
    refused(() -> km.landmark(1, IntervalType.LOG, 0), "level is 0.0; legal: (0, 1)");
    refused(() -> km.survivalAt(-1), "t is -1.0; legal: [0, infinity)");
    refused(() -> RestrictedMean.of(km, 3), "tau is 3.0; legal: (0, 2.0]");
    refused(
        () -> SurvivalData.leftTruncated(new double[] {2}, new double[] {2}, new boolean[] {true}),
        "entries[0] is 2.0; legal: [0, 2.0)");
  }

  private static void refused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
  }

  @Test
  void theRestrictedMeanIsTheAreaUnderTheCurve() {
    KaplanMeier km = KaplanMeier.of(new double[] {1, 2, 4}, new int[] {1, 0, 1});
    RestrictedMean mean = RestrictedMean.of(km, 3);
    assertThat(mean.mean()).isCloseTo(1 + 2 * 2.0 / 3, within(1e-15));
    double area = 2 * 2.0 / 3;
    assertThat(mean.standardError()).isCloseTo(area * Math.sqrt(1 / (3.0 * 2)), within(1e-15));
  }

  @Test
  void turnbullIsKaplanMeierWhenTimesAreExactOrRightCensored() {
    double[] t = {1, 2, 2, 3, 4, 5};
    int[] status = {1, 1, 0, 1, 0, 1};
    double[] right = new double[t.length];
    for (int i = 0; i < t.length; i++) {
      right[i] = status[i] == 1 ? t[i] : Double.POSITIVE_INFINITY;
    }
    Turnbull turnbull = Turnbull.of(t, right);
    KaplanMeier km = KaplanMeier.of(t, status);
    for (double at : new double[] {0.5, 1, 2, 2.5, 3, 4.5, 5}) {
      assertThat(turnbull.survivalAt(at)).isCloseTo(km.survivalAt(at).value(), within(1e-9));
    }
  }

  @Test
  void turnbullPutsMassOnTheInnermostIntervals() {
    Turnbull turnbull = Turnbull.of(new double[] {0, 1, 2}, new double[] {2, 3, 4});
    assertThat(turnbull.masses()).hasSize(2);
    assertThat(turnbull.masses().stream().mapToDouble(Turnbull.Mass::probability).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(turnbull.masses().get(0).left()).isEqualTo(1);
    assertThat(turnbull.masses().get(0).right()).isEqualTo(2);
  }
}
