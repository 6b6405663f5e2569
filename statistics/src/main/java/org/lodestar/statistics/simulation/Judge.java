package org.lodestar.statistics.simulation;

import java.util.Arrays;
import java.util.List;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.SurvivalModel;
import org.lodestar.statistics.survival.Weibull;

/**
 * A rule made ready for one thread: tables instead of quantiles. At its place in the sums it counts
 * rejections, stops for futility, and the fixed-point time of the decision.
 */
interface Judge {
  void judge(Cohort cohort, long fixedCut, long[] sums);

  /** O and E, once for all statistics of one null and one truncation. */
  final class LogRank implements Judge {
    private final SurvivalModel nullModel;
    private final double rate;
    private final double truncatedAt;
    private double[][] tables = {};
    private int[] places = {};

    LogRank(SurvivalModel nullModel, double truncatedAt) {
      this.nullModel = nullModel;
      this.truncatedAt = truncatedAt;
      this.rate = constantRate(nullModel);
    }

    void add(int place, double[] table) {
      places = Arrays.copyOf(places, places.length + 1);
      tables = Arrays.copyOf(tables, places.length);
      places[places.length - 1] = place;
      tables[places.length - 1] = table;
    }

    @Override
    public void judge(Cohort cohort, long fixedCut, long[] sums) {
      int observed = observed(cohort);
      double expected = expected(cohort);
      for (int r = 0; r < tables.length; r++) {
        int place = places[r];
        sums[place] += expected >= tables[r][observed] ? 1 : 0;
        sums[place + 2] += fixedCut;
      }
    }

    /** Whether O and E follow from the sums alone. */
    boolean needsOnlySums() {
      return rate > 0 && truncatedAt == Double.POSITIVE_INFINITY;
    }

    int observed(Cohort cohort) {
      if (truncatedAt == Double.POSITIVE_INFINITY) {
        return cohort.events;
      }
      int observed = 0;
      for (int i = 0; i < cohort.size; i++) {
        observed += cohort.event[i] && cohort.time[i] <= truncatedAt ? 1 : 0;
      }
      return observed;
    }

    double expected(Cohort cohort) {
      if (needsOnlySums()) {
        return rate * cohort.exposure;
      }
      double sum = 0;
      if (rate > 0) {
        for (int i = 0; i < cohort.size; i++) {
          sum += Math.min(cohort.time[i], truncatedAt);
        }
        return rate * sum;
      }
      for (int i = 0; i < cohort.size; i++) {
        sum += nullModel.cumulativeHazard(Math.min(cohort.time[i], truncatedAt));
      }
      return sum;
    }

    private static double constantRate(SurvivalModel model) {
      boolean constant =
          model instanceof Exponential || (model instanceof Weibull w && w.shape() == 1);
      return constant ? 1 / model.timeAtHazard(1) : 0;
    }
  }

  /** Those free of the event at the landmark, of those whose state there is known. */
  final class LandmarkBinomial implements Judge {
    private final int place;
    private final double landmark;
    private final int[] criticals;

    LandmarkBinomial(int place, Rule.LandmarkBinomial rule, int participants) {
      this.place = place;
      this.landmark = rule.landmark();
      this.criticals = rule.criticals(participants);
    }

    @Override
    public void judge(Cohort cohort, long fixedCut, long[] sums) {
      int known = 0;
      int free = 0;
      for (int i = 0; i < cohort.size; i++) {
        boolean beyond = cohort.event[i] ? cohort.time[i] > landmark : cohort.time[i] >= landmark;
        free += beyond ? 1 : 0;
        known += beyond || cohort.event[i] ? 1 : 0;
      }
      sums[place] += free >= criticals[known] ? 1 : 0;
      sums[place + 2] += fixedCut;
    }
  }

  /** The lower limit of the Kaplan-Meier rate. */
  final class LandmarkKaplanMeier implements Judge {
    private final int place;
    private final Rule.LandmarkKaplanMeier rule;
    private final SmallCurve curve;

    LandmarkKaplanMeier(int place, Rule.LandmarkKaplanMeier rule, int participants) {
      this.place = place;
      this.rule = rule;
      this.curve = new SmallCurve(participants);
    }

    @Override
    public void judge(Cohort cohort, long fixedCut, long[] sums) {
      curve.of(cohort);
      double survival = curve.survivalAt(rule.landmark());
      boolean reject = survival == 1;
      if (survival > 0 && survival < 1) {
        double lower =
            rule.type()
                .around(survival, curve.errorOfLogAt(rule.landmark()), 1 - 2 * rule.alpha())
                .lower()
                .value();
        reject = lower > rule.nullRate();
      }
      sums[place] += reject ? 1 : 0;
      sums[place + 2] += fixedCut;
    }
  }

  /** Whatever the caller does with the data. */
  final class Analysis implements Judge {
    private final int place;
    private final Rule.Analysis rule;

    Analysis(int place, Rule.Analysis rule) {
      this.place = place;
      this.rule = rule;
    }

    @Override
    public void judge(Cohort cohort, long fixedCut, long[] sums) {
      sums[place] += rule.rejects().test(cohort.data()) ? 1 : 0;
      sums[place + 2] += fixedCut;
    }
  }

  /** Looks in order of time, until one decides. */
  final class Sequential implements Judge {
    private final int place;
    private final List<Rule.Look> looks;
    private final LogRank test;
    private final double[][] reject;
    private final double[][] futile;

    Sequential(int place, Rule.Sequential rule, int participants) {
      this.place = place;
      this.looks = rule.looks();
      this.test = new LogRank(rule.nullModel(), Double.POSITIVE_INFINITY);
      this.reject = new double[looks.size()][];
      this.futile = new double[looks.size()][];
      for (int k = 0; k < looks.size(); k++) {
        reject[k] = rule.table(participants, looks.get(k).rejectAtMost());
        futile[k] = rule.table(participants, looks.get(k).futileAbove());
      }
    }

    @Override
    public void judge(Cohort cohort, long fixedCut, long[] sums) {
      for (int k = 0; k < reject.length; k++) {
        long at = ParallelTrials.fixed(cohort.observe(looks.get(k).cut()));
        int observed = test.observed(cohort);
        double expected = test.expected(cohort);
        boolean rejected = expected >= reject[k][observed];
        boolean last = k == reject.length - 1;
        boolean stoppedFutile = !rejected && !last && expected < futile[k][observed];
        if (rejected || stoppedFutile || last) {
          sums[place] += rejected ? 1 : 0;
          sums[place + 1] += stoppedFutile ? 1 : 0;
          sums[place + 2] += at;
          return;
        }
      }
    }
  }
}
