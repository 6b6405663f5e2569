package org.lodestar.app.cli.validate;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * A method for files that are lists of cases: it is given the inputs of one case, without anything
 * that the case expects or explains, and returns the values that it can compute under the names the
 * file uses. A null answer means that the method does not cover this case.
 *
 * @param formats the formats it covers
 * @param tolerance relative, for numbers; 0 for categories and decimals
 */
public record CaseMethod(
    Set<String> formats, double tolerance, Function<Case, @Nullable JsonNode> computation)
    implements OracleMethod {
  private static final ObjectMapper JSON = JsonMapper.shared();

  /**
   * What a computation sees.
   *
   * @param group the member of the file in which the case stands
   * @param inputs the case without its expectations and comments
   */
  public record Case(OracleFile file, String group, JsonNode inputs) {}

  public CaseMethod {
    formats = Set.copyOf(formats);
  }

  @Override
  public boolean covers(OracleFile file) {
    return formats.contains(file.format());
  }

  @Override
  public List<OracleResult> recompute(OracleFile file, @Nullable Path dicom) {
    return Entries.of(file).stream().map(entry -> result(file, entry)).toList();
  }

  private OracleResult result(OracleFile file, Entries.Entry entry) {
    JsonNode computed = compute(new Case(file, entry.group(), JSON.valueToTree(entry.inputs())));
    if (computed == null) {
      return entry.notCovered();
    }
    JsonNode expected = JSON.valueToTree(entry.expected());
    Comparison comparison = Comparison.of(expected, computed, tolerance);
    return new OracleResult(
        entry.id(),
        comparison.verdict(),
        entry.expected(),
        computed,
        comparison.error(),
        comparison.differences());
  }

  private @Nullable JsonNode compute(Case one) {
    try {
      return computation.apply(one);
    } catch (IllegalArgumentException refused) {
      return JSON.valueToTree("error: " + refused.getMessage());
    }
  }
}
