package org.lodestar.statistics.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** Every entry of the published reference results, recomputed from its inputs. */
class OracleTest {
  @TestFactory
  Stream<DynamicNode> everyReferenceResultIsRecomputedWithinItsTolerance() {
    return Stream.of("km", "proportion", "contingency_poisson")
        .flatMap(set -> Recalculation.of(read(set)).stream().map(o -> test(set, o)));
  }

  private static DynamicNode test(String set, Outcome outcome) {
    return DynamicTest.dynamicTest(
        set + ": " + outcome.id(),
        () -> {
          assertThat(outcome.differences()).isEmpty();
          assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.AGREES);
          assertThat(outcome.compared()).isPositive();
        });
  }

  static Map<?, ?> read(String set) {
    String path = "/org/lodestar/statistics/oracles/" + set + ".json";
    try (InputStream in = Objects.requireNonNull(OracleTest.class.getResourceAsStream(path))) {
      return JsonMapper.shared().readValue(in, Map.class);
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    }
  }

  static List<Outcome> outcomes(String set) {
    return Recalculation.of(read(set));
  }
}
