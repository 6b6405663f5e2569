package org.lodestar.statistics.simulation;

import java.util.Arrays;
import java.util.function.BiPredicate;
import org.lodestar.statistics.survival.SurvivalData;

/**
 * An analysis of two arms.
 *
 * @param name the analysis in words
 * @param rejects whether the data and the arm of each participant, 0 control and 1 treated, reject
 *     the null; asked from several threads at once
 */
public record TwoArmAnalysis(String name, BiPredicate<SurvivalData, int[]> rejects) {
  boolean rejects(Cohort cohort, int controls, int look) {
    int[] arm = new int[cohort.size];
    Arrays.fill(arm, controls, arm.length, 1);
    return rejects.test(cohort.data(), arm);
  }
}
