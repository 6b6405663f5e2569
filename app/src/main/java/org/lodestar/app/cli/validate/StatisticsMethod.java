package org.lodestar.app.cli.validate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.validation.Outcome;
import org.lodestar.statistics.validation.Recalculation;

/** The statistics library judges its own files: {@code oracle} and {@code entries}. */
final class StatisticsMethod implements OracleMethod {

  @Override
  public boolean covers(OracleFile file) {
    return file.content().containsKey("oracle") && file.content().get("entries") instanceof List;
  }

  @Override
  public List<OracleResult> recompute(OracleFile file, @Nullable Path dicom) {
    List<Map<?, ?>> entries = new ArrayList<>();
    List<String> pointers = new ArrayList<>();
    List<?> all = file.content().get("entries") instanceof List<?> list ? list : List.of();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Map<?, ?> entry) {
        entries.add(entry);
        pointers.add(file.name() + "#/entries/" + i);
      }
    }
    List<Outcome> outcomes = Recalculation.of(file.content());
    return IntStream.range(0, outcomes.size())
        .mapToObj(i -> result(entries.get(i), pointers.get(i), outcomes.get(i)))
        .toList();
  }

  private static OracleResult result(Map<?, ?> entry, String pointer, Outcome outcome) {
    return new OracleResult(
        entry.get("id") instanceof String id ? id : pointer,
        verdict(outcome.verdict()),
        entry.get("expected"),
        plain(outcome.computed()),
        outcome.worst(),
        outcome.differences());
  }

  private static OracleResult.Verdict verdict(Outcome.Verdict verdict) {
    return switch (verdict) {
      case AGREES -> OracleResult.Verdict.PASSED;
      case DIFFERS -> OracleResult.Verdict.FAILED;
      case NOT_COVERED -> OracleResult.Verdict.NOT_COVERED;
    };
  }

  /** The library's values as what a JSON writer understands. */
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Estimate.Value estimate -> plainNumber(estimate.value());
      case Estimate.NotEstimable ignored -> "NA";
      case Double number -> plainNumber(number);
      case Number number -> number;
      case Boolean flag -> flag;
      case List<?> list -> list.stream().map(StatisticsMethod::plain).toList();
      case Map<?, ?> map -> plainMap(map);
      default -> value.toString();
    };
  }

  private static Object plainNumber(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    return Double.isInfinite(value) ? (value > 0 ? "Inf" : "-Inf") : (Object) value;
  }

  private static Map<String, @Nullable Object> plainMap(Map<?, ?> map) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    map.forEach((key, value) -> plain.put(key.toString(), plain(value)));
    return plain;
  }
}
