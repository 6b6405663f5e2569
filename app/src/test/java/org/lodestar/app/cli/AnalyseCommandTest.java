package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalyseCommandTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeData() throws IOException {
    file = folder.resolve("d.csv");
    Files.writeString(
        file,
        "time,status,arm,age\n"
            + "1,1,a,50\n"
            + "2,1,a,61\n"
            + "2,0,b,55\n"
            + "2,1,b,70\n"
            + "3,0,a,42\n"
            + "4,1,b,66\n"
            + "4,0,a,47\n"
            + "5,0,b,58\n");
  }

  private JsonNode json(String... args) {
    Run run = Run.lodestar(args);
    assertThat(run.code()).as(run.err()).isZero();
    return JsonMapper.shared().readTree(run.out());
  }

  @Test
  void kmGivesCurveLandmarkAndFigure() throws IOException {
    Path svg = folder.resolve("km.svg");
    JsonNode curve =
        json("analyse", "km", file.toString(), "--at", "3", "--json", "--svg", svg.toString())
            .get("curves")
            .get(0);
    assertThat(curve.get("landmark").get("survival").doubleValue()).isEqualTo(0.625);
    assertThat(curve.get("landmark").get("lower").doubleValue())
        .isCloseTo(0.229333322429132, within(1e-9));
    assertThat(curve.get("median").doubleValue()).isEqualTo(4);
    assertThat(Files.readString(svg)).startsWith("<svg").contains("<title>").contains("<desc>");
  }

  @Test
  void whatIsNotEstimableSaysSo() {
    JsonNode curve =
        json("analyse", "km", file.toString(), "--at", "9", "--json").get("curves").get(0);
    assertThat(curve.get("landmark").get("survival").get("notEstimable").stringValue())
        .contains("follow-up ends at 5");
    assertThat(Run.lodestar("analyse", "km", file.toString(), "--at", "9").out()).contains("NE");
  }

  @Test
  void logRankComparesGroupsAndTestsOneSample() {
    JsonNode groups = json("analyse", "logrank", file.toString(), "--group", "arm", "--json");
    assertThat(groups.get("degreesOfFreedom").intValue()).isEqualTo(1);
    assertThat(groups.get("r").stringValue()).contains("survdiff(Surv(time, status) ~ arm");
    JsonNode one =
        json("analyse", "logrank", file.toString(), "--null", "0.5", "--at", "2", "--json");
    assertThat(one.get("whole").get("observed").intValue()).isEqualTo(4);
    assertThat(one.get("truncated").get("observed").intValue()).isEqualTo(3);
    assertThat(one.get("assumption").stringValue()).contains("constant");
  }

  @Test
  void theOneSampleTestStandsBesideItsTruncationAndThePlateaus() throws IOException {
    Path svg = folder.resolve("one.svg");
    JsonNode one =
        json(
            "analyse",
            "logrank",
            file.toString(),
            "--null",
            "0.5",
            "--at",
            "2",
            "--json",
            "--svg",
            svg.toString());
    // 23 time units of follow-up at a hazard of log 2 / 2
    assertThat(one.get("whole").get("expected").doubleValue())
        .isCloseTo(23 * Math.log(2) / 2, within(1e-12));
    assertThat(one.get("truncated").get("at").doubleValue()).isEqualTo(2);
    assertThat(one.get("plateaus")).hasSize(3);
    assertThat(one.get("plateaus").get(2).get("nullCurve").stringValue())
        .startsWith("plateau of 0.2");
    assertThat(one.get("plateaus").get(2).get("expected").doubleValue())
        .isLessThan(one.get("whole").get("expected").doubleValue());
    assertThat(one.get("r").stringValue())
        .contains("test(function(t) 0.34657359027997264*t, pmin(d$time, 2.0), d$status * (d$time")
        .contains("-log(0.2 + 0.8*exp(");
    assertThat(Files.readString(svg)).contains("stroke-dasharray").contains("<polygon");
  }

  @Test
  void aPublishedCurveMayBeTheNull() throws IOException {
    Path curve = folder.resolve("curve.csv");
    Files.writeString(curve, "time,survival\n2,0.8\n4,0.5\n");
    JsonNode one =
        json("analyse", "logrank", file.toString(), "--curve", curve.toString(), "--json");
    double first = -Math.log(0.8);
    double second = Math.log(0.8 / 0.5) / 2;
    double cut = 0.5 * first + 3 * first + 4 * first + second + 3 * 2 * second;
    assertThat(one.get("truncated").get("expected").doubleValue()).isCloseTo(cut, within(1e-12));
    assertThat(one.get("whole").get("expected").doubleValue())
        .isCloseTo(cut + second, within(1e-12));
    assertThat(one.get("assumption").stringValue()).contains("the published curve is the truth");
    assertThat(one.get("r").stringValue()).contains("approxfun(c(0, 2.0, 4.0, 4000.0)");
  }

  @Test
  void lateEntryIsReadFromItsColumn() throws IOException {
    Files.writeString(file, "began,time,status\n0,2,1\n0,5,1\n3,6,1\n4,7,0\n");
    JsonNode answer = json("analyse", "km", file.toString(), "--entry", "began", "--json");
    assertThat(answer.get("curves").get(0).get("steps").get(1).get("atRisk").intValue())
        .isEqualTo(3);
    assertThat(answer.get("r").stringValue()).contains("Surv(began, time, status)");
  }

  @Test
  void namesThatRWouldNotReadStandBetweenBackticks() throws IOException {
    Files.writeString(file, "time (mo),status,arm of trial\n1,1,a\n2,1,b\n3,0,a\n4,1,b\n");
    String r =
        json(
                "analyse",
                "logrank",
                file.toString(),
                "--time",
                "time (mo)",
                "--group",
                "arm of trial",
                "--json")
            .get("r")
            .stringValue();
    assertThat(r).contains("Surv(`time (mo)`, status) ~ d$`arm of trial`");
  }

  @Test
  void theOneSampleTestSpeaksChinese() {
    String text =
        Run.lodestar(
                "analyse", "logrank", file.toString(), "--null", "0.5", "--at", "2", "--lang", "zh")
            .out();
    assertThat(text).contains("风险率保持不变直至随访结束").contains("平台 10 %").contains("截至 2");
  }

  @Test
  void coxGivesHazardRatios() {
    JsonNode fit = json("analyse", "cox", file.toString(), "--covariates", "age", "--json");
    assertThat(fit.get("terms").get(0).get("hazardRatio").doubleValue()).isPositive();
    assertThat(fit.get("r").stringValue()).contains("coxph");
  }

  @Test
  void aStatusThatIsNotZeroOrOneIsRefusedWithItsRow() throws IOException {
    Files.writeString(file, "time,status\n1,1\n2,2\n");
    Run run = Run.lodestar("analyse", "km", file.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("status in row 2 is 2; legal: 1 for an event, 0 for censored");
  }

  @Test
  void aMissingColumnIsNamedWithThoseThatExist() {
    Run run = Run.lodestar("analyse", "km", file.toString(), "--time", "days");
    assertThat(run.err()).contains("column is days; legal: time, status, arm, age");
  }
}
