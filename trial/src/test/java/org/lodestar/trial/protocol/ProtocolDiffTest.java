package org.lodestar.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Language;

class ProtocolDiffTest {
  private static final ShippedTrial TRIAL = ShippedTrial.folder();

  @Test
  void aProtocolDoesNotDifferFromItself() {
    assertThat(ProtocolDiff.between(TRIAL.protocol(), TRIAL.protocol())).isEmpty();
    assertThat(ProtocolDiff.files(TRIAL.bundle(), TRIAL.bundle())).isEmpty();
  }

  @Test
  void aChangedNumberIsSaidInBothLanguages() {
    ShippedTrial more =
        TRIAL.with(
            "protocol.yaml", "planned-enrolment: {value: 41,", "planned-enrolment: {value: 42,");
    assertThat(difference(more, Language.EN))
        .containsExactly("participants to enrol: 41 [stated] → 42 [stated]");
    assertThat(difference(more, Language.ZH)).containsExactly("计划入组例数：41 [方案已规定] → 42 [方案已规定]");
  }

  @Test
  void aConfirmedDecisionIsADifferenceOfStatus() {
    String text = TRIAL.text("decisions.yaml");
    int at = text.indexOf("  trial.phase:");
    int open = text.indexOf("confirmed: null", at);
    String confirmed =
        text.substring(0, open)
            + "confirmed: {name: A. Example, date: 2026-01-05}"
            + text.substring(open + "confirmed: null".length());
    assertThat(difference(TRIAL.with("decisions.yaml", confirmed), Language.EN))
        .containsExactly("phase: phase 2 [example value, unconfirmed] → phase 2 [decided]");
  }

  @Test
  void onlyTheChangedEntryOfAListIsNamed() {
    ShippedTrial other =
        TRIAL.with(
            "protocol.yaml",
            "words: {en: clinical stage M0, zh: 临床分期 M0}",
            "words: {en: clinical stage M0 (no distant spread), zh: 临床分期 M0（无远处转移）}");
    List<ProtocolDiff.Change> changes = ProtocolDiff.between(TRIAL.protocol(), other.protocol());
    assertThat(changes)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.path()).isEqualTo("eligibility.criteria/clinical-m");
              assertThat(change.message().in(Language.EN))
                  .startsWith("criteria, clinical-m: ")
                  .contains("→")
                  .contains("no distant spread");
            });
  }

  @Test
  void addingAndRemovingMirrorEachOther() {
    ShippedTrial without =
        TRIAL.with("protocol.yaml", "  prospective: {value: true, source: detail-1-1}\n", "");
    assertThat(difference(without, Language.EN))
        .containsExactly("prospective: removed, was yes [stated]");
    assertThat(ProtocolDiff.between(without.protocol(), TRIAL.protocol()))
        .extracting(change -> change.message().in(Language.EN))
        .containsExactly("prospective: added, yes [stated]");
  }

  @Test
  void filesBesideTheProtocolAreNamed() {
    ShippedTrial more = TRIAL.with("forms/extra.yaml", "format: x\n");
    assertThat(ProtocolDiff.files(TRIAL.bundle(), more.bundle()))
        .extracting(change -> change.message().in(Language.EN))
        .containsExactly("file forms/extra.yaml: added");
  }

  private static List<String> difference(ShippedTrial after, Language language) {
    return ProtocolDiff.between(TRIAL.protocol(), after.protocol()).stream()
        .map(change -> change.message().in(language))
        .toList();
  }
}
