package org.lodestar.app.cli.validate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.CaseJson;
import org.lodestar.trial.efficacy.ImmuneResponse;
import org.lodestar.trial.efficacy.Irecist;
import org.lodestar.trial.efficacy.IrecistCase;
import org.lodestar.trial.efficacy.LesionCase;
import org.lodestar.trial.efficacy.Measurability;
import org.lodestar.trial.efficacy.PfsCase;
import org.lodestar.trial.efficacy.RecistCase;
import org.lodestar.trial.efficacy.Response;
import org.lodestar.trial.efficacy.TargetSelection;
import org.lodestar.trial.efficacy.TimeToEvent;
import org.lodestar.trial.efficacy.VisitResponse;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.safety.Ctcae;
import org.lodestar.trial.safety.LaboratoryCase;
import org.lodestar.trial.safety.LaboratoryGrade;
import org.lodestar.trial.safety.LaboratoryRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Response, progression and laboratory grades, recomputed from the inputs of their cases. */
final class EfficacyMethods {
  private static final int DECIMALS = 4;

  /** The limits of RECIST 1.1, which the format takes for granted. */
  private static final int TARGETS_MAX = 5;

  private static final int TARGETS_PER_ORGAN_MAX = 2;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static final List<OracleMethod> ALL =
      List.of(
          method("lodestar-recist-cases/1", EfficacyMethods::recist),
          method("lodestar-irecist-cases/1", EfficacyMethods::irecist),
          method("lodestar-pfs-cases/1", EfficacyMethods::progressionFreeSurvival),
          method("lodestar-recist-measurability/1", EfficacyMethods::measurability),
          method("lodestar-ctcae-lab-vectors/1", EfficacyMethods::laboratory),
          new ConfirmedResponseMethod());

  private EfficacyMethods() {}

  private static OracleMethod method(String format, Function<JsonView, JsonNode> computation) {
    return new CaseMethod(Set.of(format), 0, one -> computation.apply(CaseJson.view(one.inputs())));
  }

  private static JsonNode recist(JsonView inputs) {
    RecistCase.Answer answer = RecistCase.read(inputs).answer();
    ObjectNode computed = NODES.objectNode();
    var visits = computed.putArray("visits");
    answer.visits().forEach(visit -> visits.add(visit(visit)));
    computed.put("bestOverallResponse", answer.best().response().code());
    computed.put("bestOverallResponseConfirmed", answer.bestConfirmed().response().code());
    computed.set("progressionDate", text(answer.progression()));
    return computed;
  }

  private static ObjectNode visit(VisitResponse visit) {
    ObjectNode computed = NODES.objectNode();
    computed.put("visit", visit.visit());
    computed.set("sumMm", number(visit.sumMm()));
    computed.set("nadirBeforeVisitMm", number(visit.nadirMm()));
    computed.set("changeFromBaselinePct", number(visit.changeFromBaselinePercent()));
    computed.set("changeFromNadirPct", number(visit.changeFromNadirPercent()));
    computed.set("changeFromNadirMm", number(visit.changeFromNadirMm()));
    computed.set("targetResponse", text(code(visit.target())));
    computed.set("nonTargetResponse", text(code(visit.nonTarget())));
    computed.put("newLesion", visit.newLesion());
    computed.put("overallResponse", visit.overall().code());
    return computed;
  }

  private static Optional<String> code(@Nullable Response response) {
    return Optional.ofNullable(response).map(Response::code);
  }

  private static JsonNode irecist(JsonView inputs) {
    if (inputs.find("timepointResponses").isPresent()) {
      return sequence(inputs);
    }
    IrecistCase.Answer answer = IrecistCase.read(inputs).answer();
    ObjectNode computed = NODES.objectNode();
    var overall = computed.putArray("overall");
    answer.responses().forEach(response -> overall.add(response.code()));
    computed.put("iBOR", answer.best().code());
    computed.set("iProgressionDate", text(answer.progression()));
    return computed;
  }

  private static JsonNode sequence(JsonView inputs) {
    List<ImmuneResponse> responses =
        inputs.get("timepointResponses").items().stream()
            .map(each -> ImmuneResponse.ofCode(each.text()))
            .toList();
    List<Boolean> longEnough = Collections.nCopies(responses.size(), true);
    return NODES.objectNode().put("expectedIBOR", Irecist.best(responses, longEnough).code());
  }

  private static JsonNode progressionFreeSurvival(JsonView inputs) {
    PfsCase pfs = PfsCase.read(inputs);
    ObjectNode computed = NODES.objectNode();
    computed.set("FDA", time(pfs.answer(PfsCase.FDA_TYPE)));
    computed.set("EMA", time(pfs.answer(PfsCase.EMA_TYPE)));
    return computed;
  }

  private static ObjectNode time(TimeToEvent time) {
    ObjectNode computed = NODES.objectNode();
    computed.put("CNSR", time.event() ? 0 : 1);
    computed.put("date", time.date().toString());
    computed.put("reason", time.reason().name());
    computed.put("days", time.days());
    computed.put(
        "months", time.months(PfsCase.MONTH_DAYS).setScale(DECIMALS, RoundingMode.HALF_UP));
    return computed;
  }

  private static JsonNode measurability(JsonView inputs) {
    if (inputs.find("lesion").isPresent()) {
      return NODES.stringNode(Measurability.decide(LesionCase.read(inputs.get("lesion"))).code());
    }
    List<TargetSelection.Choice> choices =
        inputs.get("lesions").items().stream().map(EfficacyMethods::choice).toList();
    ObjectNode computed = NODES.objectNode();
    computed.set(
        "expectedValidTargetSets",
        JsonMapper.shared()
            .valueToTree(TargetSelection.proposals(choices, TARGETS_MAX, TARGETS_PER_ORGAN_MAX)));
    return computed;
  }

  private static TargetSelection.Choice choice(JsonView lesion) {
    Optional<BigDecimal> shortAxis = lesion.decimal("shortMm");
    return new TargetSelection.Choice(
        lesion.get("id").text(),
        lesion.get("organ").text(),
        shortAxis.isPresent(),
        shortAxis.orElseGet(() -> lesion.get("mm").decimal()));
  }

  private static JsonNode laboratory(JsonView inputs) {
    LaboratoryGrade grade =
        LaboratoryRules.of(Ctcae.V5)
            .flatMap(rules -> rules.rule(inputs.get("term").text()))
            .orElseThrow(() -> inputs.get("term").wrong("a term with a numeric rule"))
            .grade(LaboratoryCase.read(inputs.get("input")));
    ObjectNode computed = NODES.objectNode();
    computed.set(
        "expectedGrade",
        grade instanceof LaboratoryGrade.Graded graded
            ? NODES.numberNode(graded.grade())
            : NODES.nullNode());
    return computed;
  }

  private static JsonNode number(@Nullable BigDecimal number) {
    return number == null ? NODES.nullNode() : NODES.numberNode(number);
  }

  private static JsonNode text(Optional<?> value) {
    return value
        .<JsonNode>map(known -> NODES.stringNode(known.toString()))
        .orElseGet(NODES::nullNode);
  }
}
