package org.lodestar.app.simulate;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.design.ExactSingleStage;
import org.lodestar.statistics.simulation.Rule;
import org.lodestar.statistics.simulation.Statistic;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.statistics.survival.Landmark;
import org.lodestar.statistics.survival.OneSampleLogRank;
import org.lodestar.statistics.survival.SurvivalData;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.AnalysisMethod;

/**
 * The rules by which every simulated trial decides, each a test of the null rate against a better
 * one.
 */
public enum DecisionRule {
  KAPLAN_MEIER_AT_LANDMARK(
      "Kaplan-Meier rate at the protocol's landmark day",
      "方案里程碑日的 Kaplan-Meier 率",
      AnalysisMethod.KAPLAN_MEIER_RATE) {
    @Override
    boolean rejects(SurvivalData data, TrialDesign design) {
      return kaplanMeier(data, design.landmarkDay(), design);
    }

    @Override
    Rule rule(TrialDesign design) {
      return kaplanMeierRule(design.landmarkDay(), design);
    }
  },
  KAPLAN_MEIER_AT_EXACT_DAY("Kaplan-Meier rate at the exact day", "确切日的 Kaplan-Meier 率", null) {
    @Override
    boolean rejects(SurvivalData data, TrialDesign design) {
      return kaplanMeier(data, design.exactDay(), design);
    }

    @Override
    Rule rule(TrialDesign design) {
      return kaplanMeierRule(design.exactDay(), design);
    }
  },
  BINOMIAL_AT_LANDMARK(
      "exact binomial at the protocol's landmark day",
      "方案里程碑日的精确二项检验",
      AnalysisMethod.EXACT_BINOMIAL) {
    @Override
    boolean rejects(SurvivalData data, TrialDesign design) {
      return binomial(data, design.landmarkDay(), design);
    }

    @Override
    Rule rule(TrialDesign design) {
      return new Rule.LandmarkBinomial(design.landmarkDay(), design.nullRate(), design.alpha());
    }
  },
  BINOMIAL_AT_EXACT_DAY("exact binomial at the exact day", "确切日的精确二项检验", null) {
    @Override
    boolean rejects(SurvivalData data, TrialDesign design) {
      return binomial(data, design.exactDay(), design);
    }

    @Override
    Rule rule(TrialDesign design) {
      return new Rule.LandmarkBinomial(design.exactDay(), design.nullRate(), design.alpha());
    }
  },
  BRESLOW("one-sample log-rank, Breslow", "单样本对数秩，Breslow", AnalysisMethod.ONE_SAMPLE_LOG_RANK) {
    @Override
    boolean rejects(SurvivalData data, TrialDesign design) {
      return below(OneSampleLogRank.of(data, design.nullModel()).breslow(), design);
    }

    @Override
    Rule rule(TrialDesign design) {
      return Rule.LogRank.whole(Statistic.BRESLOW, design.nullModel(), design.alpha());
    }
  },
  WU("one-sample log-rank, Wu", "单样本对数秩，Wu", null) {
    @Override
    boolean rejects(SurvivalData data, TrialDesign design) {
      return below(OneSampleLogRank.of(data, design.nullModel()).wu(), design);
    }

    @Override
    Rule rule(TrialDesign design) {
      return Rule.LogRank.whole(Statistic.WU, design.nullModel(), design.alpha());
    }
  },
  BRESLOW_TRUNCATED(
      "the same, Breslow, truncated at the landmark day", "单样本对数秩，Breslow，截至里程碑日", null) {
    @Override
    boolean rejects(SurvivalData data, TrialDesign design) {
      return below(truncated(data, design).breslow(), design);
    }

    @Override
    Rule rule(TrialDesign design) {
      return truncatedRule(Statistic.BRESLOW, design);
    }
  },
  WU_TRUNCATED("the same, Wu, truncated at the landmark day", "单样本对数秩，Wu，截至里程碑日", null) {
    @Override
    boolean rejects(SurvivalData data, TrialDesign design) {
      return below(truncated(data, design).wu(), design);
    }

    @Override
    Rule rule(TrialDesign design) {
      return truncatedRule(Statistic.WU, design);
    }
  };

  private final Words words;
  private final Optional<AnalysisMethod> method;

  DecisionRule(String en, String zh, @Nullable AnalysisMethod method) {
    this.words = new Words(en, zh);
    this.method = Optional.ofNullable(method);
  }

  public Words words() {
    return words;
  }

  /** As JSON names it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether this is how the protocol does its primary analysis. */
  public boolean isPrimary(TrialDesign design) {
    return method.filter(design.primary()::equals).isPresent();
  }

  /**
   * Whether the test rejects the null in favour of longer survival.
   *
   * @param data follow-up in study days
   */
  abstract boolean rejects(SurvivalData data, TrialDesign design);

  /** The same test for the simulation of the statistics library. */
  abstract Rule rule(TrialDesign design);

  /** The lower limit of the interval, symmetric in log(-log S), lies above the null rate. */
  private static boolean kaplanMeier(SurvivalData data, double day, TrialDesign design) {
    Landmark landmark =
        KaplanMeier.of(data).landmark(day, IntervalType.LOG_LOG, 1 - 2 * design.alpha());
    Estimate lower = landmark.interval().lower();
    return landmark.survival().isEstimable()
        && (landmark.survival().value() == 1
            || (lower.isEstimable() && lower.value() > design.nullRate()));
  }

  private static Rule kaplanMeierRule(double day, TrialDesign design) {
    return new Rule.LandmarkKaplanMeier(
        day, design.nullRate(), IntervalType.LOG_LOG, design.alpha());
  }

  /** Of those whose state at the day is known. */
  private static boolean binomial(SurvivalData data, double day, TrialDesign design) {
    int free = 0;
    int known = 0;
    for (int i = 0; i < data.size(); i++) {
      boolean beyond = data.event(i) ? data.time(i) > day : data.time(i) >= day;
      free += beyond ? 1 : 0;
      known += beyond || data.event(i) ? 1 : 0;
    }
    return known > 0 && free >= ExactSingleStage.critical(known, design.nullRate(), design.alpha());
  }

  private static OneSampleLogRank truncated(SurvivalData data, TrialDesign design) {
    return OneSampleLogRank.truncatedAt(data, design.nullModel(), design.landmarkDay());
  }

  private static Rule truncatedRule(Statistic statistic, TrialDesign design) {
    return new Rule.LogRank(statistic, design.nullModel(), design.landmarkDay(), design.alpha());
  }

  private static boolean below(Estimate statistic, TrialDesign design) {
    Estimate p = OneSampleLogRank.oneSided(statistic);
    return p.isEstimable() && p.value() <= design.alpha();
  }
}
