package org.lodestar.statistics.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.lodestar.statistics.Require;

/**
 * What a Cox regression reads: follow-up, covariates, strata; sorted by stratum and falling time,
 * so that a risk set is what a walk has already passed. Covariates are centred and divided by their
 * mean absolute deviation, which keeps the Newton steps well conditioned.
 */
final class CoxData {
  final int size;
  final int terms;
  final double[] time;
  final boolean[] event;
  final int[] stratum;
  final double[][] x;
  final double[] centre;
  final double[] scale;

  CoxData(SurvivalData data, List<String> names, double[][] covariates, int[] strata) {
    size = data.size();
    terms = names.size();
    time = new double[size];
    event = new boolean[size];
    stratum = new int[size];
    x = new double[size][terms];
    centre = new double[terms];
    scale = new double[terms];
    int[] order = order(data, strata);
    for (int k = 0; k < terms; k++) {
      standardise(k, names.get(k), covariates[k], order);
    }
    for (int i = 0; i < size; i++) {
      time[i] = data.time(order[i]);
      event[i] = data.event(order[i]);
      stratum[i] = strata[order[i]];
    }
  }

  private static int[] order(SurvivalData data, int[] strata) {
    return IntStream.range(0, data.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(i -> strata[i])
                .thenComparing(Comparator.<Integer>comparingDouble(data::time).reversed()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private void standardise(int k, String name, double[] column, int[] order) {
    Require.sameLength(name, column.length, "times", size);
    for (int i = 0; i < size; i++) {
      Require.finite(name + "[" + i + "]", column[i]);
    }
    centre[k] = Arrays.stream(column).average().orElseThrow();
    double spread = 0;
    for (double value : column) {
      spread += Math.abs(value - centre[k]);
    }
    if (spread <= 1e-12 * size * Math.abs(centre[k])) {
      throw Require.refusal(name, "constant " + column[0], "at least two different values");
    }
    scale[k] = spread / size;
    for (int i = 0; i < size; i++) {
      x[i][k] = (column[order[i]] - centre[k]) / scale[k];
    }
  }

  /** The first row after those of one stratum and one time that start at a row. */
  int endOfTies(int from) {
    int to = from;
    while (to < size && stratum[to] == stratum[from] && time[to] == time[from]) {
      to++;
    }
    return to;
  }

  /** The linear predictor of a row. */
  double predictor(int row, double[] beta) {
    double sum = 0;
    for (int k = 0; k < terms; k++) {
      sum += beta[k] * x[row][k];
    }
    return sum;
  }
}
