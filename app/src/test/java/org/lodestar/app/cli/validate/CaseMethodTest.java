package org.lodestar.app.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CaseMethodTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Doubles x; sees what it is given. */
  private static List<OracleResult> doubled(Map<String, Object> one) {
    CaseMethod method =
        new CaseMethod(
            Set.of("double/1"),
            1e-6,
            c -> {
              assertThat(c.inputs().propertyNames()).containsExactlyInAnyOrder("id", "x");
              double x = c.inputs().get("x").asDouble();
              if (x < 0) {
                throw new IllegalArgumentException("x is -1; it must be at least 0");
              }
              return JSON.createObjectNode().put("twice", 2 * x);
            });
    OracleFile file = OracleFile.of("f.json", Map.of("format", "double/1", "cases", List.of(one)));
    assertThat(method.covers(file)).isTrue();
    return method.recompute(file, null);
  }

  private static OracleResult doubled(Object x, Object expected) {
    return doubled(Map.of("id", "A", "x", x, "expected", expected, "reasoning", "given away"))
        .getFirst();
  }

  @Test
  void numbersAgreeWithinTheTolerance() {
    assertThat(doubled(3, Map.of("twice", 6.000001)).verdict())
        .isEqualTo(OracleResult.Verdict.PASSED);
    assertThat(doubled(3, Map.of("twice", 6.0001)).verdict())
        .isEqualTo(OracleResult.Verdict.FAILED);
  }

  @Test
  void whatWasNotComputedIsNeverPassed() {
    assertThat(doubled(3, Map.of("twice", 6, "thrice", 9)).verdict())
        .isEqualTo(OracleResult.Verdict.NOT_COVERED);
  }

  @Test
  void aRefusalIsAComputedValue() {
    OracleResult result = doubled(-1, Map.of("twice", -2));

    assertThat(result.verdict()).isEqualTo(OracleResult.Verdict.FAILED);
    assertThat(((JsonNode) result.computed()).asString()).startsWith("error: x is -1");
  }

  @Test
  void theComputationSeesNeitherExpectationNorComment() {
    assertThat(doubled(1, Map.of("twice", 2)).verdict()).isEqualTo(OracleResult.Verdict.PASSED);
  }
}
