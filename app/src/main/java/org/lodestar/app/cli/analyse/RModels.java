package org.lodestar.app.cli.analyse;

import java.util.ArrayList;
import java.util.List;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.Plateau;
import org.lodestar.statistics.survival.PublishedCurve;
import org.lodestar.statistics.survival.SurvivalModel;
import org.lodestar.statistics.survival.Weibull;

/** Cumulative hazards as functions of R. */
final class RModels {
  private RModels() {}

  static String hazard(SurvivalModel model) {
    return switch (model) {
      case Exponential m -> "function(t) " + m.rate() + "*t";
      case Weibull m -> "function(t) (t/" + m.scale() + ")^" + m.shape();
      case Plateau m ->
          "function(t) -log(" + m.cured() + " + " + (1 - m.cured()) + "*exp(-" + m.rate() + "*t))";
      case PublishedCurve m -> published(m);
      default -> throw new IllegalArgumentException("no R function for " + model.describe());
    };
  }

  /** Straight lines in the cumulative hazard, the last one continued. */
  private static String published(PublishedCurve curve) {
    List<String> times = new ArrayList<>(List.of("0"));
    List<String> hazards = new ArrayList<>(List.of("0"));
    for (int i = 0; i < curve.points(); i++) {
      times.add(String.valueOf(curve.time(i)));
      hazards.add(String.valueOf(curve.cumulativeHazard(curve.time(i))));
    }
    double far = curve.lastTime() * 1000;
    times.add(String.valueOf(far));
    hazards.add(String.valueOf(curve.cumulativeHazard(far)));
    return "approxfun(c(%s), c(%s))"
        .formatted(String.join(", ", times), String.join(", ", hazards));
  }
}
