package org.lodestar.app.cli.validate;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Compares what a file expects with what was computed. Numbers are compared as decimals within a
 * relative tolerance; everything else must be equal. An expected value that was not computed makes
 * the entry "not covered": it never passes by silence.
 */
final class Comparison {
  private final double tolerance;
  private final List<String> differences = new ArrayList<>();
  private boolean complete = true;
  private double error;

  private Comparison(double tolerance) {
    this.tolerance = tolerance;
  }

  static Comparison of(JsonNode expected, JsonNode computed, double tolerance) {
    Comparison comparison = new Comparison(tolerance);
    comparison.compare("", expected, computed);
    return comparison;
  }

  OracleResult.Verdict verdict() {
    if (!differences.isEmpty()) {
      return OracleResult.Verdict.FAILED;
    }
    return complete ? OracleResult.Verdict.PASSED : OracleResult.Verdict.NOT_COVERED;
  }

  double error() {
    return error;
  }

  List<String> differences() {
    return differences;
  }

  private void compare(String path, JsonNode expected, JsonNode computed) {
    if (computed.isMissingNode()) {
      complete = false;
    } else if (expected.isObject() && computed.isObject()) {
      expected
          .propertyNames()
          .forEach(name -> compare(path + "/" + name, expected.get(name), computed.path(name)));
    } else if (expected.isArray() && computed.isArray() && expected.size() == computed.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(path + "/" + i, expected.get(i), computed.get(i));
      }
    } else if (expected.isNumber() && computed.isNumber()) {
      compareNumbers(path, expected, computed);
    } else if (!expected.equals(computed)) {
      differ(path, expected, computed);
    }
  }

  private void compareNumbers(String path, JsonNode expected, JsonNode computed) {
    if (expected.decimalValue().compareTo(computed.decimalValue()) == 0) {
      return;
    }
    double wanted = expected.doubleValue();
    double distance = Math.abs(wanted - computed.doubleValue());
    double relative = wanted == 0 ? distance : distance / Math.abs(wanted);
    error = Math.max(error, relative);
    if (!(relative <= tolerance)) {
      differ(path, expected, computed);
    }
  }

  private void differ(String path, JsonNode expected, JsonNode computed) {
    differences.add(path + ": expected " + expected + ", computed " + computed);
  }
}
