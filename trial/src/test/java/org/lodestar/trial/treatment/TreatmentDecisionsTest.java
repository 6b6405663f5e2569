package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestar.trial.cases.Cases;
import org.lodestar.trial.fact.JsonView;

/** Every case of {@code treatment_decisions_shared.json} under the example rules beside it. */
class TreatmentDecisionsTest {
  private static final ExampleRules RULES =
      ExampleRules.read(Cases.own("treatment_rules_example.json"));

  static List<JsonView> cases() {
    return Cases.own("treatment_decisions_shared.json").items("cases");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCaseIsDecidedAsExpected(JsonView vector) {
    JsonView input = vector.get("input");
    JsonView expected = vector.get("expected");
    if (input.find("event").isPresent()) {
      Map<String, String> decided = new TreeMap<>();
      for (String agent : expected.names()) {
        decided.put(
            agent,
            RULES.decideEvent(agent, input.get("event").text(), input.get("grade").wholeNumber()));
      }
      Map<String, String> wanted = new TreeMap<>();
      expected.names().forEach(agent -> wanted.put(agent, expected.get(agent).text()));
      assertThat(decided).isEqualTo(wanted);
    } else {
      Map<String, BigDecimal> values = new TreeMap<>();
      input.names().forEach(name -> values.put(name, input.get(name).decimal()));
      assertThat(RULES.decideCycle(values)).isEqualTo(expected.text());
    }
  }
}
