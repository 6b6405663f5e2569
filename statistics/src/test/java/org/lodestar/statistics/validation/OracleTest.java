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
  private static final List<String> SETS =
      List.of(
          "km",
          "one_sample_logrank",
          "logrank",
          "cox",
          "competing_risks",
          "proportion",
          "contingency_poisson",
          "samplesize",
          "phase2_binomial",
          "group_sequential",
          "bayes_safety",
          "edges");

  /** Parts of an entry that the library does not compute yet; everything else must agree. */
  private static final List<String> SECOND_TIER = List.of("/gray", "/fine_gray_cause1");

  @TestFactory
  Stream<DynamicNode> everyReferenceResultIsRecomputedWithinItsTolerance() {
    return SETS.stream()
        .flatMap(set -> Recalculation.of(read(set)).stream().map(o -> test(set, o)));
  }

  private static DynamicNode test(String set, Outcome outcome) {
    return DynamicTest.dynamicTest(
        set + ": " + outcome.id(),
        () -> {
          List<String> firstTier =
              outcome.differences().stream()
                  .filter(d -> SECOND_TIER.stream().noneMatch(d::startsWith))
                  .toList();
          assertThat(firstTier).isEmpty();
          assertThat(outcome.verdict()).isNotEqualTo(Outcome.Verdict.NOT_COVERED);
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
}
