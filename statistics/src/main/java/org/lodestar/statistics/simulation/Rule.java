package org.lodestar.statistics.simulation;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.design.ExactSingleStage;
import org.lodestar.statistics.distribution.Normal;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.SurvivalData;
import org.lodestar.statistics.survival.SurvivalModel;

/** How a single-arm trial decides: one test of the data at the cut, or several looks. */
public sealed interface Rule {

  /** The rule in words. */
  String describe();

  /**
   * A one-sample log-rank test of the whole curve, or of the curve up to a point.
   *
   * @param statistic the statistic
   * @param nullModel the null curve
   * @param truncatedAt follow-up after this time is ignored; infinite for the whole curve
   * @param alpha the one-sided size, inside (0, 1)
   */
  record LogRank(Statistic statistic, SurvivalModel nullModel, double truncatedAt, double alpha)
      implements Rule {
    /** Refuses values outside their ranges. */
    public LogRank {
      if (!(truncatedAt > 0)) {
        throw Require.refusal("truncatedAt", truncatedAt, "(0, infinity]");
      }
      Require.insideUnit("alpha", alpha);
    }

    /**
     * The test of the whole curve.
     *
     * @param statistic the statistic
     * @param nullModel the null curve
     * @param alpha the one-sided size
     */
    public static LogRank whole(Statistic statistic, SurvivalModel nullModel, double alpha) {
      return new LogRank(statistic, nullModel, Double.POSITIVE_INFINITY, alpha);
    }

    @Override
    public String describe() {
      String until = Double.isFinite(truncatedAt) ? " truncated at " + truncatedAt : "";
      return "one-sample log-rank " + statistic + until + " against " + nullModel.describe();
    }
  }

  /**
   * The exact binomial test of the share free of the event at a landmark, among those whose state
   * there is known.
   *
   * @param landmark the time, above 0
   * @param nullRate the rate under the null, inside (0, 1)
   * @param alpha the one-sided size, inside (0, 1)
   */
  record LandmarkBinomial(double landmark, double nullRate, double alpha) implements Rule {
    /** Refuses values outside their ranges. */
    public LandmarkBinomial {
      Require.positive("landmark", landmark);
      Require.insideUnit("nullRate", nullRate);
      Require.insideUnit("alpha", alpha);
    }

    int[] criticals(int participants) {
      int[] table = new int[participants + 1];
      for (int n = 1; n <= participants; n++) {
        table[n] = ExactSingleStage.critical(n, nullRate, alpha);
      }
      table[0] = 1;
      return table;
    }

    @Override
    public String describe() {
      return "exact binomial at " + landmark + " against " + nullRate;
    }
  }

  /**
   * The Kaplan-Meier rate at a landmark: reject when the lower limit of its interval exceeds the
   * null rate.
   *
   * @param landmark the time, above 0
   * @param nullRate the rate under the null, inside (0, 1)
   * @param type the scale of the interval
   * @param alpha the one-sided size, inside (0, 0.5); the interval has level 1 - 2 alpha
   */
  record LandmarkKaplanMeier(double landmark, double nullRate, IntervalType type, double alpha)
      implements Rule {
    /** Refuses values outside their ranges. */
    public LandmarkKaplanMeier {
      Require.positive("landmark", landmark);
      Require.insideUnit("nullRate", nullRate);
      if (!(alpha > 0 && alpha < 0.5)) {
        throw Require.refusal("alpha", alpha, "(0, 0.5)");
      }
    }

    @Override
    public String describe() {
      return "Kaplan-Meier rate at " + landmark + ", " + type + ", against " + nullRate;
    }
  }

  /**
   * Any analysis of the data at the cut: a Cox model, a restricted mean, a rule of one's own. It
   * costs what the analysis costs, where the other rules are tables.
   *
   * @param name the analysis in words
   * @param rejects whether the data reject the null; asked from several threads at once
   */
  record Analysis(String name, Predicate<SurvivalData> rejects) implements Rule {
    @Override
    public String describe() {
      return name;
    }
  }

  /**
   * One look of a sequential rule, on the scale of Breslow's or Wu's statistic, negative for longer
   * survival.
   *
   * @param cut when
   * @param rejectAtMost stop and reject at this z or below
   * @param futileAbove stop for futility above this z; infinite for never
   */
  record Look(Cut cut, double rejectAtMost, double futileAbove) {
    /** Refuses bounds that are not numbers or that cross. */
    public Look {
      if (!(rejectAtMost <= futileAbove)) {
        throw Require.refusal("futileAbove", futileAbove, rejectAtMost + " or more");
      }
    }
  }

  /**
   * A one-sample log-rank test with interim looks; the last look is the final analysis.
   *
   * @param statistic {@link Statistic#BRESLOW}, {@link Statistic#WU} or {@link
   *     Statistic#SQUARE_ROOT}
   * @param nullModel the null curve
   * @param looks in order of time
   */
  record Sequential(Statistic statistic, SurvivalModel nullModel, List<Look> looks)
      implements Rule {
    private static final Set<Statistic> ON_Z_SCALE =
        Set.of(Statistic.BRESLOW, Statistic.WU, Statistic.SQUARE_ROOT);

    /** Refuses an empty list and a statistic without a z scale. */
    public Sequential {
      looks = List.copyOf(looks);
      Require.atLeast("number of looks", looks.size(), 1);
      if (!ON_Z_SCALE.contains(statistic)) {
        throw Require.refusal("statistic", statistic, "BRESLOW, WU or SQUARE_ROOT");
      }
    }

    double[] table(int participants, double z) {
      double[] table = new double[participants + 1];
      for (int o = 0; o <= participants; o++) {
        table[o] = z == Double.POSITIVE_INFINITY ? 0 : statistic.rejectFrom(o, Normal.cdf(z));
      }
      return table;
    }

    @Override
    public String describe() {
      return "one-sample log-rank " + statistic + " with " + looks.size() + " looks";
    }
  }
}
