package org.lodestar.statistics.design;

import java.util.ArrayList;
import java.util.List;
import org.lodestar.statistics.Require;

/**
 * Which combinations of method, accrual and follow-up give a stated sample size. A protocol that
 * states n without them can be explained by several; finding one is a reproduction, not a proof.
 */
public final class DesignSearch {
  private DesignSearch() {}

  /**
   * One combination that gives the sample size.
   *
   * @param method the method
   * @param accrual the accrual time
   * @param followUp the follow-up of the last to enter
   * @param raw n before rounding up
   */
  public record Match(WholeCurveMethod method, double accrual, double followUp, double raw) {}

  /**
   * Tries every method at every accrual and follow-up given.
   *
   * @param n the sample size to be explained, at least 1
   * @param design the rest of the design
   * @param accruals the accrual times tried, each at least 0
   * @param followUps the follow-up times tried, each above 0
   */
  public static List<Match> matching(
      int n, OneArmSurvival design, double[] accruals, double[] followUps) {
    Require.atLeast("n", n, 1);
    List<Match> found = new ArrayList<>();
    for (WholeCurveMethod method : WholeCurveMethod.values()) {
      for (double followUp : followUps) {
        for (double accrual : accruals) {
          SampleSize size = method.size(design.over(accrual, followUp));
          if (size.n() == n) {
            found.add(new Match(method, accrual, followUp, size.raw()));
          }
        }
      }
    }
    return found;
  }
}
