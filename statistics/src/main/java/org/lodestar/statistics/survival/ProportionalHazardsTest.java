package org.lodestar.statistics.survival;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lodestar.statistics.distribution.ChiSquared;
import org.lodestar.statistics.numeric.SymmetricMatrix;

/**
 * The score test of a coefficient that changes with time (Grambsch and Therneau 1994, Biometrika
 * 81:515; exact form as in R's {@code cox.zph} since survival 3.0): the covariate times g(t) is
 * added to the model and its score tested at 0. Here g(t) = 1 - S(t-), S being the Kaplan-Meier
 * curve of all participants.
 *
 * @param terms the result of each covariate, in order
 * @param global the test of all together
 */
public record ProportionalHazardsTest(List<Term> terms, Term global) {

  /**
   * One test.
   *
   * @param name the covariate, or GLOBAL
   * @param chiSquared the statistic
   * @param degreesOfFreedom its degrees of freedom
   * @param pValue its p value
   */
  public record Term(String name, double chiSquared, int degreesOfFreedom, double pValue) {}

  /** Copies the list. */
  public ProportionalHazardsTest {
    terms = List.copyOf(terms);
  }

  static ProportionalHazardsTest of(CoxData data, double[] beta, Ties ties, List<String> names) {
    int p = beta.length;
    double[] score = new double[p];
    double[][] information = new double[2 * p][2 * p];
    KaplanMeier curve = KaplanMeier.of(data.time, data.event);
    PartialLikelihood.at(
        beta,
        data,
        ties,
        (stratum, time, scoreHere, informationHere, hazard) -> {
          double g = 1 - curve.heightAt(Math.nextDown(time));
          for (int k = 0; k < p; k++) {
            score[k] += g * scoreHere[k];
            for (int l = 0; l < p; l++) {
              double v = informationHere[k][l];
              information[k][l] += v;
              information[k][p + l] += g * v;
              information[p + k][l] += g * v;
              information[p + k][p + l] += g * g * v;
            }
          }
        });
    List<Term> terms =
        IntStream.range(0, p)
            .mapToObj(k -> test(names.get(k), information, score, p, new int[] {k}))
            .toList();
    int[] all = IntStream.range(0, p).toArray();
    return new ProportionalHazardsTest(terms, test("GLOBAL", information, score, p, all));
  }

  private static Term test(
      String name, double[][] information, double[] score, int p, int[] added) {
    int size = p + added.length;
    int[] kept = Arrays.copyOf(IntStream.range(0, p).toArray(), size);
    double[] u = new double[size];
    for (int k = 0; k < added.length; k++) {
      kept[p + k] = p + added[k];
      u[p + k] = score[added[k]];
    }
    double[][] part = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        part[i][j] = information[kept[i]][kept[j]];
      }
    }
    double chiSquared =
        SymmetricMatrix.quadraticForm(part, u)
            .orElseThrow(
                () -> new IllegalArgumentException("too few distinct event times to test " + name));
    return new Term(name, chiSquared, added.length, ChiSquared.upperTail(chiSquared, added.length));
  }
}
