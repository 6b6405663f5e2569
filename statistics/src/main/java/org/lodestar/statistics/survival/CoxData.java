package org.lodestar.statistics.survival;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a Cox regression reads: follow-up, covariates, strata; sorted by stratum and falling time,
 * so that a risk set is what a walk has already passed.
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
    x = new double[size][];
    Covariates standardised = new Covariates(names, covariates, size);
    centre = standardised.centre;
    scale = standardised.scale;
    int[] order = order(data, strata);
    for (int i = 0; i < size; i++) {
      x[i] = standardised.x[order[i]];
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
