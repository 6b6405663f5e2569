package org.lodestar.trial.efficacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lodestar.trial.cases.Cases;
import org.lodestar.trial.fact.JsonView;

/**
 * Oracle: 12 hand-worked courses and 4 published sequences (format lodestar-irecist-cases/1); all
 * categories and dates are equal.
 */
class IrecistCasesTest {
  private static final JsonView FILE = Cases.own("irecist_cases.json");

  @TestFactory
  Stream<DynamicTest> everyCourseHasItsExpectedStates() {
    List<JsonView> cases = FILE.get("cases").items();
    assertThat(cases).hasSize(12);
    return cases.stream()
        .map(each -> DynamicTest.dynamicTest(each.get("title").text(), () -> checkCourse(each)));
  }

  private static void checkCourse(JsonView json) {
    IrecistCase.Answer answer = IrecistCase.read(json).answer();
    JsonView expected = json.get("expected");
    assertThat(answer.responses().stream().map(ImmuneResponse::code))
        .isEqualTo(expected.get("overall").items().stream().map(JsonView::text).toList());
    assertThat(answer.best().code()).isEqualTo(expected.get("iBOR").text());
    assertThat(answer.progression()).isEqualTo(expected.date("iProgressionDate"));
  }

  @TestFactory
  Stream<DynamicTest> everyPublishedSequenceHasItsBestResponse() {
    List<JsonView> sequences = FILE.get("iBORSequences").items();
    assertThat(sequences).hasSize(4);
    return sequences.stream()
        .map(each -> DynamicTest.dynamicTest(each.get("id").text(), () -> checkSequence(each)));
  }

  private static void checkSequence(JsonView json) {
    List<ImmuneResponse> responses =
        json.get("timepointResponses").items().stream()
            .map(each -> ImmuneResponse.ofCode(each.text()))
            .toList();
    assertThat(Irecist.best(responses, Collections.nCopies(responses.size(), true)).code())
        .isEqualTo(json.get("expectedIBOR").text());
  }
}
