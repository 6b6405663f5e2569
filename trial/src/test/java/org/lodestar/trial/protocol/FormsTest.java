package org.lodestar.trial.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.PartialDate;
import org.lodestar.trial.fact.Words;

class FormsTest {
  private static final Forms.Reading SHIPPED =
      Forms.read(Bundle.of(TrialFolder.files(FormsReader.FOLDER)));
  private static final Forms FORMS = SHIPPED.forms();
  private static final String PULSE = "- key: pulse";
  private static final String TEMPERATURE = "- key: temperature";
  private static final String CHILDBEARING = "- key: childbearing-potential";
  private static final String ORDER = "vital_signs.diastolic < vital_signs.systolic";
  private static final String YES_NO = "type: yes-no";
  private static final String NO_CHOICE = "\n    choices:\n    - {code: a, en: A, zh: A}";
  private static final String NO_UNIT = "\n    units: [kg]";

  @Test
  void theShippedFormsHaveNoFindings() {
    assertThat(SHIPPED.findings().all()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(FormKind.class)
  void theShippedTrialHasAFormOfEveryKind(FormKind kind) {
    assertThat(FORMS.of(kind)).isNotEmpty();
  }

  @Test
  void everyWordOfEveryFormIsThereInBothLanguages() {
    FORMS.all().stream().flatMap(FormsTest::words).forEach(FormsTest::assertBothLanguages);
  }

  private static Stream<Words> words(FormDefinition form) {
    Stream<Words> items =
        form.items().stream()
            .flatMap(
                item ->
                    Stream.concat(
                        Stream.of(item.words()),
                        Stream.concat(
                            Stream.ofNullable(item.help()),
                            item.options().stream().map(ItemDefinition.Option::words))));
    return Stream.of(
            Stream.of(form.words()),
            form.sections().stream().map(FormSection::words),
            form.checks().stream().map(EditCheck::message),
            items)
        .flatMap(part -> part);
  }

  /** Codes such as T2, CT or 1+ read alike in both languages; everything else has Chinese signs. */
  private static void assertBothLanguages(Words words) {
    boolean code = words.en().equals(words.zh()) && words.en().length() <= 12;
    assertThat(words.en()).isNotBlank();
    assertThat(code || words.zh().codePoints().anyMatch(sign -> sign > 0x2E80))
        .as(words.toString())
        .isTrue();
  }

  @Test
  void itemKeysAreUniqueAndStartWithTheirForm() {
    List<String> keys =
        FORMS.all().stream()
            .flatMap(form -> form.items().stream())
            .map(ItemDefinition::key)
            .toList();
    assertThat(keys).doesNotHaveDuplicates();
    FORMS
        .all()
        .forEach(
            form ->
                assertThat(form.items())
                    .allMatch(item -> item.key().equals(form.key() + "." + item.name())));
  }

  @Test
  void everyAgentOfTheTrialHasItsItemsAndCodes() {
    assertThat(
            agentFindings(List.of("paclitaxel", "nab-paclitaxel", "carboplatin", "camrelizumab")))
        .isEmpty();
    assertThat(agentFindings(List.of("cisplatin")))
        .extracting(finding -> finding.place().file() + " " + finding.rule().id())
        .containsExactlyInAnyOrder(
            "forms/adverse-event.yaml protocol.form.no-agent-item",
            "forms/administration.yaml protocol.form.no-agent-code",
            "forms/discontinuation.yaml protocol.form.no-agent-code",
            "forms/prescription.yaml protocol.form.no-agent-code");
  }

  private static List<Finding> agentFindings(List<String> agents) {
    Findings.Builder findings = new Findings.Builder();
    FormsReader.checkAgents(FORMS, agents, findings);
    return findings.build().all();
  }

  @Test
  void aLaboratoryValueBringsItsReferenceLimits() {
    ItemDefinition limit = FORMS.item("laboratory.creatinine-uln").orElseThrow();
    assertThat(limit.rangeOf()).isEqualTo("laboratory.creatinine");
    assertThat(limit.units()).containsExactly("umol/L", "mg/dL");
    assertThat(limit.words().zh()).isEqualTo("肌酐参考值上限");
    assertThat(FORMS.item("laboratory.creatinine-clearance-uln")).isEmpty();
  }

  /** Form, text, what replaces it, the rule that reports it, and the line where it must point. */
  static List<Arguments> wrongForms() {
    return List.of(
        wrong("vital-signs", "kind: vital-signs", "kind: vitals", "wrong-value", "kind: vitals"),
        wrong("vital-signs", "key: vital-signs", "key: vital", "key-is-file-name", "key: vital"),
        wrong("vital-signs", ", zh: \"生命体征\"}\nsec", "}\nsec", "missing-name", "label:"),
        wrong("vital-signs", "\"脉搏（次/分）\"", "\"\"", "wrong-value", "\"\""),
        wrong("vital-signs", "key: pulse", "key: temperature # again", "duplicate-item", "# again"),
        wrong("vital-signs", "type: decimal", "type: number", "wrong-value", "type: number"),
        wrong("vital-signs", "key: measured-on", "key: measured", "lacks-item", "format:"),
        wrong("vital-signs", "min: 20, max: 250", "min: 250, max: 20", "range", PULSE),
        wrong("vital-signs", "soft: {min: 50,", "soft: {min: 10,", "range", PULSE),
        wrong(
            "vital-signs",
            "dimension: temperature",
            "dimension: body-mass",
            "dimension-of-kind",
            TEMPERATURE),
        wrong("vital-signs", "vital_signs.diastolic <", "vital_signs.diast <", "unknown-item", "<"),
        wrong("vital-signs", "< vital_signs.systolic", "< 5.5", "no-binary-numbers", "< 5.5"),
        wrong("vital-signs", ORDER, "true", "check-of-other-form", "\"true\""),
        wrong("vital-signs", "severity: hard", "severity: severe", "wrong-value", "severe"),
        wrong("vital-signs", "required: true", "requird: true", "unknown-name", "requird"),
        wrong("demography", "code: female", "code: woman", "code-of-kind", "- key: sex"),
        wrong("demography", "code: female", "code: male", "duplicate-code", "- key: sex"),
        wrong("demography", "partial-date", "text", "type-of-kind", "- key: birth-date"),
        wrong("demography", "sex == 'female'", "sex == 'f'", "unknown-code", CHILDBEARING),
        wrong("demography", "key: ethnicity", "key: while", "reserved-name", "key: while"),
        wrong("performance", "body-mass", "body-mass\n    units: [lb]", "units", "- key: weight"),
        wrong("death", YES_NO, YES_NO + NO_CHOICE, "choices", "- key: autopsy"),
        wrong("death", YES_NO, YES_NO + NO_UNIT, "dimension-without-decimal", "- key: autopsy"));
  }

  private static Arguments wrong(String form, String from, String to, String rule, String at) {
    return Arguments.of(form, from, to, rule, at);
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("wrongForms")
  void eachMistakeIsReportedWithItsLine(
      String form, String from, String to, String rule, String at) {
    String name = "forms/" + form + ".yaml";
    Bundle wrong = TrialFolder.changed(name, name, from, to);
    List<String> lines = new String(wrong.file(name).orElseThrow(), UTF_8).lines().toList();
    int line =
        IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains(at))
                .findFirst()
                .orElseThrow()
            + 1;

    List<Finding> found = Forms.read(wrong).findings().errors();

    assertThat(found)
        .extracting(finding -> finding.place() + " " + finding.rule().id().replaceAll(".*\\.", ""))
        .contains(name + ":" + line + " " + rule);
    assertThat(found).allMatch(finding -> finding.place().file().startsWith("forms/"));
    assertThat(found)
        .allMatch(finding -> !finding.message().in(Language.ZH).matches(".*\\{[a-z]+\\}.*"));
  }

  @Test
  void aCheckFiresOnlyWhenItsItemsAreKnown() {
    EditCheck check =
        FORMS.form("vital-signs").orElseThrow().checks().stream()
            .filter(each -> each.key().equals("diastolic-below-systolic"))
            .findFirst()
            .orElseThrow();
    Expression expression = FORMS.vocabulary().expression(check.requires());
    ItemValue high = new ItemValue.Whole(120);
    ItemValue low = new ItemValue.Whole(80);

    assertThat(
            verdict(expression, Map.of("vital-signs.diastolic", high, "vital-signs.systolic", low)))
        .isEqualTo(Verdict.NOT_MET);
    assertThat(
            verdict(expression, Map.of("vital-signs.diastolic", low, "vital-signs.systolic", high)))
        .isEqualTo(Verdict.MET);
    assertThat(verdict(expression, Map.of("vital-signs.diastolic", high)))
        .isInstanceOf(Verdict.Missing.class);
  }

  private static Verdict verdict(Expression expression, Map<String, ItemValue> values) {
    return expression.evaluate(Answers.of(values));
  }

  @Test
  void todayIsAnArgument() {
    Expression expression = FORMS.vocabulary().expression("death.died_on.onOrBefore(today)");
    ItemValue today = new ItemValue.Date(PartialDate.parse("2025-03-10"));
    assertThat(
            verdict(
                expression,
                Map.of(
                    "today",
                    today,
                    "death.died-on",
                    new ItemValue.Date(PartialDate.parse("2025-03")))))
        .isInstanceOf(Verdict.Missing.class);
    assertThat(
            verdict(
                expression,
                Map.of(
                    "today",
                    today,
                    "death.died-on",
                    new ItemValue.Date(PartialDate.parse("2025-02")))))
        .isEqualTo(Verdict.MET);
  }

  @Test
  void everyCheckIsNamedOnceInItsForm() {
    for (FormDefinition form : FORMS.all()) {
      Set<String> keys = form.checks().stream().map(EditCheck::key).collect(Collectors.toSet());
      assertThat(keys).hasSameSizeAs(form.checks());
    }
  }
}
