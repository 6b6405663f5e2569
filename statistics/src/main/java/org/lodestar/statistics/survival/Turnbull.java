package org.lodestar.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.lodestar.statistics.Require;

/**
 * The nonparametric maximum-likelihood estimate of a survival curve from interval-censored times
 * (Turnbull 1976, JRSS B 38:290): each event is known only to lie in (left, right]. Mass can sit
 * only on Turnbull's innermost intervals; it is found by the self-consistency iteration. Inside
 * such an interval the curve is not determined.
 */
public final class Turnbull {
  private static final int MOST_STEPS = 100_000;
  private static final double CONVERGED = 1e-12;

  private final List<Mass> masses;

  private Turnbull(List<Mass> masses) {
    this.masses = List.copyOf(masses);
  }

  /**
   * Probability that the event lies in (left, right].
   *
   * @param left where the interval begins; the event lies after it, or at it when left = right
   * @param right where it ends; infinite when it is not known that the event ever happens
   * @param probability its mass
   */
  public record Mass(double left, double right, double probability) {}

  /**
   * The estimate.
   *
   * @param left the last time known to be free of the event, at least 0
   * @param right the first time known to follow it: equal to left for an exactly observed event,
   *     infinite for right censoring
   */
  public static Turnbull of(double[] left, double[] right) {
    Require.sameLength("left", left.length, "right", right.length);
    Require.atLeast("number of participants", left.length, 1);
    for (int i = 0; i < left.length; i++) {
      Require.notNegative("left[" + i + "]", left[i]);
      if (!(right[i] >= left[i])) {
        throw Require.refusal("right[" + i + "]", right[i], "[" + left[i] + ", infinity]");
      }
    }
    List<Mass> innermost = innermost(left, right);
    return new Turnbull(iterate(innermost, left, right));
  }

  /** The intervals that carry mass, in order. */
  public List<Mass> masses() {
    return masses;
  }

  /**
   * S(t) where it is determined: at any t that is not inside a mass interval. Inside one, the value
   * before its mass is given, the upper of the possible curves.
   *
   * @param t a time of at least 0
   */
  public double survivalAt(double t) {
    Require.notNegative("t", t);
    double gone = 0;
    for (Mass mass : masses) {
      if (mass.right() <= t) {
        gone += mass.probability();
      }
    }
    return 1 - gone;
  }

  /**
   * Innermost intervals: a left end followed by a right end with no other end between. At one time,
   * the ends of open (left, come after the closed right] ends; an exact event is [t, t].
   */
  private static List<Mass> innermost(double[] left, double[] right) {
    record End(double time, int order, boolean isLeft) implements Comparable<End> {
      @Override
      public int compareTo(End other) {
        int byTime = Double.compare(time, other.time);
        return byTime != 0 ? byTime : Integer.compare(order, other.order);
      }
    }

    TreeSet<End> ends = new TreeSet<>();
    for (int i = 0; i < left.length; i++) {
      boolean exact = left[i] == right[i];
      ends.add(new End(left[i], exact ? 0 : 2, true));
      ends.add(new End(right[i], 1, false));
    }
    List<Mass> found = new ArrayList<>();
    End last = new End(-1, 0, false);
    for (End end : ends) {
      if (last.isLeft() && !end.isLeft()) {
        found.add(new Mass(last.time(), end.time(), 0));
      }
      last = end;
    }
    return found;
  }

  private static List<Mass> iterate(List<Mass> intervals, double[] left, double[] right) {
    boolean[][] inside = new boolean[left.length][intervals.size()];
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < intervals.size(); j++) {
        inside[i][j] = covers(left[i], right[i], intervals.get(j));
      }
    }
    double[] p = new double[intervals.size()];
    Arrays.fill(p, 1.0 / p.length);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] next = consistent(p, inside);
      double change = 0;
      for (int j = 0; j < p.length; j++) {
        change = Math.max(change, Math.abs(next[j] - p[j]));
      }
      p = next;
      if (change < CONVERGED) {
        break;
      }
    }
    List<Mass> masses = new ArrayList<>();
    for (int j = 0; j < p.length; j++) {
      if (p[j] > CONVERGED) {
        masses.add(new Mass(intervals.get(j).left(), intervals.get(j).right(), p[j]));
      }
    }
    return masses;
  }

  private static boolean covers(double left, double right, Mass mass) {
    boolean exactMassAtOpenEnd = mass.left() == mass.right() && left == mass.left() && left < right;
    return left <= mass.left() && mass.right() <= right && !exactMassAtOpenEnd;
  }

  private static double[] consistent(double[] p, boolean[][] inside) {
    double[] next = new double[p.length];
    for (boolean[] row : inside) {
      double total = 0;
      for (int j = 0; j < p.length; j++) {
        total += row[j] ? p[j] : 0;
      }
      for (int j = 0; j < p.length; j++) {
        next[j] += row[j] ? p[j] / total / inside.length : 0;
      }
    }
    return next;
  }
}
