package org.lodestar.statistics.survival;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.lodestar.statistics.Require;

/** Follow-up with a cause, 0 for censored, sorted by time; validated once. */
final class CompetingFollowUp {
  final int size;
  final double[] time;
  final int[] cause;

  /** The given row of each sorted row. */
  final int[] order;

  CompetingFollowUp(double[] times, int[] causes) {
    Require.sameLength("times", times.length, "cause", causes.length);
    size = Require.atLeast("number of participants", times.length, 1);
    for (int i = 0; i < size; i++) {
      Require.notNegative("times[" + i + "]", times[i]);
      Require.atLeast("cause[" + i + "]", causes[i], 0);
    }
    order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> times[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    time = IntStream.of(order).mapToDouble(i -> times[i]).toArray();
    cause = IntStream.of(order).map(i -> causes[i]).toArray();
  }

  /** The first row after those of one time. */
  int endOfTies(int from) {
    int to = from;
    while (to < size && time[to] == time[from]) {
      to++;
    }
    return to;
  }

  /** Whether anyone has the cause. */
  boolean has(int wanted) {
    return IntStream.of(cause).anyMatch(c -> c == wanted);
  }
}
