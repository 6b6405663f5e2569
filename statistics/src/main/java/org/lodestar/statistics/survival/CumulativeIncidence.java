package org.lodestar.statistics.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.lodestar.statistics.Require;

/**
 * Cumulative incidence with competing risks, the Aalen-Johansen estimate: {@code F_k(t) = sum over
 * times s <= t of S(s-) d_k / n}, S being the Kaplan-Meier curve of any event.
 *
 * <p>Two standard errors are offered, because programs differ. {@link #variance} is that of R's
 * {@code cmprsk} (Gray 1988, Ann Stat 16:1141), {@link #standardError} the infinitesimal jackknife
 * of R's {@code survfit}.
 */
public final class CumulativeIncidence {
  private final double[] time;
  private final double[] eventFree;
  private final double[][] incidence;
  private final double[][] variance;
  private final double[][] jackknife;

  private CumulativeIncidence(int rows, int causes) {
    time = new double[rows];
    eventFree = new double[rows];
    incidence = new double[causes + 1][rows];
    variance = new double[causes + 1][rows];
    jackknife = new double[causes + 1][rows];
  }

  /**
   * The incidence of each cause.
   *
   * @param times follow-up times, each finite and at least 0
   * @param cause 0 for censored, 1, 2, ... for the kind of the first event
   */
  public static CumulativeIncidence of(double[] times, int[] cause) {
    Require.sameLength("times", times.length, "cause", cause.length);
    Require.atLeast("number of participants", times.length, 1);
    for (int i = 0; i < times.length; i++) {
      Require.notNegative("times[" + i + "]", times[i]);
      Require.atLeast("cause[" + i + "]", cause[i], 0);
    }
    int causes = Math.max(1, Arrays.stream(cause).max().orElse(0));
    Walk walk = new Walk(times, cause, causes);
    return walk.result();
  }

  /** The number of causes. */
  public int causes() {
    return incidence.length - 1;
  }

  /**
   * F_k(t), extended flat.
   *
   * @param k the cause, from 1
   * @param t a time of at least 0
   */
  public double incidenceAt(int k, double t) {
    return at(incidence[checkedCause(k)], t, 0);
  }

  /**
   * The probability of no event by t.
   *
   * @param t a time of at least 0
   */
  public double eventFreeAt(double t) {
    return at(eventFree, t, 1);
  }

  /**
   * The variance of F_k(t) as {@code cmprsk} gives it, brought up to date at events of cause k.
   *
   * @param k the cause, from 1
   * @param t a time of at least 0
   */
  public double variance(int k, double t) {
    return at(variance[checkedCause(k)], t, 0);
  }

  /**
   * The infinitesimal-jackknife standard error of F_k(t); for k = 0, of the event-free probability.
   *
   * @param k the cause, or 0
   * @param t a time of at least 0
   */
  public double standardError(int k, double t) {
    return at(jackknife[Require.within("k", k, 0, causes())], t, 0);
  }

  private int checkedCause(int k) {
    return Require.within("k", k, 1, causes());
  }

  private double at(double[] curve, double t, double before) {
    Require.notNegative("t", t);
    int found = Arrays.binarySearch(time, t);
    int i = found >= 0 ? found : -found - 2;
    return i < 0 ? before : curve[i];
  }

  /** One pass over the distinct times, keeping every participant's influence. */
  private static final class Walk {
    private final double[] times;
    private final int[] cause;
    private final int causes;
    private final int[] order;
    private final double[][] influence;
    private final double[] events;
    private final GrayVariance gray;
    private final CumulativeIncidence out;

    Walk(double[] times, int[] cause, int causes) {
      this.times = times;
      this.cause = cause;
      this.causes = causes;
      this.order =
          IntStream.range(0, times.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> times[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      this.influence = new double[causes + 1][times.length];
      this.events = new double[causes + 1];
      int rows = (int) Arrays.stream(times).distinct().count();
      this.gray = new GrayVariance(causes);
      this.out = new CumulativeIncidence(rows, causes);
    }

    CumulativeIncidence result() {
      double[] state = new double[causes + 1];
      state[0] = 1;
      int from = 0;
      int row = 0;
      while (from < order.length) {
        int to = from;
        Arrays.fill(events, 0);
        while (to < order.length && times[order[to]] == times[order[from]]) {
          events[cause[order[to++]]]++;
        }
        events[0] = 0;
        double n = order.length - from;
        gray.step(events, n, state);
        move(state, n, from, to);
        record(row++, times[order[from]], state);
        from = to;
      }
      return out;
    }

    private void move(double[] state, double n, int from, int to) {
      double all = Arrays.stream(events).sum();
      if (all == 0) {
        return;
      }
      double before = state[0];
      for (int i = 0; i < times.length; i++) {
        double own = influence[0][i];
        for (int k = 1; k <= causes; k++) {
          influence[k][i] += own * events[k] / n;
        }
        influence[0][i] -= own * all / n;
      }
      for (int j = from; j < order.length; j++) {
        int i = order[j];
        int died = j < to ? cause[i] : 0;
        for (int k = 1; k <= causes; k++) {
          influence[k][i] += before * ((died == k ? 1 : 0) - events[k] / n) / n;
        }
        influence[0][i] -= before * ((died > 0 ? 1 : 0) - all / n) / n;
      }
      state[0] = before * (1 - all / n);
      for (int k = 1; k <= causes; k++) {
        state[k] += before * events[k] / n;
      }
    }

    private void record(int row, double time, double[] state) {
      out.time[row] = time;
      out.eventFree[row] = state[0];
      for (int k = 0; k <= causes; k++) {
        out.incidence[k][row] = state[k];
        out.variance[k][row] = k == 0 ? 0 : gray.variance(k);
        double sum = 0;
        for (double u : influence[k]) {
          sum += u * u;
        }
        out.jackknife[k][row] = Math.sqrt(sum);
      }
    }
  }
}
