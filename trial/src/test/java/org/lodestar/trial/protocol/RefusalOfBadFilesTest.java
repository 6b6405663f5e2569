package org.lodestar.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestar.trial.fact.Language;

/**
 * Each bad file is the shipped one with one change; the shipped one is the good half of the pair.
 */
class RefusalOfBadFilesTest {
  private static final ShippedTrial GOOD = ShippedTrial.folder();
  private static final String P = "protocol.yaml";
  private static final String D = "decisions.yaml";

  /**
   * @param marker a text on the line that the error must name, in the changed file
   */
  private record Bad(
      String name, String file, String from, String to, String marker, String rule, String says) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Bad> badFiles() {
    return Stream.of(
        new Bad(
            "a number out of range",
            P,
            "fractions: {value: 25,",
            "fractions: {value: 250,",
            "value: 250",
            "reading.wrong-value",
            "\"250\" is not allowed here. Allowed: 1..80."),
        new Bad(
            "a number that is no number",
            P,
            "total-dose-gy: {value: 45.0,",
            "total-dose-gy: {value: 45 Gy,",
            "value: 45 Gy",
            "reading.wrong-value",
            "\"45 Gy\" is not allowed here. Allowed: 0.1..120 Gy."),
        new Bad(
            "an answer that does not exist",
            P,
            "sidedness: {value: two-sided,",
            "sidedness: {value: both,",
            "value: both",
            "reading.wrong-value",
            "\"both\" is not allowed here. Allowed: one-sided | two-sided."),
        new Bad(
            "a misspelt name",
            P,
            "  fraction-dose-gy:",
            "  fraction-dos-gy:",
            "fraction-dos-gy",
            "reading.unknown-name",
            "fraction-dos-gy is not known here (fraction-dose-gy?)."),
        new Bad(
            "a name that stands twice",
            P,
            "  start-day: {value: 1, source: detail-2-2}\n",
            "  start-day: {value: 1, source: detail-2-2}\n"
                + "  start-day: {value: 2, source: detail-2-2}\n",
            "start-day: {value: 2",
            "reading.duplicate-name",
            "start-day stands twice, first on line "),
        new Bad(
            "a value without its source",
            P,
            "power-percent: {value: 80, source: detail-4-3}",
            "power-percent: {value: 80}",
            "power-percent",
            "reading.missing-name",
            "source is missing."),
        new Bad(
            "a source that is not in the table",
            P,
            "alpha: {value: 0.05, source: detail-4-3}",
            "alpha: {value: 0.05, source: detail-4-33}",
            "detail-4-33",
            "reading.unknown-source",
            "detail-4-33 is not in the table of sources (detail-4-3?)."),
        new Bad(
            "a label in one language",
            P,
            "route: {value: {en: intravenous, zh: 静脉输注}, source: detail-2-1}",
            "route: {value: {en: intravenous}, source: detail-2-1}",
            "{en: intravenous}",
            "reading.missing-name",
            "zh is missing."),
        new Bad(
            "doses that do not add up",
            P,
            "fractions: {value: 25,",
            "fractions: {value: 26,",
            "total-dose-gy",
            "coherence.dose-is-sum-of-fractions",
            "26 fractions of 1.8 Gy give 46.8 Gy, not 45.0 Gy."),
        new Bad(
            "a decision on what is stated",
            D,
            "  trial.phase:",
            "  design.alpha:",
            "design.alpha",
            "reading.decides-stated",
            "design.alpha is stated by the protocol (0.05)"),
        new Bad(
            "a decision on what does not exist",
            D,
            "  trial.phase:",
            "  trial.phse:",
            "trial.phse",
            "reading.unknown-name",
            "trial.phse is not known here (trial.phase?)."),
        new Bad(
            "an agent that the trial does not have",
            P,
            "maintenance-agents: {value: [camrelizumab],",
            "maintenance-agents: {value: [sintilimab],",
            "maintenance-agents",
            "coherence.unknown-agent",
            "maintenance-agents names sintilimab, which is no agent of this trial."),
        new Bad(
            "a criterion about an item that no form has",
            P,
            "\"staging.m == 'M0'\"",
            "\"staging.mm == 'M0'\"",
            "key: clinical-m",
            "expression.unknown-item",
            ""),
        new Bad(
            "a visit with a form that the trial does not have",
            D,
            "forms: [survival-contact]",
            "forms: [survival-call]",
            "key: survival",
            "coherence.unknown-form",
            "The visit survival names the form survival-call"),
        new Bad(
            "a calendar that the folder does not have",
            D,
            "    value: china\n",
            "    value: mars\n",
            "follow-up.clinic-calendar",
            "coherence.unknown-calendar",
            "There is no calendar mars."),
        new Bad(
            "versions of the consent form out of the order of their dates",
            D,
            "valid-from: 2025-06-30",
            "valid-from: 2024-02-26",
            "version: \"2.0\"",
            "coherence.consent-versions-in-order",
            "Consent version 2.0, valid from 2024-02-26, follows 1.0, valid from 2024-02-26."),
        new Bad(
            "a version of the consent form twice",
            D,
            "version: \"2.0\"",
            "version: \"1.0\"",
            "version: \"1.0\"",
            "coherence.consent-versions-in-order",
            "Consent version 1.0, valid from 2025-06-30, follows 1.0"),
        new Bad(
            "a value and 'unspecified' together",
            P,
            "required: {value: 37, source: detail-4-3}",
            "required: {value: 37, source: detail-4-3, unspecified: {en: open, zh: 未定}}",
            "required:",
            "reading.value-or-unspecified",
            "design.required needs either a value"),
        new Bad(
            "an anchor and an alias",
            P,
            "required: {value: 37, source: detail-4-3}",
            "required: &size {value: 37, source: detail-4-3}",
            "&size",
            "reading.no-aliases",
            "Anchors and aliases"),
        new Bad(
            "a tag",
            P,
            "required: {value: 37,",
            "required: {value: !!java.io.File 37,",
            "!!java.io.File",
            "reading.no-tags",
            "The tag tag:yaml.org,2002:java.io.File is not read."),
        new Bad(
            "broken YAML",
            P,
            "required: {value: 37, source: detail-4-3}",
            "required: {value: 37, source: detail-4-3",
            "dropout-percent",
            "reading.not-yaml",
            "This is not YAML: "),
        new Bad(
            "another version",
            P,
            "format: lodestar/protocol/1",
            "format: lodestar/protocol/2",
            "lodestar/protocol/2",
            "reading.wrong-format",
            "The file says it is lodestar/protocol/2; this program reads lodestar/protocol/1."));
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void isRefusedAtItsLine(Bad bad) {
    ShippedTrial changed = GOOD.with(bad.file(), bad.from(), bad.to());
    Findings findings = Lint.check(changed.bundle());
    assertThat(findings.errors())
        .as(findings.errors().toString())
        .anySatisfy(
            error -> {
              assertThat(error.rule().id()).isEqualTo("protocol." + bad.rule());
              assertThat(error.place().file()).isEqualTo(bad.file());
              assertThat(error.message().in(Language.EN)).startsWith(bad.says());
              assertThat(line(changed, error)).contains(bad.marker());
            });
  }

  @Test
  void theGoodHalfOfEachPairHasNoErrors() {
    assertThat(Lint.check(GOOD.bundle()).errors()).isEmpty();
  }

  private static String line(ShippedTrial trial, Finding error) {
    return trial.text(error.place().file()).split("\n", -1)[error.place().line() - 1];
  }

  @Test
  void everyErrorOfAFileIsReportedAtOnce() {
    ShippedTrial changed =
        GOOD.with(P, "fractions: {value: 25,", "fractions: {value: 250,")
            .with(P, "alpha: {value: 0.05,", "alpha: {value: 5,")
            .with(D, "  trial.phase:", "  trial.phse:");
    assertThat(Lint.check(changed.bundle()).errors()).hasSize(3);
  }

  @Test
  void aMissingProtocolIsNamed() {
    assertThat(errors(GOOD.without(P)))
        .contains(
            "protocol.yaml: The file protocol.yaml is missing from the folder."
                + " [protocol.reading.missing-file]");
  }

  @Test
  void textInAnotherEncodingIsRefused() {
    byte[] gbk = "format: 方案".getBytes(java.nio.charset.Charset.forName("GB18030"));
    assertThat(errors(GOOD.with(P, gbk)))
        .contains(
            "protocol.yaml: This file is not UTF-8 text. Save it as UTF-8."
                + " [protocol.reading.not-utf-8]");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(Lint.check(GOOD.with(P, "# nothing\n").bundle()).errors())
        .extracting(error -> error.rule().id())
        .contains("protocol.reading.empty");
  }

  @Test
  void aBombOfAliasesIsRefusedAtOnce() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
    }
    assertThat(Lint.check(GOOD.with(P, bomb.toString()).bundle()).errors())
        .extracting(error -> error.rule().id())
        .contains("protocol.reading.no-aliases");
  }

  @Test
  void endlessNestingIsRefused() {
    String deep = "format: " + "[".repeat(5000) + "]".repeat(5000);
    assertThat(Lint.check(GOOD.with(P, deep).bundle()).errors())
        .extracting(error -> error.rule().id())
        .contains("protocol.reading.too-deep");
  }

  @Test
  void aSecondDocumentIsRefused() {
    byte[] two = (GOOD.text(P) + "---\nformat: other\n").getBytes(StandardCharsets.UTF_8);
    assertThat(Lint.check(GOOD.with(P, two).bundle()).errors())
        .extracting(error -> error.rule().id())
        .contains("protocol.reading.one-document");
  }

  private static List<String> errors(ShippedTrial trial) {
    return Lint.check(trial.bundle()).errors().stream().map(e -> e.line(Language.EN)).toList();
  }
}
