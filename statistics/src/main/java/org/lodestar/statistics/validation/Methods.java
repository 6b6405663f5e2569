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
