package org.lodestar.statistics.validation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lodestar.statistics.design.BinomialHypotheses;
import org.lodestar.statistics.design.Contribution;
import org.lodestar.statistics.design.Dropout;
import org.lodestar.statistics.design.ExactGamma;
import org.lodestar.statistics.design.ExactSingleStage;
import org.lodestar.statistics.design.LandmarkMethod;
import org.lodestar.statistics.design.OneArmSurvival;
import org.lodestar.statistics.design.SampleSize;
import org.lodestar.statistics.design.SimonTwoStage;
import org.lodestar.statistics.design.TwoArmSurvival;
import org.lodestar.statistics.design.TwoStage;
import org.lodestar.statistics.design.TwoStageInference;
import org.lodestar.statistics.design.WholeCurveMethod;

/** References {@code samplesize} and {@code phase2_binomial}. */
final class DesignMethods {
  private static final int SIMON_MOST = 100;

  private DesignMethods() {}

  static Map<String, Object> oneArm(Inputs inputs) {
    OneArmSurvival design =
        new OneArmSurvival(
            inputs.number("t0"),
            inputs.number("s0"),
            inputs.number("s1"),
            inputs.number("accrual", 24),
            inputs.number("follow_up", 24),
            inputs.number("loss_hazard", 0),
            inputs.number("weibull_shape", 1),
            errors(inputs));
    Contribution c = design.contribution();
    ExactGamma gamma = ExactGamma.of(design);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("hazard_ratio", design.hazardRatio());
    out.put("events_log_hr", design.eventsForLogHazardRatio());
    out.put("p_event_h1", c.eventUnderAlternative());
    out.put("p_event_h0", c.eventUnderNull());
    out.put("mean_null_cumhaz_h1", c.nullHazardUnderAlternative());
    out.put("sigma2_h1", c.variance());
    out.put("exact_gamma_events", gamma.events());
    out.put("exact_gamma_power", gamma.power());
    out.put("swog_exponential_mle_raw_with_half", WholeCurveMethod.SWOG.size(design).raw());
    Map<String, Object> raw = new LinkedHashMap<>();
    Map<String, Object> n = new LinkedHashMap<>();
    Map.of(
            "log_hazard_ratio_events_over_p1", WholeCurveMethod.LOG_HAZARD_RATIO,
            "wu2015_breslow_exact_variance", WholeCurveMethod.WU_2015,
            "wu_modified_half_O_plus_E", WholeCurveMethod.WU_MODIFIED,
            "kwak_jung_2014", WholeCurveMethod.KWAK_JUNG,
            "exact_gamma_events_over_p1", WholeCurveMethod.EXACT_GAMMA)
        .forEach(
            (name, method) -> {
              SampleSize size = method.size(design);
              raw.put(name, size.raw());
              n.put(name, size.n());
            });
    out.put("n_raw", raw);
    out.put("n", n);
    return out;
  }

  private static OneArmSurvival.Errors errors(Inputs inputs) {
    double power = inputs.number("power", 0.8);
    return inputs.has("alpha_one_sided")
        ? new OneArmSurvival.Errors(inputs.number("alpha_one_sided"), 1, 1 - inputs.number("beta"))
        : new OneArmSurvival.Errors(
            inputs.number("alpha", 0.05), (int) inputs.number("sides", 2), power);
  }

  static Map<String, Object> landmark(Inputs inputs) {
    Map<String, Object> raw = new LinkedHashMap<>();
    Map.of(
            "identity", LandmarkMethod.IDENTITY,
            "log", LandmarkMethod.LOG,
            "loglog", LandmarkMethod.LOG_LOG,
            "logit", LandmarkMethod.LOGIT,
            "arcsine", LandmarkMethod.ARCSINE)
        .forEach(
            (name, method) ->
                raw.put(
                    name,
                    Map.of(
                        "null_and_alt",
                        landmarkRaw(method, inputs, LandmarkMethod.Variance.NULL_AND_ALTERNATIVE),
                        "alt_only",
                        landmarkRaw(method, inputs, LandmarkMethod.Variance.ALTERNATIVE))));
    return Map.of("n_raw", raw);
  }

