package org.lodestar.app.cli.validate;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.CaseJson;
import org.lodestar.trial.enrolment.EsophagealStage;
import org.lodestar.trial.enrolment.StagingCase;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.treatment.DoseCase;
import org.lodestar.trial.treatment.ExampleRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Doses, treatment decisions and stages, recomputed by the rules that the trial uses. */
final class TreatmentMethods {
  private static final ObjectMapper JSON = JsonMapper.shared();

  /** The tolerance that the files of doses name, on unrounded values. */
  private static final double DOSE_TOLERANCE = 1e-6;

  private static final OracleMethod DOSES =
      new CaseMethod(
          Set.of("lodestar-dose-vectors/1"),
          DOSE_TOLERANCE,
          one -> JSON.valueToTree(DoseCase.read(CaseJson.view(one.inputs())).answer()));

  private static final OracleMethod STAGING =
      new CaseMethod(Set.of("lodestar-ajcc8-escc-clinical/1"), 0, TreatmentMethods::stage);

  private static final OracleMethod DECISIONS =
      new CaseMethod(Set.of("lodestar-treatment-decisions/1"), 0, TreatmentMethods::decide);

  /** Rules alone expect nothing: they are read with the decisions that are held against them. */
  private static final OracleMethod RULES =
      new OracleMethod() {
        @Override
        public boolean covers(OracleFile file) {
          return file.format().equals("lodestar-treatment-rules/1");
        }

        @Override
        public List<OracleResult> recompute(OracleFile file, @Nullable Path dicom) {
          return List.of();
        }
      };

  static final List<OracleMethod> ALL = List.of(DOSES, DECISIONS, RULES, STAGING);

  private TreatmentMethods() {}

  private static JsonNode stage(CaseMethod.Case one) {
    JsonView inputs = CaseJson.view(one.inputs());
    Map<String, Object> computed = new LinkedHashMap<>();
    if (one.group().equals("nodeCounts")) {
      int nodes = inputs.get("regionalNodesInvolved").wholeNumber();
      computed.put("expectedN", EsophagealStage.N.ofNodes(nodes).name());
    } else {
      StagingCase tumour = StagingCase.read(inputs);
      computed.put("expectedStage", tumour.stage().label());
      computed.put("trialEligibleByStage", tumour.isLocallyAdvanced());
    }
    return JSON.valueToTree(computed);
  }

  /** Null, so not covered, when the rules that the file names do not lie beside it. */
  private static @Nullable JsonNode decide(CaseMethod.Case one) {
    Optional<ExampleRules> rules =
        Optional.ofNullable(one.file().content().get("against"))
            .flatMap(name -> one.file().beside().apply(name.toString()))
            .map(content -> ExampleRules.read(CaseJson.view(JSON.valueToTree(content))));
    if (rules.isEmpty()) {
      return null;
    }
    JsonView input = CaseJson.view(one.inputs()).get("input");
    return input.find("event").isPresent()
        ? event(rules.get(), input)
        : JSON.valueToTree(rules.get().decideCycle(values(input)));
  }

  /** Both treatments that the rules of events speak of; a case asks for one or both. */
  private static JsonNode event(ExampleRules rules, JsonView input) {
    String event = input.get("event").text();
    int grade = input.get("grade").wholeNumber();
    Map<String, String> computed = new LinkedHashMap<>();
    for (String agent : ExampleRules.EVENT_AGENTS) {
      computed.put(agent, rules.decideEvent(agent, event, grade));
    }
    return JSON.valueToTree(computed);
  }

  private static Map<String, BigDecimal> values(JsonView input) {
    Map<String, BigDecimal> values = new TreeMap<>();
    input.names().forEach(name -> values.put(name, input.get(name).decimal()));
    return values;
  }
}
