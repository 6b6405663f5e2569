package org.lodestar.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.statistics.survival.Exponential;

class AccrualTest {
  @Test
  void uniformEntryIsProportionalToTheShare() {
    assertThat(new Accrual.Uniform(24).entry(0.25)).isEqualTo(6);
    assertThat(new Accrual.Uniform(0).entry(0.9)).isZero();
  }

  /** With a rate rising linearly from 0 the share entered by t is (t / duration)^2. */
  @Test
  void aRisingRateHasEnteredAQuarterByHalfTime() {
    assertThat(new Accrual.Ramp(24).entry(0.25)).isEqualTo(12);
    assertThat(new Accrual.Ramp(24).entry(0.81)).isCloseTo(21.6, within(1e-12));
  }

  /** 2 a month for 6 months, nobody for 6, then 4 a month for 3: 12 of 24 by month 6. */
  @Test
  void stepsFollowTheirRates() {
    Accrual steps = Accrual.Stepwise.of(new double[] {6, 12, 15}, new double[] {2, 0, 4});
    assertThat(steps.entry(0.25)).isCloseTo(3, within(1e-12));
    assertThat(steps.entry(0.75)).isCloseTo(13.5, within(1e-12));
    assertThat(steps.entry(Math.nextDown(0.5))).isCloseTo(6, within(1e-9));
    assertThat(steps.entry(0.5)).isCloseTo(12, within(1e-9));
    assertThat(steps.duration()).isEqualTo(15);
    assertThat(steps.describe()).isEqualTo("in 3 steps over 15.0");
  }

  /** Expected events by hand: 1 - E exp(-rate (cut - entry)). */
  @Test
  void aTrialSeesTheEventsThatItsAccrualLeavesTimeFor() {
    double rate = 0.1;
    Accrual steps = Accrual.Stepwise.of(new double[] {6, 12}, new double[] {1, 3});
    SingleArmTrial trial =
        new SingleArmTrial(50, steps, new Exponential(rate), 0, new Cut.At(20), Scans.NONE);
    Rule test = Rule.LogRank.whole(Statistic.BRESLOW, new Exponential(rate), 0.025);
    double mean = SingleArmSimulation.of(trial, List.of(test), Run.of(20_000, 4)).meanEvents();
    double survivors = 0.25 * average(rate, 14, 20) + 0.75 * average(rate, 8, 14);
    assertThat(mean).isCloseTo(50 * (1 - survivors), within(0.12));
  }

  /** The mean of exp(-rate t) for t uniform between two times. */
  private static double average(double rate, double from, double to) {
    return (Math.exp(-rate * from) - Math.exp(-rate * to)) / (rate * (to - from));
  }

  /** An event at 2.3 with scans every 2 is seen at 4; one free at 5.5 was last seen free at 4. */
  @Test
  void scansDateEventsForwardAndCensoringsBack() {
    Scans scans = new Scans(2, true);
    assertThat(scans.seen(2.3)).isEqualTo(4);
    assertThat(scans.seen(4)).isEqualTo(4);
    assertThat(scans.censored(5.5)).isEqualTo(4);
    assertThat(Scans.every(2).censored(5.5)).isEqualTo(5.5);
    assertThat(Scans.NONE.seen(2.3)).isEqualTo(2.3);
  }

  @Test
  void whoeverIsCensoredAtTheLastScanIsCountedToThereOnly() {
    SingleArmTrial trial = SingleArmTrial.uniform(1, 0, 5, new Exponential(1e-9));
    Cohort cohort = new Cohort(1, new Scans(2, true));
    trial.withScans(new Scans(2, true)).sampler(Sampling.ZIGGURAT).draw(started(), cohort, 0, 1);
    cohort.observe(trial.cut());
    assertThat(cohort.exposure).isEqualTo(4);
    assertThat(cohort.events).isZero();
  }

  private static TrialStream started() {
    TrialStream stream = new TrialStream(1);
    stream.start(0);
    return stream;
  }
}
