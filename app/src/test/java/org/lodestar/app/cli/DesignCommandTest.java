package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DesignCommandTest {
  private static final List<String> TRIAL =
      List.of(
          "--null",
          "0.34",
          "--alternative",
          "0.52",
          "--at",
          "12mo",
          "--accrual",
          "24mo",
          "--follow-up",
          "24mo");

  private static Run design(String verb, String... more) {
    List<String> args = new ArrayList<>(List.of("design", verb));
    args.addAll(TRIAL);
    args.addAll(List.of(more));
    return Run.lodestar(args.toArray(String[]::new));
  }

  private static JsonNode json(Run run) {
    assertThat(run.code()).as(run.err()).isZero();
    return JsonMapper.shared().readTree(run.out());
  }

  @Test
  void sizeDerives37AndTheThreeReadingsOf41() {
    JsonNode answer = json(design("size", "--json"));
    assertThat(answer.get("n").intValue()).isEqualTo(37);
    assertThat(answer.get("raw").doubleValue()).isCloseTo(36.8813640895822, within(1e-9));
    JsonNode dropout = answer.get("dropout");
    assertThat(dropout.get("timesOnePlus").get("n").intValue()).isEqualTo(41);
    assertThat(dropout.get("overRetained").get("n").intValue()).isEqualTo(42);
    assertThat(dropout.get("insideFollowUp").get("raw").doubleValue())
        .isCloseTo(40.98, within(0.005));
  }

  @Test
  void compareShowsWhatEachMethodReallyGives() {
    JsonNode answer = json(design("compare", "--json", "--trials", "20000"));
    assertThat(answer.get("n").intValue()).isEqualTo(37);
    assertThat(raw(answer, "log hazard ratio, D / P1")).isCloseTo(36.88, within(0.005));
    assertThat(raw(answer, "one-sample log-rank, exact variance (Wu)"))
        .isCloseTo(38.90, within(0.005));
    assertThat(raw(answer, "one-sample log-rank (Kwak and Jung)")).isCloseTo(31.47, within(0.01));
    assertThat(raw(answer, "SWOG one-arm exponential without the 1/2"))
        .isCloseTo(36.38, within(0.005));
    assertThat(raw(answer, "exact binomial, first n")).isEqualTo(64);
    assertThat(raw(answer, "exact binomial, every n from")).isEqualTo(68);
    assertThat(test(answer, "exact binomial at the landmark").get("power").doubleValue())
        .isCloseTo(0.595, within(0.018));
    assertThat(answer.get("sentence").stringValue())
        .contains("reproduced with accrual 24 and follow-up 24 months");
  }

  private static double raw(JsonNode answer, String method) {
    for (JsonNode row : answer.get("methods")) {
      if (row.get("method").stringValue().equals(method)) {
        return row.get("raw").doubleValue();
      }
    }
    throw new AssertionError("no method " + method);
  }

  private static JsonNode test(JsonNode answer, String name) {
    for (JsonNode row : answer.get("tests")) {
      if (row.get("test").stringValue().equals(name)) {
        return row;
      }
    }
    throw new AssertionError("no test " + name);
  }

  @Test
  void compareSpeaksBothLanguages() {
    Run run = design("compare", "--trials", "500", "--lang", "zh");
    assertThat(run.out()).contains("方法").contains("平台 10 %").contains("可重现 n = 37");
  }

  @Test
  void everyMethodHasAChineseName() {
    String text = design("compare", "--trials", "500", "--lang", "zh").out();
    assertThat(text)
        .contains("对数风险比，D / P1", "单样本对数秩，精确方差（Wu）", "界标率，双对数，备择方差", "精确二项，首个 n")
        .contains("零假设曲线的前提：风险率保持不变直至随访结束。")
        .doesNotContain("landmark", "log hazard ratio,", "exponential,", "truncated");
  }

  @Test
  void theTwoSamplersAgreeWithinMonteCarloError() {
    JsonNode ziggurat = power("ZIGGURAT");
    JsonNode logarithm = power("LOGARITHM");
    assertThat(logarithm.get("sampler").stringValue()).startsWith("merged-logarithm");
    for (int rule = 0; rule < ziggurat.get("rules").size(); rule++) {
      JsonNode each = ziggurat.get("rules").get(rule);
      assertThat(logarithm.get("rules").get(rule).get("rejected").doubleValue())
          .isCloseTo(
              each.get("rejected").doubleValue(),
              within(8 * each.get("standardError").doubleValue()));
    }
  }

  private static JsonNode power(String sampler) {
    return json(
        design(
            "operating-characteristics",
            "--n",
            "37",
            "--trials",
            "20000",
            "--sampler",
            sampler,
            "--json"));
  }

  @Test
  void searchFindsTheClassicalRoute() {
    String text = design("search", "--n", "37").out();
    assertThat(text).contains("log hazard ratio, D / P1").contains("24:24-31");
  }

  @Test
  void operatingCharacteristicsTakeAnyTruth() {
    JsonNode answer =
        json(
            design(
                "operating-characteristics",
                "--n",
                "37",
                "--truth",
                "0.34",
                "--plateau",
                "0.2",
                "--trials",
                "5000",
                "--json"));
    assertThat(answer.get("rules").get(0).get("rejected").doubleValue())
        .isCloseTo(0.49, within(0.04));
    assertThat(answer.get("truth").stringValue()).contains("plateau of 0.2");
  }

  @Test
  void anImpossibleDesignIsRefusedInOneLine() {
    Run run =
        Run.lodestar(
            "design",
            "size",
            "--null",
            "0.34",
            "--alternative",
            "0.34",
            "--at",
            "12mo",
            "--accrual",
            "24",
            "--follow-up",
            "24");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1).first().asString().contains("alternativeSurvival");
  }
}
