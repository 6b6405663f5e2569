package org.lodestar.statistics.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestar.statistics.Estimate;

/**
 * Compares what was computed with what a reference expects. Numbers agree within a relative
 * tolerance (or 1e-16 of 0); {@code NA} and {@code NaN} agree with an estimate that is not
 * estimable and with nothing else.
 */
final class Agreement {
  private static final double ROUNDING = 1e-16;

  /**
   * R's {@code fisher.test} finds the upper limit of the odds ratio as the reciprocal of a root
   * that {@code uniroot} stops at .Machine$double.eps^0.25 absolute; no finer agreement can be
   * asked of it.
   */
  private static final double UNIROOT_TOLERANCE = Math.pow(Math.ulp(1.0), 0.25);

  private static final String FISHER_UPPER_LIMIT = "/or_ci[1]";

  /** Boundaries that were recomputed by a finer recursion are held to this. */
  private static final double FINE = 1e-9;

  private static final String FINE_BOUNDS = "/upper_z_highprec";

  private final double tolerance;
  private final List<String> differences = new ArrayList<>();
  private int compared;
  private double worst;

  private Agreement(double tolerance) {
    this.tolerance = tolerance;
  }

  static Agreement of(Object expected, Object actual, double tolerance) {
    Agreement agreement = new Agreement(tolerance);
    agreement.compare("", expected, actual);
    return agreement;
  }

  List<String> differences() {
    return differences;
  }

  int compared() {
    return compared;
  }

  double worst() {
    return worst;
  }

  private void compare(String path, @Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Map<?, ?> map) {
      compareMaps(path, map, actual);
    } else if (expected instanceof List<?> list) {
      compareLists(path, list, actual);
    } else {
      compared++;
      compareLeaf(path, expected, actual);
    }
  }

  private void compareMaps(String path, Map<?, ?> expected, @Nullable Object actual) {
    if (!(actual instanceof Map<?, ?> found)) {
      differ(path, expected, actual);
      return;
    }
    expected.forEach((key, value) -> compare(path + "/" + key, value, found.get(key)));
  }

  private void compareLists(String path, List<?> expected, @Nullable Object actual) {
    if (!(actual instanceof List<?> found) || found.size() != expected.size()) {
      differ(path, expected, actual);
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      compare(path + "[" + i + "]", expected.get(i), found.get(i));
    }
  }

  private void compareLeaf(String path, @Nullable Object expected, @Nullable Object actual) {
    Object found = actual instanceof Estimate.Value v ? (Object) v.value() : actual;
    boolean agrees =
        switch (String.valueOf(expected)) {
          case "NA", "NaN", "NaN or error, never Infinity" ->
              found instanceof Estimate.NotEstimable;
          case "Inf" -> Double.valueOf(Double.POSITIVE_INFINITY).equals(found);
          case "-Inf" -> Double.valueOf(Double.NEGATIVE_INFINITY).equals(found);
          default ->
              (expected instanceof Number e && found instanceof Number f)
                  ? close(path, e.doubleValue(), f.doubleValue())
                  : String.valueOf(expected).equals(String.valueOf(found));
        };
    if (!agrees) {
      differ(path, expected, found);
    }
  }

  private boolean close(String path, double expected, double actual) {
    double distance = Math.abs(expected - actual);
    if (distance <= ROUNDING) {
      return true;
    }
    if (path.equals(FISHER_UPPER_LIMIT)) {
      return Math.abs(1 / expected - 1 / actual) <= UNIROOT_TOLERANCE;
    }
    double relative = distance / Math.abs(expected);
    worst = Math.max(worst, relative);
    return relative <= (path.startsWith(FINE_BOUNDS) ? FINE : tolerance);
  }

  private void differ(String path, @Nullable Object expected, @Nullable Object actual) {
    differences.add(path + ": expected " + expected + ", computed " + actual);
  }
}
