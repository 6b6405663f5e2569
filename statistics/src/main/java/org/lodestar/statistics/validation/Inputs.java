package org.lodestar.statistics.validation;

import java.util.List;
import java.util.Map;
import org.lodestar.statistics.Require;

/** The inputs of one reference entry, read by name; a missing or odd one is refused by name. */
final class Inputs {
  private final Map<?, ?> values;

  Inputs(Map<?, ?> values) {
    this.values = values;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  double number(String name) {
    return asNumber(name, require(name));
  }

  double number(String name, double otherwise) {
    return has(name) ? number(name) : otherwise;
  }

  int whole(String name) {
    double value = number(name);
    if (value != Math.rint(value)) {
      throw Require.refusal(name, value, "a whole number");
    }
    return (int) value;
  }

  String text(String name) {
    return String.valueOf(require(name));
  }

  double[] numbers(String name) {
    return list(name).stream().mapToDouble(v -> asNumber(name, v)).toArray();
  }

  int[] wholes(String name) {
    return list(name).stream().mapToInt(v -> (int) asNumber(name, v)).toArray();
  }

  List<String> texts(String name) {
    return list(name).stream().map(Inputs::label).toList();
  }

  Inputs nested(String name) {
    if (require(name) instanceof Map<?, ?> map) {
      return new Inputs(map);
    }
    throw Require.refusal(name, values.get(name), "an object");
  }

  Map<?, ?> map() {
    return values;
  }

  private List<?> list(String name) {
    if (require(name) instanceof List<?> list) {
      return list;
    }
    throw Require.refusal(name, values.get(name), "a list");
  }

  private Object require(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw Require.refusal(name, "missing", "present among the inputs");
    }
    return value;
  }

  private static String label(Object value) {
    return value instanceof Number n && n.doubleValue() == Math.rint(n.doubleValue())
        ? String.valueOf(n.longValue())
        : String.valueOf(value);
  }

  private static double asNumber(String name, Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    return switch (String.valueOf(value)) {
      case "NaN", "NA" -> Double.NaN;
      case "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> throw Require.refusal(name, value, "a number");
    };
  }
}
