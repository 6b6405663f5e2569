package org.lodestar.statistics.survival;

import java.util.Arrays;

/**
 * The counts from which every curve and rank test is made: at each distinct follow-up time, how
 * many were at risk just before it, how many events and how many censorings fell on it.
 *
 * <p>At one time, events come before censorings. Times closer than 1.5e-8 of the mean time are one
 * time (as in R's {@code survival}, so that 0.1 + 0.2 and 0.3 tie); the first of them names it.
 * Building it takes one sort, or none where all times are whole numbers in a small range.
 */
public final class EventTable {
  static final double TIE = Math.sqrt(Math.ulp(1.0));

  /** The table of nobody. */
  static final EventTable EMPTY = new EventTable(new double[0], new int[0], new int[0], new int[0]);

  private final double[] time;
  private final int[] atRisk;
  private final int[] events;
  private final int[] censored;

  private EventTable(double[] time, int[] atRisk, int[] events, int[] censored) {
    this.time = time;
    this.atRisk = atRisk;
    this.events = events;
    this.censored = censored;
  }

  /**
   * The table of a data set.
   *
   * @param data the follow-up
   */
  public static EventTable of(SurvivalData data) {
    int range = WholeTimes.range(data);
    EventTable table = range >= 0 ? counted(data, range) : sorted(data);
    return data.isLeftTruncated() ? table.withLateEntries(data) : table;
  }

  /** The number of distinct times. */
  public int size() {
    return time.length;
  }

  /**
   * A distinct time.
   *
   * @param i its index in increasing order
   */
  public double time(int i) {
    return time[i];
  }

  /**
   * How many were at risk just before the time.
   *
   * @param i the time's index
   */
  public int atRisk(int i) {
    return atRisk[i];
  }

  /**
   * How many events fell on the time.
   *
   * @param i the time's index
   */
  public int events(int i) {
    return events[i];
  }

  /**
   * How many were censored at the time.
   *
   * @param i the time's index
   */
  public int censored(int i) {
    return censored[i];
  }

  /**
   * The index of the last distinct time at or before t, or -1.
   *
   * @param t any time
   */
  public int indexAt(double t) {
    int found = Arrays.binarySearch(time, t);
    return found >= 0 ? found : -found - 2;
  }

  private static EventTable counted(SurvivalData data, int range) {
    int[] d = new int[range + 1];
    int[] c = new int[range + 1];
    for (int i = 0; i < data.size(); i++) {
      int t = (int) data.time(i);
      if (data.event(i)) {
        d[t]++;
      } else {
        c[t]++;
      }
    }
    Builder rows = new Builder(Math.min(range + 1, data.size()));
    for (int t = 0; t <= range; t++) {
      if (d[t] + c[t] > 0) {
        rows.add(t, d[t], c[t]);
      }
    }
    return rows.build(data.size());
  }

  private static EventTable sorted(SurvivalData data) {
    double[] died = data.timesWhere(true);
    double[] left = data.timesWhere(false);
    Arrays.sort(died);
    Arrays.sort(left);
    double tie = TIE * mean(died, left);
    Builder rows = new Builder(data.size());
    int i = 0;
    int j = 0;
    while (i < died.length || j < left.length) {
      double first = next(died, i, left, j);
      double last = first;
      int d = 0;
      int c = 0;
      while (true) {
        if (i < died.length && died[i] - last <= tie && !(j < left.length && left[j] < died[i])) {
          last = died[i++];
          d++;
        } else if (j < left.length && left[j] - last <= tie) {
          last = left[j++];
          c++;
        } else {
          break;
        }
      }
      rows.add(first, d, c);
    }
    return rows.build(data.size());
  }

  private static double next(double[] a, int i, double[] b, int j) {
    if (i == a.length) {
      return b[j];
    }
    return j == b.length ? a[i] : Math.min(a[i], b[j]);
  }

  private static double mean(double[] a, double[] b) {
    return (Arrays.stream(a).sum() + Arrays.stream(b).sum()) / (a.length + b.length);
  }

  private EventTable withLateEntries(SurvivalData data) {
    double[] entry = new double[data.size()];
    for (int i = 0; i < entry.length; i++) {
      entry[i] = data.entry(i);
    }
    Arrays.sort(entry);
    int[] present = atRisk.clone();
    int entered = 0;
    for (int i = 0; i < time.length; i++) {
      while (entered < entry.length && entry[entered] < time[i]) {
        entered++;
      }
      present[i] -= entry.length - entered;
    }
    return new EventTable(time, present, events, censored);
  }

  /** Collects the rows in increasing time; the numbers at risk follow from them. */
  private static final class Builder {
    private final double[] time;
    private final int[] events;
    private final int[] censored;
    private int size;

    Builder(int capacity) {
      time = new double[capacity];
      events = new int[capacity];
      censored = new int[capacity];
    }

    void add(double at, int d, int c) {
      time[size] = at;
      events[size] = d;
      censored[size++] = c;
    }

    EventTable build(int participants) {
      int[] atRisk = new int[size];
      int left = participants;
      for (int i = 0; i < size; i++) {
        atRisk[i] = left;
        left -= events[i] + censored[i];
      }
      return new EventTable(
          Arrays.copyOf(time, size),
          atRisk,
          Arrays.copyOf(events, size),
          Arrays.copyOf(censored, size));
    }
  }
}