  private static double landmarkRaw(
      LandmarkMethod method, Inputs inputs, LandmarkMethod.Variance variance) {
    return method.size(inputs.number("s0"), inputs.number("s1"), errors(inputs), variance).raw();
  }

  static Map<String, Object> twoArm(Inputs inputs) {
    double accrual = inputs.number("accrual");
    TwoArmSurvival design =
        new TwoArmSurvival(
            inputs.number("lambda_ctrl"),
            inputs.number("lambda_treat"),
            accrual,
            inputs.number("study_duration") - accrual,
            inputs.number("loss_hazard"),
            inputs.number("ratio_treat_to_ctrl"),
            errors(inputs));
    double schoenfeld = design.schoenfeldEvents();
    double freedman = design.freedmanEvents();
    double lachin = design.lachinFoulkes();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("schoenfeld_events", schoenfeld);
    out.put("freedman_events", freedman);
    out.put("rpact_schoenfeld_events", schoenfeld);
    out.put("rpact_freedman_events", freedman);
    out.put("rpact_schoenfeld_n", design.participants(schoenfeld));
    out.put("rpact_freedman_n", design.participants(freedman));
    out.put("lachin_foulkes_n", lachin);
    out.put("lachin_foulkes_events", lachin * design.meanEventProbability());
    return out;
  }

  static Map<String, Object> dropout(Inputs inputs) {
    double n = inputs.number("n");
    double share = inputs.number("dropout");
    SampleSize plus = Dropout.timesOnePlus(n, share);
    SampleSize over = Dropout.overRetained(n, share);
    return Map.of(
        "times_one_plus_d_raw", plus.raw(),
        "times_one_plus_d_ceil", plus.n(),
        "over_one_minus_d_raw", over.raw(),
        "over_one_minus_d_ceil", over.n(),
        "over_one_minus_d_round", Math.rint(over.raw()));
  }

  private static BinomialHypotheses hypotheses(Inputs inputs) {
    return new BinomialHypotheses(
        inputs.number("p0"), inputs.number("p1"), inputs.number("alpha"), inputs.number("beta"));
  }

  static Map<String, Object> simon(Inputs inputs) {
    BinomialHypotheses h = hypotheses(inputs);
    SimonTwoStage designs = SimonTwoStage.of(h, (int) inputs.number("nmax", SIMON_MOST));
    boolean minimax = inputs.has("criterion") && inputs.text("criterion").equals("minimax");
    TwoStage design = minimax ? designs.minimax() : designs.optimal();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("r1", design.r1());
    out.put("n1", design.n1());
    out.put("r", design.r());
    out.put("n", design.n());
    out.put("en_p0", design.expectedSize(h.p0()));
    out.put("pet_p0", design.earlyTermination(h.p0()));
    out.put("exact_alpha", design.reject(h.p0()));
    out.put("exact_power", design.reject(h.p1()));
    out.put("pet_p1", design.earlyTermination(h.p1()));
    out.put("en_p1", design.expectedSize(h.p1()));
    return out;
  }

  static Map<String, Object> singleStage(Inputs inputs) {
    ExactSingleStage design = ExactSingleStage.of(hypotheses(inputs));
    return Map.of(
        "n_smallest", design.n(),
        "reject_if_responses_at_least", design.rejectFrom(),
        "exact_alpha", design.size(),
        "exact_power", design.power(),
        "n_from_which_every_n_has_power", design.stableFrom());
  }

  static Map<String, Object> afterTwoStages(Inputs inputs) {
    TwoStageInference inference =
        TwoStageInference.of(
            inputs.whole("r1"),
            inputs.whole("n1"),
            inputs.whole("n"),
            inputs.whole("x"),
            inputs.number("pu"),
            inputs.number("alpha"));
    return Map.of(
        "pumvue", inference.estimate(),
        "p.value", inference.pValue(),
        "5% LCL", inference.clinfunInterval().lower(),
        "95% UCL", inference.clinfunInterval().upper());
  }
}
