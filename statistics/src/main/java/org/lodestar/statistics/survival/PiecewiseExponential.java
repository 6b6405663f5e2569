package org.lodestar.statistics.survival;

import java.util.ArrayList;
import java.util.List;
import org.lodestar.statistics.Require;

/**
 * A hazard that is constant between break points. A delayed effect is one: the control's hazard
 * first, then that hazard times the ratio.
 */
public final class PiecewiseExponential implements SurvivalModel {
  private final double[] starts;
  private final double[] rates;
  private final double[] hazardAtStart;

  private PiecewiseExponential(double[] starts, double[] rates) {
    this.starts = starts;
    this.rates = rates;
    this.hazardAtStart = new double[starts.length];
    for (int i = 1; i < starts.length; i++) {
      hazardAtStart[i] = hazardAtStart[i - 1] + rates[i - 1] * (starts[i] - starts[i - 1]);
    }
  }

  /**
   * The model with the given pieces.
   *
   * @param breaks strictly increasing times above 0
   * @param rates the hazards before, between and after them: one more than breaks, each at least 0,
   *     not all 0
   */
  public static PiecewiseExponential of(double[] breaks, double[] rates) {
    Require.sameLength("rates", rates.length, "intervals", breaks.length + 1);
    double[] starts = new double[rates.length];
    for (int i = 0; i < breaks.length; i++) {
      starts[i + 1] = Require.positive("breaks[" + i + "]", breaks[i]);
      if (starts[i + 1] <= starts[i]) {
        throw Require.refusal("breaks[" + i + "]", breaks[i], "above " + starts[i]);
      }
    }
    double total = 0;
    for (int i = 0; i < rates.length; i++) {
      total += Require.notNegative("rates[" + i + "]", rates[i]);
    }
    Require.positive("sum of rates", total);
    return new PiecewiseExponential(starts, rates.clone());
  }

  /**
   * A treatment that works only after a delay: hazard of the control until then, that times the
   * ratio afterwards.
   *
   * @param control the control's hazard
   * @param delay the delay, above 0
   * @param hazardRatio the ratio after it, above 0
   */
  public static PiecewiseExponential delayedEffect(
      Exponential control, double delay, double hazardRatio) {
    Require.positive("hazardRatio", hazardRatio);
    return of(new double[] {delay}, new double[] {control.rate(), control.rate() * hazardRatio});
  }

  @Override
  public double cumulativeHazard(double t) {
    int i = 0;
    while (i + 1 < starts.length && starts[i + 1] <= t) {
      i++;
    }
    return hazardAtStart[i] + rates[i] * (t - starts[i]);
  }

  @Override
  public double timeAtHazard(double hazard) {
    int i = 0;
    while (i + 1 < starts.length && hazardAtStart[i + 1] <= hazard) {
      i++;
    }
    double beyond = hazard - hazardAtStart[i];
    return beyond == 0 ? starts[i] : starts[i] + beyond / rates[i];
  }

  /** The number of pieces. */
  public int pieces() {
    return rates.length;
  }

  /**
   * When a piece begins.
   *
   * @param i the piece, from 0
   */
  public double start(int i) {
    return starts[i];
  }

  /**
   * The hazard of a piece.
   *
   * @param i the piece, from 0
   */
  public double rate(int i) {
    return rates[i];
  }

  @Override
  public String describe() {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < rates.length; i++) {
      pieces.add(rates[i] + " from " + starts[i]);
    }
    return "piecewise exponential, hazard " + String.join(", ", pieces);
  }

  @Override
  public String assumption() {
    return "the hazard after "
        + starts[starts.length - 1]
        + " stays "
        + rates[rates.length - 1]
        + " to the end of follow-up";
  }
}
