package org.lodestar.statistics.simulation;

import org.lodestar.statistics.Require;

/** When participants enter: the quantile function of the entry time. */
public sealed interface Accrual {
  /**
   * The entry time at a share of the accrual.
   *
   * @param u in [0, 1)
   */
  double entry(double u);

  /** When the last may enter. */
  double duration();

  /** The shape in words. */
  String describe();

  /**
   * Entry at a constant rate.
   *
   * @param duration at least 0; 0 lets all enter at once
   */
  record Uniform(double duration) implements Accrual {
    /** Refuses a negative duration. */
    public Uniform {
      Require.notNegative("duration", duration);
    }

    @Override
    public double entry(double u) {
      return duration * u;
    }

    @Override
    public String describe() {
      return "uniform over " + duration;
    }
  }

  /**
   * Entry at a rate that rises linearly from 0, as when a site opens slowly.
   *
   * @param duration above 0
   */
  record Ramp(double duration) implements Accrual {
    /** Refuses a duration that is not above 0. */
    public Ramp {
      Require.positive("duration", duration);
    }

    @Override
    public double entry(double u) {
      return duration * Math.sqrt(u);
    }

    @Override
    public String describe() {
      return "rising linearly over " + duration;
    }
  }

  /** Entry at rates that are constant between break points. */
  final class Stepwise implements Accrual {
    private final double[] ends;
    private final double[] shares;

    private Stepwise(double[] ends, double[] shares) {
      this.ends = ends;
      this.shares = shares;
    }

    /**
     * The shape with the given steps.
     *
     * @param ends strictly increasing times above 0 at which the rates end; the last is the
     *     duration
     * @param rates the relative rate of each step, at least 0, not all 0
     */
    public static Stepwise of(double[] ends, double[] rates) {
      Require.sameLength("ends", ends.length, "rates", rates.length);
      Require.atLeast("number of steps", ends.length, 1);
      double[] shares = new double[ends.length];
      double from = 0;
      double sum = 0;
      for (int i = 0; i < ends.length; i++) {
        if (!(ends[i] > from)) {
          throw Require.refusal("ends[" + i + "]", ends[i], "above " + from);
        }
        sum += Require.notNegative("rates[" + i + "]", rates[i]) * (ends[i] - from);
        shares[i] = sum;
        from = ends[i];
      }
      Require.positive("sum of rates", sum);
      for (int i = 0; i < shares.length; i++) {
        shares[i] /= sum;
      }
      return new Stepwise(ends.clone(), shares);
    }

    @Override
    public double entry(double u) {
      int i = 0;
      while (i < shares.length - 1 && shares[i] <= u) {
        i++;
      }
      double start = i == 0 ? 0 : ends[i - 1];
      double before = i == 0 ? 0 : shares[i - 1];
      return start + (ends[i] - start) * (u - before) / (shares[i] - before);
    }

    @Override
    public double duration() {
      return ends[ends.length - 1];
    }

    @Override
    public String describe() {
      return "in " + ends.length + " steps over " + duration();
    }
  }
}
