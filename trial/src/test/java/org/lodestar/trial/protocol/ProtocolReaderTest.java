package org.lodestar.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;

class ProtocolReaderTest {
  private static final String PROTOCOL =
      """
      format: lodestar/protocol/1
      sources:
        description-2: {en: "detailed description, paragraph 2", zh: "详细说明，第 2 段"}
      agents:
        carboplatin:
          name: {value: {en: carboplatin, zh: 卡铂}, source: description-2}
          dose: {unspecified: {en: The dose is not stated., zh: 未说明剂量。}}
      radiotherapy:
        total-dose-gy: {value: 45.0, source: description-2}
        ptv-margin: {unspecified: {en: No margin is stated., zh: 未说明外扩。}, deciders: [physicist]}
      """;
  private static final String DECISIONS =
      """
      format: lodestar/decisions/1
      sources: {example: {en: example, zh: 示例}}
      decisions:
        agents.carboplatin.dose:
          value: 5
          rationale: {en: Usual., zh: 常用。}
          source: example
          confirmed: null
      """;

  @Test
  void aStatedValueKeepsItsDigitsAndItsSource() {
    Setting<BigDecimal> dose =
        protocol(PROTOCOL, DECISIONS).get(RadiotherapySettings.TOTAL_DOSE_GY);
    assertThat(dose.require()).isEqualTo(new BigDecimal("45.0"));
    assertThat(dose.status()).isEqualTo(Setting.Status.STATED);
    assertThat(dose.source())
        .isEqualTo(new Words("detailed description, paragraph 2", "详细说明，第 2 段"));
    assertThat(dose.show(Language.ZH)).isEqualTo("45.0 Gy");
  }

  @Test
  void anOpenItemAnsweredWithoutANameIsAnExample() {
    Setting<BigDecimal> dose =
        protocol(PROTOCOL, DECISIONS).get(AgentSettings.DOSE.of("carboplatin"));
    assertThat(dose.status()).isEqualTo(Setting.Status.DECIDED_EXAMPLE);
    assertThat(dose.require()).isEqualByComparingTo("5");
    assertThat(dose.place()).hasToString("decisions.yaml:4");
  }

  @Test
  void aDecisionWithNameAndDateIsConfirmed() {
    String confirmed =
        DECISIONS.replace("confirmed: null", "confirmed: {name: A. Example, date: 2026-01-05}");
    assertThat(protocol(PROTOCOL, confirmed).get(AgentSettings.DOSE.of("carboplatin")).status())
        .isEqualTo(Setting.Status.DECIDED_CONFIRMED);
  }

  @Test
  void anOpenItemWithoutDecisionStaysUnspecifiedAndNamesWhoMustDecide() {
    Setting<Margins> margin = protocol(PROTOCOL, DECISIONS).get(RadiotherapySettings.PTV_MARGIN);
    assertThat(margin.status()).isEqualTo(Setting.Status.UNSPECIFIED);
    assertThat(margin.deciders()).containsExactly(Decider.PHYSICIST);
    assertThat(margin.show(Language.EN)).isEqualTo("not specified");
  }

  @Test
  void theTrialNamesItsAgents() {
    assertThat(protocol(PROTOCOL, DECISIONS).agents())
        .extracting(Agent::key)
        .containsExactly("carboplatin");
  }

  @Test
  void everyErrorOfBothFilesIsReportedAtOnceWithItsLine() {
    String protocol =
        PROTOCOL
            .replace("value: 45.0,", "value: 4500,")
            .replace("  ptv-margin:", "  ptv-margn:")
            .replace("  dose:", "  dose: 7 #");
    String decisions = DECISIONS.replace("value: 5", "value: five");
    List<String> errors = errors(protocol, decisions);
    assertThat(errors).hasSize(4);
    assertThat(errors.subList(0, 3))
        .containsExactly(
            "decisions.yaml:5: \"five\" is not allowed here. Allowed: 0.01..10000."
                + " [protocol.reading.wrong-value]",
            "protocol.yaml:7: Here stands \"7\"; name: value is needed."
                + " [protocol.reading.wrong-shape]",
            "protocol.yaml:9: \"4500\" is not allowed here. Allowed: 0.1..120 Gy."
                + " [protocol.reading.wrong-value]");
    assertThat(errors.get(3))
        .startsWith("protocol.yaml:10: ptv-margn is not known here (ptv-margin?). Allowed: ")
        .endsWith("[protocol.reading.unknown-name]");
  }

  private static Protocol protocol(String protocol, String decisions) {
    Protocol.Reading reading = Protocol.read(bundle(protocol, decisions));
    assertThat(reading.findings().all()).isEmpty();
    return ((Protocol.Reading.Read) reading).protocol();
  }

  private static List<String> errors(String protocol, String decisions) {
    Protocol.Reading reading = Protocol.read(bundle(protocol, decisions));
    return reading.findings().errors().stream().map(f -> f.line(Language.EN)).toList();
  }

  private static Bundle bundle(String protocol, String decisions) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("protocol.yaml", protocol.getBytes(StandardCharsets.UTF_8));
    files.put("decisions.yaml", decisions.getBytes(StandardCharsets.UTF_8));
    return Bundle.of(files);
  }
}
