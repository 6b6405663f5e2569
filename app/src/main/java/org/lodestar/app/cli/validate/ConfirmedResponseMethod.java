package org.lodestar.app.cli.validate;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.CaseJson;
import org.lodestar.trial.efficacy.BestResponse;
import org.lodestar.trial.efficacy.Response;
import org.lodestar.trial.efficacy.ResponseSeries;
import org.lodestar.trial.efficacy.ResponseSettings;
import org.lodestar.trial.efficacy.TimedResponse;
import org.lodestar.trial.fact.JsonView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Best responses with confirmation from sequences of visits, as another package gives them. Where
 * Lodestar follows RECIST 1.1 and the package does not, the difference is declared with its rule.
 */
final class ConfirmedResponseMethod implements OracleMethod {
  private static final String FORMAT = "visit-sequences/1";
  private static final String EXPECTED = "packageExpectedConfirmedBOR";

  /** By subject: what the package says otherwise, and why. */
  private static final Map<String, String> DECLARED =
      Map.of(
          "3",
          "after a complete response any disease is progression (RECIST 1.1, footnote to"
              + " Table 3); the package keeps stable disease",
          "8",
          "nobody without an assessment is missing: the best response is NE");

  private static final BigDecimal TOO_SMALL_MM = BigDecimal.valueOf(5);

  /**
   * Confirmation after 28 days, stable disease from day 28, one assessment not evaluable between.
   */
  private static final ResponseSettings USUAL =
      new ResponseSettings(TOO_SMALL_MM, false, 28, 28, 1, false);

  /** Confirmation after 14 days, none not evaluable, stable disease may lie between. */
  private static final ResponseSettings LOOSE =
      new ResponseSettings(TOO_SMALL_MM, false, 28, 14, 0, true);

  @Override
  public boolean covers(OracleFile file) {
    return file.format().equals(FORMAT);
  }

  @Override
  public List<OracleResult> recompute(OracleFile file, @Nullable Path dicom) {
    JsonNode cases = JsonMapper.shared().valueToTree(file.content().get("cases"));
    List<OracleResult> results = new ArrayList<>();
    for (JsonNode one : cases) {
      String subject = one.get("subject").asString();
      ObjectNode computed = computed(CaseJson.view(one));
      Comparison comparison = Comparison.of(one.get(EXPECTED), computed, 0);
      results.add(result(file.name() + "#" + subject, subject, one, computed, comparison));
    }
    return results;
  }

  private static OracleResult result(
      String id, String subject, JsonNode one, ObjectNode computed, Comparison comparison) {
    List<String> differences = new ArrayList<>(comparison.differences());
    OracleResult.Verdict verdict = comparison.verdict();
    Optional<String> rule = Optional.ofNullable(DECLARED.get(subject));
    if (verdict == OracleResult.Verdict.FAILED && rule.isPresent()) {
      verdict = OracleResult.Verdict.DECLARED;
      differences.addFirst(rule.get());
    }
    return new OracleResult(
        id, verdict, one.get(EXPECTED), computed, comparison.error(), differences);
  }

  private static ObjectNode computed(JsonView one) {
    List<TimedResponse> timed =
        one.items("assessments").stream()
            .map(
                each ->
                    new TimedResponse(
                        each.get("date").date(), Response.ofCode(each.get("response").text())))
            .toList();
    ResponseSeries series = new ResponseSeries(one.get("treatmentStart").date(), true, timed, null);
    ObjectNode computed = JsonNodeFactory.instance.objectNode();
    for (String name : one.get(EXPECTED).names()) {
      BestResponse best =
          BestResponse.confirmed(series, name.startsWith("default") ? USUAL : LOOSE);
      @Nullable LocalDate date = best.date();
      computed
          .putObject(name)
          .put("value", best.response().code())
          .put("date", date == null ? null : date.toString());
    }
    return computed;
  }
}
