package org.lodestar.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Language;

class LintTest {
  private static final ShippedTrial TRIAL = ShippedTrial.folder();
  private static final List<String> SHIPPED = contradictions(TRIAL);

  @Test
  void theRecordsOwnContradictionsAreNotedWithTheirArithmetic() {
    assertThat(SHIPPED)
        .containsExactlyInAnyOrder(
            "[outcome-called-otherwise] 1-year progression-free survival rate is called primary in"
                + " its text and listed as secondary.",
            "[enrolment-by-multiplying] 41 is 37 x 1.1 = 40.7, rounded up. To keep 37 after 10 %"
                + " have dropped out, 37 / 0.9 = 41.11, so 42 are needed; 41 leave 36.9.",
            "[sequential-starts-in-cycle] Radiotherapy is called sequential, but starts on day 1 of"
                + " cycle 2, study day 22, while chemotherapy goes on to cycle 3: that is"
                + " concurrent.",
            "[interventions-lack-drugs] The treatment is described with paclitaxel,"
                + " nab-paclitaxel, carboplatin, camrelizumab, but the list of interventions has"
                + " only: radiation.",
            "[maintenance-beyond-time-frame] 21 days up to radiotherapy + at least 25 days of"
                + " radiotherapy + up to 12 months of maintenance = about 13.5 months of treatment,"
                + " but safety of the combined treatment is measured for 12 months.",
            "[claim-without-comparator] \"reduce\" (fewer treatment-related adverse effects) needs"
                + " a comparator and a null value; missing: comparator and null value.",
            "[claim-without-comparator] \"improve\" (better overall survival) needs a comparator"
                + " and a null value; missing: comparator and null value.",
            "[primary-without-measure] The primary outcome \"safety of the combined treatment\""
                + " names no figure that sums it up (a proportion, a rate), so nothing can be"
                + " concluded from it.",
            "[outcome-without-time-frame] long-term adverse reactions has no time frame: it is not"
                + " said how long they are recorded.",
            "[survival-by-response-criteria] overall survival is said to be judged by RECIST 1.1;"
                + " death needs no response criteria.");
  }

  @Test
  void fortyTwoInsteadOfFortyOneRemovesExactlyThatNote() {
    assertThat(contradictions(enrolling("42")))
        .containsExactlyInAnyOrderElementsOf(without("[enrolment-by-multiplying]"));
  }

  @Test
  void listingTheOutcomeAsPrimaryRemovesExactlyThatNote() {
    ShippedTrial moved =
        TRIAL.with(
            "protocol.yaml",
            "key: pfs-12\n        place: secondary",
            "key: pfs-12\n        place: primary");
    assertThat(contradictions(moved))
        .containsExactlyInAnyOrderElementsOf(without("[outcome-called-otherwise]"));
  }

