package org.lodestar.statistics.bayes;

import java.util.OptionalInt;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Beta;
import org.lodestar.statistics.numeric.Quadrature;

/**
 * Monitoring against a standard whose rate is itself uncertain (Thall and Simon 1994, Biometrics
 * 50:337): not promising when the experimental rate hardly exceeds the standard one by delta,
 * superior when it surely exceeds it at all.
 *
 * @param standard the distribution of the standard rate
 * @param experimental the prior of the experimental rate
 * @param delta the gain asked for, in [0, 1)
 */
public record ThallSimon(BetaPosterior standard, BetaPosterior experimental, double delta) {
  private static final Quadrature RULE = Quadrature.gaussLegendre(40);
  private static final int PANELS = 40;

  /** Refuses a gain outside [0, 1). */
  public ThallSimon {
    if (!(delta >= 0 && delta < 1)) {
      throw Require.refusal("delta", delta, "[0, 1)");
    }
  }

  /**
   * P(experimental &gt; standard + gain), given data.
   *
   * @param responses 0 to n
   * @param n participants, at least 0
   * @param gain in [0, 1)
   */
  public double exceeds(int responses, int n, double gain) {
    BetaPosterior now = experimental.after(responses, n);
    double sum = 0;
    double width = (1 - gain) / PANELS;
    for (int panel = 0; panel < PANELS; panel++) {
      sum +=
          RULE.integrate(
              p -> Beta.density(p, standard.a(), standard.b()) * now.above(Math.min(1, p + gain)),
              panel * width,
              (panel + 1) * width);
    }
    return sum;
  }

  /**
   * The most responses with P(experimental &gt; standard + delta) below a limit: stop as not
   * promising; -1 if none.
   *
   * @param n participants, at least 1
   * @param low stop below this probability, inside (0, 1)
   */
  public int inferiorAtMost(int n, double low) {
    int x = -1;
    while (x < n && exceeds(x + 1, n, delta) < low) {
      x++;
    }
    return x;
  }

  /**
   * The fewest responses with P(experimental &gt; standard) above a limit: declare superior.
   *
   * @param n participants, at least 1
   * @param high stop above this probability, inside (0, 1)
   */
  public OptionalInt superiorFrom(int n, double high) {
    for (int x = 0; x <= n; x++) {
      if (exceeds(x, n, 0) > high) {
        return OptionalInt.of(x);
      }
    }
    return OptionalInt.empty();
  }
}
