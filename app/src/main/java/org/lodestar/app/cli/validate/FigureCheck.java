package org.lodestar.app.cli.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * Holds computed figures against those of a file, each with its own absolute tolerance. An entry in
 * which nothing was compared does not pass.
 */
final class FigureCheck {
  private final String id;
  private final Map<String, Object> expected = new LinkedHashMap<>();
  private final Map<String, Object> computed = new LinkedHashMap<>();
  private final List<String> differences = new ArrayList<>();
  private double error;

  FigureCheck(String id) {
    this.id = id;
  }

  /** A number; passed over when the file does not state it. */
  FigureCheck number(String name, JsonNode stated, double value, double tolerance) {
    if (!stated.isNumber()) {
      return this;
    }
    double wanted = stated.doubleValue();
    expected.put(name, wanted);
    computed.put(name, value);
    double distance = Math.abs(value - wanted);
    error = Math.max(error, wanted == 0 ? distance : distance / Math.abs(wanted));
    if (!(distance <= tolerance)) {
      differences.add(
          name + ": expected " + wanted + ", computed " + value + ", tolerance " + tolerance);
    }
    return this;
  }

  /** A text that must be the same. */
  FigureCheck text(String name, JsonNode stated, String value) {
    if (stated.isMissingNode()) {
      return this;
    }
    String wanted = stated.isString() ? stated.stringValue() : stated.toString();
    expected.put(name, wanted);
    computed.put(name, value);
    if (!Objects.equals(wanted, value)) {
      differences.add(name + ": expected " + wanted + ", computed " + value);
    }
    return this;
  }

  OracleResult result() {
    OracleResult.Verdict verdict =
        expected.isEmpty()
            ? OracleResult.Verdict.NOT_COVERED
            : differences.isEmpty() ? OracleResult.Verdict.PASSED : OracleResult.Verdict.FAILED;
    return new OracleResult(id, verdict, expected, computed, error, differences);
  }
}
