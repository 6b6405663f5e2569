package org.lodestar.app.cli.analyse;

import java.util.List;
import java.util.Locale;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;
import tools.jackson.databind.node.ObjectNode;

/** Estimates in tables and JSON; what is not estimable is NE with its reason. */
final class Shown {
  private Shown() {}

  static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  static String estimate(Estimate estimate) {
    return estimate.isEstimable() ? number(estimate.value()) : "NE";
  }

  static String interval(Interval interval) {
    return estimate(interval.lower()) + " - " + estimate(interval.upper());
  }

  static String pValue(double p) {
    return p < 0.0001 ? "<0.0001" : String.format(Locale.ROOT, "%.4f", p);
  }

  static void put(ObjectNode node, String name, Estimate estimate) {
    if (estimate instanceof Estimate.NotEstimable none) {
      node.putObject(name).put("notEstimable", none.reason());
    } else {
      node.put(name, estimate.value());
    }
  }

  static void put(ObjectNode node, Interval interval) {
    put(node, "lower", interval.lower());
    put(node, "upper", interval.upper());
    node.put("level", interval.level());
  }

  static List<String> row(String name, String value) {
    return List.of(name, value);
  }
}