  @Test
  void withoutDropoutFortyOneIsNotExplainedByThirtySeven() {
    ShippedTrial none =
        TRIAL.with("protocol.yaml", "dropout-percent: {value: 10,", "dropout-percent: {value: 0,");
    List<String> expected = without("[enrolment-by-multiplying]");
    expected.add(
        "[enrolment-unexplained] 41 is not explained by 37: with 0 % dropout 37 / 1 = 37, so 37.");
    assertThat(contradictions(none)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void anEnrolmentThatNoReadingExplainsSaysSo() {
    assertThat(contradictions(enrolling("45")))
        .contains(
            "[enrolment-unexplained] 45 is not explained by 37: with 10 % dropout 37 / 0.9 ="
                + " 41.11, so 42.");
  }

  @Test
  void eachNoteGoesAwayWhenItsCauseIsPutRight() {
    assertGone("[sequential-starts-in-cycle]", "{value: sequential,", "{value: concurrent,");
    assertGone("[interventions-lack-drugs]", "kind: radiation", "kind: drug");
    assertGone(
        "[maintenance-beyond-time-frame]",
        "maintenance-max-months: {value: 12,",
        "maintenance-max-months: {value: 10,");
    assertGone(
        "[primary-without-measure]",
        "        instrument: CTCAE v5.0\n",
        "        instrument: CTCAE v5.0\n        statistic: {en: proportion, zh: 比例}\n");
    assertGone(
        "[outcome-without-time-frame]",
        "key: long-term-reactions\n",
        "key: long-term-reactions\n        time-frame-months: 24\n");
    assertGone(
        "[survival-by-response-criteria]",
        "文字中引用 RECIST 1.1}\n        instrument: RECIST 1.1\n",
        "文字中引用 RECIST 1.1}\n");
  }

  @Test
  void aClaimWithComparatorAndNullValueIsNotNoted() {
    ShippedTrial compared =
        TRIAL.with(
            "protocol.yaml",
            "        quantity: os\n        source: summary-question-2\n",
            "        quantity: os\n        comparator: {en: history, zh: 历史}\n"
                + "        null-value: {en: 40 %, zh: 40 %}\n        source: summary-question-2\n");
    assertThat(contradictions(compared))
        .hasSize(SHIPPED.size() - 1)
        .noneMatch(note -> note.contains("better overall survival"));
  }

  @Test
  void aNoteStandsAtTheLineOfItsEntry() {
    Finding note = finding(LintRule.OUTCOME_CALLED_OTHERWISE);
    String[] lines = TRIAL.text("protocol.yaml").split("\n", -1);
    assertThat(lines[note.place().line() - 1]).contains("key: pfs-12");
  }

  @Test
  void aNoteSpeaksChinese() {
    assertThat(finding(LintRule.ENROLMENT_BY_MULTIPLYING).message().in(Language.ZH))
        .isEqualTo(
            "41 = 37 × 1.1 = 40.7 进位。若要在 10 % 脱落后仍有 37 例，须 37 / 0.9 = 41.11，即 42 例；41 例仅余 36.9 例。");
  }

  @Test
  void everyUnconfirmedAnswerIsANoteWithWhoMustConfirm() {
    Protocol protocol = TRIAL.protocol();
    Findings open = Lint.open(protocol);
    assertThat(open.all()).hasSameSizeAs(protocol.open()).allMatch(f -> !f.isError());
    assertThat(open.all())
        .extracting(f -> f.message().in(Language.EN))
        .contains(
            "carboplatin, dose: 5 is an example value, unconfirmed. To confirm: principal"
                + " investigator, medical oncologist.");
  }

  @Test
  void aSettingLeftOutOfAPresentGroupIsNoted() {
    ShippedTrial shorter =
        TRIAL.with("protocol.yaml", "  prospective: {value: true, source: detail-1-1}\n", "");
    assertThat(Lint.check(shorter.bundle()).notes())
        .extracting(f -> f.message().in(Language.EN))
        .contains("prospective is not mentioned. Write a value with its source, or 'unspecified'.");
  }

  @Test
  void notesAloneAreNoError() {
    assertThat(Lint.check(TRIAL.bundle()).hasErrors()).isFalse();
  }

  private static void assertGone(String rule, String from, String to) {
    assertThat(contradictions(TRIAL.with("protocol.yaml", from, to)))
        .as(rule)
        .containsExactlyInAnyOrderElementsOf(without(rule));
  }

  private static ShippedTrial enrolling(String planned) {
    return TRIAL.with(
        "protocol.yaml",
        "planned-enrolment: {value: 41,",
        "planned-enrolment: {value: " + planned + ",");
  }

  private static List<String> without(String rule) {
    List<String> rest = new ArrayList<>(SHIPPED);
    assertThat(rest.removeIf(note -> note.startsWith(rule))).isTrue();
    return rest;
  }

  private static Finding finding(LintRule rule) {
    return Lint.check(TRIAL.bundle()).all().stream()
        .filter(f -> f.rule() == rule)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> contradictions(ShippedTrial trial) {
    return Lint.contradictions(Claims.of(trial.protocol())).all().stream()
        .map(
            f ->
                "["
                    + f.rule().id().replace("protocol.lint.", "")
                    + "] "
                    + f.message().in(Language.EN))
        .toList();
  }
}
