package org.lodestar.statistics.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.bayes.BetaPosterior;
import org.lodestar.statistics.bayes.PredictiveDesign;
import org.lodestar.statistics.bayes.PredictiveProbability;
import org.lodestar.statistics.bayes.ThallSimon;
import org.lodestar.statistics.bayes.ToxicityBoundary;
import org.lodestar.statistics.distribution.Normal;
import org.lodestar.statistics.sequential.Crossing;
import org.lodestar.statistics.sequential.FutilityDesign;
import org.lodestar.statistics.sequential.GroupSequential;
import org.lodestar.statistics.sequential.Looks;
import org.lodestar.statistics.sequential.Spending;

/** References {@code group_sequential} and {@code bayes_safety}. */
final class MonitoringMethods {
  private static final int BINDING = 3;
  private static final int SYMMETRIC = 2;

  private MonitoringMethods() {}

  static Map<String, Object> groupSequential(Inputs inputs) {
    return inputs.has("lower") ? withFutility(inputs) : efficacyOnly(inputs);
  }

  private static Map<String, Object> efficacyOnly(Inputs inputs) {
    double power = 1 - inputs.number("beta", 0.2);
    GroupSequential design = design(inputs);
    int looks = design.looks().number();
    double inflation = design.inflation(power);
    Crossing atNull = design.under(0);
    Crossing atDrift = design.under(design.drift(power));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("upper_z", each(looks, design::upper));
    out.put("upper_z_highprec", each(looks, design::upper));
    out.put("nominal_p_one_sided", each(looks, design::nominalP));
    out.put("alpha_spent_increment", each(looks, atNull::upper));
    if ((int) inputs.number("test_type", 1) == SYMMETRIC) {
      out.put("alpha_spent_increment", increments(inputs));
      out.put("lower_z", each(looks, k -> -design.upper(k)));
      out.put("cross_lower_h0", each(looks, atNull::lower));
      out.put("cross_lower_h1", each(looks, atDrift::lower));
    }
    putSizes(out, design.looks(), inflation, atNull, atDrift);
    return out;
  }

  private static List<Object> increments(Inputs inputs) {
    double alpha = inputs.number("alpha_one_sided");
    Spending spending = spending(inputs.text("upper"), inputs, "upper_parameter");
    List<Object> increments = new ArrayList<>();
    double last = 0;
    for (double t : inputs.numbers("timing")) {
      double spent = spending.spent(t, alpha);
      increments.add(spent - last);
      last = spent;
    }
    return increments;
  }

  private static GroupSequential design(Inputs inputs) {
    Looks looks = Looks.at(inputs.numbers("timing"));
    double alpha = inputs.number("alpha_one_sided", 0.025);
    String upper = inputs.has("upper") ? inputs.text("upper") : "OF";
    return switch (upper) {
      case "OF" -> GroupSequential.oBrienFleming(looks, alpha);
      case "Pocock" -> GroupSequential.pocock(looks, alpha);
      case "WT" -> GroupSequential.wangTsiatis(looks, alpha, inputs.number("upper_parameter"));
      default -> {
        Spending spending = spending(upper, inputs, "upper_parameter");
        yield (int) inputs.number("test_type") == SYMMETRIC
            ? GroupSequential.symmetricSpending(looks, alpha, spending)
            : GroupSequential.spending(looks, alpha, spending);
      }
    };
  }

  private static Spending spending(String name, Inputs inputs, String parameter) {
    return switch (name) {
      case "Lan-DeMets O'Brien-Fleming approximation" -> Spending.likeOBrienFleming();
      case "Lan-DeMets Pocock approximation" -> Spending.likePocock();
      case "Hwang-Shih-DeCani" -> Spending.hwangShihDeCani(inputs.number(parameter));
      default -> throw new IllegalArgumentException("no spending function is called " + name);
    };
  }

  private static Map<String, Object> withFutility(Inputs inputs) {
    FutilityDesign design =
        FutilityDesign.of(
            Looks.at(inputs.numbers("timing")),
            inputs.number("alpha_one_sided"),
            spending(inputs.text("upper"), inputs, "upper_parameter"),
            inputs.number("beta"),
            spending(inputs.text("lower"), inputs, "lower_parameter"),
            inputs.whole("test_type") == BINDING);
    int looks = design.looks().number();
    Crossing atNull = design.under(0);
    Crossing atDrift = design.under(design.drift());
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("upper_z", each(looks, design::upper));
    out.put("upper_z_highprec", each(looks, design::upper));
    out.put("nominal_p_one_sided", each(looks, k -> Normal.upperTail(design.upper(k))));
    out.put("alpha_spent_increment", increments(inputs));
    out.put("lower_z", each(looks, design::lower));
    out.put("cross_lower_h0", each(looks, atNull::lower));
    out.put("cross_lower_h1", each(looks, atDrift::lower));
    putSizes(out, design.looks(), design.inflation(), atNull, atDrift);
    return out;
  }

  private static void putSizes(
      Map<String, Object> out, Looks looks, double inflation, Crossing atNull, Crossing atDrift) {
    out.put("inflation_factor", inflation);
    out.put("info_relative", each(looks.number(), k -> inflation * looks.information(k)));
    out.put("en_h0", inflation * atNull.expectedInformation());
    out.put("en_h1", inflation * atDrift.expectedInformation());
    out.put("cross_upper_h0", each(looks.number(), atNull::upper));
    out.put("cross_upper_h1", each(looks.number(), atDrift::upper));
  }

