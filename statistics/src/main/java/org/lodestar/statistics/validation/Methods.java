package org.lodestar.statistics.validation;

import org.jspecify.annotations.Nullable;

/** Which method of the library recomputes an entry, by the set's name and the entry's id. */
final class Methods {
  private Methods() {}

  static @Nullable Method find(String set, String id) {
    return switch (set) {
      case "km" -> curve(id);
      case "proportion" -> ProportionMethods::proportion;
      case "contingency_poisson" ->
          id.startsWith("fisher") ? ProportionMethods::fisher : ProportionMethods::poissonRate;
      case "one_sample_logrank" -> SurvivalTestMethods::oneSample;
      case "logrank" -> SurvivalTestMethods::logRank;
      case "cox" -> CoxMethods::regression;
      case "competing_risks" -> SurvivalTestMethods::competingRisks;
      case "samplesize" -> design(id);
      case "phase2_binomial" -> phaseTwo(id);
      case "group_sequential" -> MonitoringMethods::groupSequential;
      case "bayes_safety" -> bayes(id);
      case "edges" -> refusal(id.substring(0, id.indexOf('/')));
      default -> null;
    };
  }

  private static @Nullable Method refusal(String function) {
    return switch (function) {
      case "kaplan_meier" -> CurveMethods::anyCurve;
      case "rmst" -> CurveMethods::restrictedMean;
      case "one_sample_logrank" -> SurvivalTestMethods::oneSample;
      case "logrank" -> SurvivalTestMethods::logRank;
      case "proportion" -> ProportionMethods::proportion;
      case "cox" -> CoxMethods::divergence;
      case "simon" -> DesignMethods::simon;
      case "group_sequential" -> MonitoringMethods::groupSequential;
      case "sample_size_one_arm" -> DesignMethods::oneArm;
      default -> null;
    };
  }

  private static @Nullable Method design(String id) {
    return switch (id.substring(0, id.indexOf(' '))) {
      case "one_arm" -> DesignMethods::oneArm;
      case "landmark_km" -> DesignMethods::landmark;
      case "two_arm" -> DesignMethods::twoArm;
      case "dropout" -> DesignMethods::dropout;
      default -> null;
    };
  }

  private static @Nullable Method phaseTwo(String id) {
    return switch (id.substring(0, id.indexOf(' '))) {
      case "simon_minimax", "simon_optimal" -> DesignMethods::simon;
      case "ahern" -> DesignMethods::singleStage;
      case "twostage_inference" -> DesignMethods::afterTwoStages;
      default -> null;
    };
  }

  private static @Nullable Method bayes(String id) {
    return switch (id.substring(0, id.indexOf(' '))) {
      case "predictive_probability_design" -> MonitoringMethods::predictiveDesign;
      case "predictive_probability" -> MonitoringMethods::predictiveProbability;
      case "beta_binomial" -> MonitoringMethods::posterior;
      case "thall_simon" -> MonitoringMethods::thallSimon;
      case "toxicity_pocock" -> MonitoringMethods::toxicityPocock;
      case "toxicity_posterior" -> MonitoringMethods::toxicityPosterior;
      default -> null;
    };
  }

  private static @Nullable Method curve(String id) {
    if (id.endsWith("/curve")) {
      return CurveMethods::curve;
    }
    if (id.endsWith("/reverse_km")) {
      return CurveMethods::followUp;
    }
    if (id.contains("/rmst/")) {
      return CurveMethods::restrictedMean;
    }
    return id.contains("/ci/") ? CurveMethods::intervals : null;
  }
}
