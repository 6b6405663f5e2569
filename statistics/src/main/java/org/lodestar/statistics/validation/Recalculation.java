package org.lodestar.statistics.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestar.statistics.Require;

/**
 * Recomputes a file of reference results from its inputs alone. A file is what a JSON parser makes
 * of it, maps, lists, strings and numbers: {@code oracle} (the name of the set), {@code rel_tol},
 * and {@code entries} of {@code id}, {@code inputs}, {@code expected} and perhaps {@code rel_tol}.
 * An input {@code data} that names another entry stands for that entry's inputs.
 */
public final class Recalculation {
  private static final double DEFAULT_TOLERANCE = 1e-9;
  private static final String REFUSED = "error";

  /**
   * A normal tail at z = 6 to 10 changes by about this factor times the change of its z. Where an
   * entry carries its boundaries twice, coarse and fine, the difference bounds how well the
   * probabilities that follow from the coarse ones can be met.
   */
  private static final double STEEPEST_TAIL = 10;

  private final Map<?, ?> file;
  private final String set;
  private final Map<Object, Map<?, ?>> inputsById = new LinkedHashMap<>();

  private Recalculation(Map<?, ?> file) {
    this.file = file;
    this.set = String.valueOf(file.get("oracle"));
    for (Map<?, ?> entry : entries()) {
      if (entry.get("inputs") instanceof Map<?, ?> inputs) {
        inputsById.put(String.valueOf(entry.get("id")), inputs);
      }
    }
  }

  /**
   * Every entry of a file, in its order.
   *
   * @param file the parsed file
   */
  public static List<Outcome> of(Map<?, ?> file) {
    Recalculation recalculation = new Recalculation(file);
    List<Outcome> outcomes = new ArrayList<>();
    for (Map<?, ?> entry : recalculation.entries()) {
      outcomes.add(recalculation.outcome(entry));
    }
    return outcomes;
  }

  private List<Map<?, ?>> entries() {
    List<Map<?, ?>> entries = new ArrayList<>();
    if (file.get("entries") instanceof List<?> list) {
      for (Object entry : list) {
        if (entry instanceof Map<?, ?> map) {
          entries.add(map);
        }
      }
      return entries;
    }
    throw Require.refusal("entries", file.get("entries"), "a list of objects");
  }

  private Outcome outcome(Map<?, ?> entry) {
    String id = String.valueOf(entry.get("id"));
    double tolerance = tolerance(entry);
    Method method = Methods.find(set, id);
    if (method == null) {
      return new Outcome(id, Outcome.Verdict.NOT_COVERED, 0, tolerance, 0, List.of(), null);
    }
    Inputs inputs = new Inputs(resolved(entry));
    Object expected = entry.get("expected");
    return isRefusal(expected)
        ? refusal(id, method, inputs)
        : comparison(id, method, inputs, expected == null ? Map.of() : expected, tolerance);
  }

  private static boolean isRefusal(@Nullable Object expected) {
    return expected instanceof String text && text.startsWith("error");
  }

  private static Outcome refusal(String id, Method method, Inputs inputs) {
    try {
      Map<String, Object> computed = method.compute(inputs);
      return new Outcome(
          id,
          Outcome.Verdict.DIFFERS,
          1,
          0,
          0,
          List.of("expected a refusal, computed " + computed),
          computed);
    } catch (IllegalArgumentException refused) {
      return new Outcome(id, Outcome.Verdict.AGREES, 1, 0, 0, List.of(), REFUSED);
    }
  }

  private static Outcome comparison(
      String id, Method method, Inputs inputs, Object expected, double tolerance) {
    try {
      Map<String, Object> computed = method.compute(inputs);
      Agreement agreement = Agreement.of(expected, computed, tolerance);
      boolean agrees = agreement.differences().isEmpty();
      return new Outcome(
          id,
          agrees ? Outcome.Verdict.AGREES : Outcome.Verdict.DIFFERS,
          agreement.compared(),
          tolerance,
          agreement.worst(),
          agreement.differences(),
          computed);
    } catch (IllegalArgumentException | IllegalStateException e) {
      List<String> why = List.of("refused: " + e.getMessage());
      return new Outcome(id, Outcome.Verdict.DIFFERS, 0, tolerance, 0, why, REFUSED);
    }
  }

  private Map<?, ?> resolved(Map<?, ?> entry) {
    Map<Object, Object> inputs = new LinkedHashMap<>();
    if (entry.get("inputs") instanceof Map<?, ?> own) {
      inputs.putAll(own);
    }
    if (inputs.get("data") instanceof String other && inputsById.get(other) != null) {
      inputsById.get(other).forEach(inputs::putIfAbsent);
    }
    return inputs;
  }

  private double tolerance(Map<?, ?> entry) {
    double stated = statedTolerance(entry);
    if (entry.get("expected") instanceof Map<?, ?> expected
        && expected.get("upper_z") instanceof List<?> coarse
        && expected.get("upper_z_highprec") instanceof List<?> fine) {
      return Math.max(stated, STEEPEST_TAIL * distance(coarse, fine));
    }
    return stated;
  }

  private static double distance(List<?> coarse, List<?> fine) {
    double most = 0;
    for (int k = 0; k < Math.min(coarse.size(), fine.size()); k++) {
      if (coarse.get(k) instanceof Number a && fine.get(k) instanceof Number b) {
        most = Math.max(most, Math.abs(a.doubleValue() - b.doubleValue()));
      }
    }
    return most;
  }

  private double statedTolerance(Map<?, ?> entry) {
    if (entry.get("rel_tol") instanceof Number own) {
      return own.doubleValue();
    }
    return file.get("rel_tol") instanceof Number shared ? shared.doubleValue() : DEFAULT_TOLERANCE;
  }
}
