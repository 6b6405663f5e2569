package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestar.trial.cases.Cases;
import org.lodestar.trial.fact.JsonView;

/**
 * Every case of {@code dose_vectors_shared.json}: own arithmetic of this project, printed to six
 * decimals; compared within 1e-6 of the value.
 */
class DoseVectorsTest {
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-6");

  static List<JsonView> cases() {
    return Cases.own("dose_vectors_shared.json").items("cases");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyValueIsAsExpected(JsonView vector) {
    Map<String, BigDecimal> answer = DoseCase.read(vector).answer();
    JsonView expected = vector.get("expected");
    assertThat(answer.keySet()).isEqualTo(expected.names());
    for (String name : expected.names()) {
      BigDecimal wanted = expected.get(name).decimal();
      BigDecimal actual = answer.getOrDefault(name, BigDecimal.ZERO);
      assertThat(actual.subtract(wanted).abs())
          .as("%s: %s against %s", name, actual, wanted)
          .isLessThanOrEqualTo(wanted.multiply(TOLERANCE));
    }
  }
}