  private static List<Object> each(int count, IntFunction<Object> value) {
    return IntStream.range(0, count).mapToObj(value).toList();
  }

  private static BetaPosterior prior(Inputs inputs) {
    return new BetaPosterior(inputs.number("a"), inputs.number("b"));
  }

  static Map<String, Object> predictiveDesign(Inputs inputs) {
    int most = inputs.whole("N");
    PredictiveDesign design =
        PredictiveDesign.of(
            new PredictiveProbability(
                prior(inputs), most, inputs.number("p0"), inputs.number("thT")),
            inputs.number("thL"),
            inputs.number("thU"),
            inputs.whole("nmin"),
            inputs.whole("coh"));
    PredictiveDesign.Characteristics null0 = design.at(inputs.number("p0"));
    PredictiveDesign.Characteristics alternative = design.at(inputs.number("p1"));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("looks", design.looks().stream().map(PredictiveDesign.Look::n).toList());
    out.put(
        "stop_futility_if_responses_at_most",
        design.looks().stream().map(PredictiveDesign.Look::futileAtMost).toList());
    out.put(
        "stop_efficacy_if_responses_at_least",
        design.looks().stream()
            .map(l -> bound(l.n() < most ? l.efficaciousFrom() : OptionalInt.empty()))
            .toList());
    out.put("reject_null_p0", null0.reject());
    out.put("pet_p0", null0.earlyFutility());
    out.put("en_p0", null0.expectedSize());
    out.put("reject_null_p1", alternative.reject());
    out.put("pet_p1", alternative.earlyFutility());
    out.put("en_p1", alternative.expectedSize());
    return out;
  }

  private static Object bound(OptionalInt bound) {
    return bound.isPresent()
        ? (Object) bound.getAsInt()
        : Estimate.notEstimable("no number of events stops here");
  }

  static Map<String, Object> predictiveProbability(Inputs inputs) {
    PredictiveProbability rule =
        new PredictiveProbability(
            prior(inputs), inputs.whole("N"), inputs.number("p0"), inputs.number("thT"));
    int x = inputs.whole("x");
    double[] mass = rule.futureResponses(x, inputs.whole("n"));
    return Map.of(
        "pp", rule.of(x, inputs.whole("n")),
        "predictive_pmf", each(mass.length, i -> mass[i]),
        "posterior_prob", each(mass.length, i -> rule.finalPosterior(x + i)));
  }

  static Map<String, Object> posterior(Inputs inputs) {
    BetaPosterior posterior = prior(inputs).after(inputs.whole("x"), inputs.whole("n"));
    return Map.of(
        "mean", posterior.mean(),
        "median", posterior.median(),
        "sd", posterior.standardDeviation(),
        "ci95", ProportionMethods.limits(posterior.interval(0.95)),
        "ci90", ProportionMethods.limits(posterior.interval(0.9)),
        "p_gt_.34", posterior.above(0.34),
        "p_gt_.52", posterior.above(0.52));
  }

  static Map<String, Object> thallSimon(Inputs inputs) {
    ThallSimon rule =
        new ThallSimon(
            new BetaPosterior(inputs.number("aS"), inputs.number("bS")),
            new BetaPosterior(inputs.number("aE"), inputs.number("bE")),
            inputs.number("d"));
    int most = inputs.whole("N");
    List<Integer> looks = new ArrayList<>();
    for (int n = 5; n < most; n += 5) {
      looks.add(n);
    }
    looks.add(most);
    double low = inputs.number("pL");
    double high = inputs.number("pU");
    return Map.of(
        "n", looks,
        "stop_inferior_if_responses_at_most",
            looks.stream().map(n -> rule.inferiorAtMost(n, low)).toList(),
        "stop_superior_if_responses_at_least",
            looks.stream().map(n -> bound(rule.superiorFrom(n, high))).toList(),
        "prob_pE_gt_pS_plus_d_at_n10", each(11, x -> rule.exceeds(x, 10, rule.delta())));
  }

  static Map<String, Object> toxicityPocock(Inputs inputs) {
    ToxicityBoundary boundary =
        ToxicityBoundary.pocock(inputs.whole("N"), inputs.number("theta"), inputs.number("phi"));
    Map<String, Object> out = toxicity(boundary, inputs, "cross_prob");
    out.put("pointwise_alpha", boundary.level());
    return out;
  }

  static Map<String, Object> toxicityPosterior(Inputs inputs) {
    return toxicity(
        ToxicityBoundary.posterior(
            prior(inputs), inputs.whole("N"), inputs.number("theta"), inputs.number("cut")),
        inputs,
        "stop_prob");
  }

  private static Map<String, Object> toxicity(
      ToxicityBoundary boundary, Inputs inputs, String probability) {
    ToxicityBoundary.Characteristics acceptable = boundary.at(inputs.number("theta"));
    ToxicityBoundary.Characteristics high = boundary.at(inputs.number("theta_alt"));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put(
        "stop_if_toxicities_at_least",
        boundary.stopFrom().stream().map(MonitoringMethods::bound).toList());
    out.put(probability + "_theta", acceptable.stop());
    out.put("en_theta", acceptable.expectedSize());
    out.put(probability + "_alt", high.stop());
    out.put("en_alt", high.expectedSize());
    return out;
  }
}
