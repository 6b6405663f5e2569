package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BedsideCommandsTest {
  private static final Map<String, String> ENGLISH = Map.of("LANG", "en_US.UTF-8");
  private static final String TRIAL =
      Path.of(System.getProperty("lodestar.root")).resolve("trials/escc-ldrt").toString();
  private static final String LESIONS =
      """
      visit,date,lesion,role,organ,kind,status,diameterMm
      baseline,2026-01-05,T1,target,node,nodal,,22
      baseline,2026-01-05,T2,target,liver,non-nodal,,30
      W8,2026-03-02,T1,,,nodal,,12
      W8,2026-03-02,T2,,,,measured,20
      W16,2026-04-27,T1,,,,measured,14
      W16,2026-04-27,T2,,,,split,15+12.5
      """;

  @TempDir Path folder;

  private static JsonNode json(String input, String... args) {
    Run run = Run.lodestar(ENGLISH, input, args);
    assertThat(run.code()).as(run.err()).isZero();
    return JsonMapper.shared().readTree(run.out());
  }

  @Test
  void recistReadsASpreadsheetAndShowsItsArithmetic() {
    JsonNode one = json(LESIONS, "recist", "-", "--json").get("cases").get(0);
    JsonNode last = one.get("visits").get(1);

    assertThat(last.get("sumMm").decimalValue()).isEqualByComparingTo("41.5");
    assertThat(last.get("overall").stringValue()).isEqualTo("PD");
    assertThat(last.get("working").toString())
        .contains("41.5 >= 1.2 x 32 = 38.4 and 41.5 - 32 = 9.5 >= 5 mm")
        .contains("efficacy.target-response");
    assertThat(one.get("bestOverallResponse").get("response").stringValue()).isEqualTo("PR");
    assertThat(one.get("bestOverallResponseConfirmed").get("response").stringValue())
        .isEqualTo("SD");
    assertThat(one.get("progression").get("date").stringValue()).isEqualTo("2026-04-27");
  }

  @Test
  void recistJudgesEachReaderByHerOwnFindingsAndNamesWhatDiffers() {
    String reads =
        "id,reader,visit,date,lesion,diameterMm\n"
            + "P1,one,baseline,2026-01-05,T1,50\n"
            + "P1,one,W8,2026-03-02,T1,30\n"
            + "P1,two,baseline,2026-01-05,T1,40\n"
            + "P1,two,W8,2026-03-02,T1,30\n"
            + "P2,one,baseline,2026-01-05,T1,40\n"
            + "P2,one,W8,2026-03-02,T1,30\n";
    JsonNode document = json(reads, "recist", "-", "--json");

    assertThat(document.get("cases")).hasSize(3);
    assertThat(document.get("cases").get(1).get("reader").asString()).isEqualTo("two");
    assertThat(document.get("differences")).hasSize(2);
    assertThat(document.get("differences").get(0).get("because").asString())
        .isEqualTo("response at W8: PR by one, SD by two");
    Run chinese = Run.lodestar(Map.of("LANG", "zh_CN.UTF-8"), reads, "recist", "-");
    assertThat(chinese.out())
        .contains("病例 P1, two", "P1: one / two: 2 处差异", "最佳总体疗效：one为 PR，two为 SD");
  }

  @Test
  void recistReadsJsonWithItsOwnSettingsAndSeveralPeople() {
    String cases =
        """
        {"cases": [{"id": "A",
          "settings": {"minSdDays": 90, "referenceDate": "2026-01-01"},
          "baseline": {"date": "2026-01-05", "nonTargets": [
            {"id": "N", "organ": "oesophagus", "kind": "non-nodal"}]},
          "visits": [{"visit": "W8", "date": "2026-03-02",
            "nonTargets": [{"id": "N", "status": "present"}]}]},
         {"id": "B", "baseline": {"date": "2026-01-05"}, "visits": []}]}
        """;
    JsonNode document = json(cases, "recist", "-", "--json");

    JsonNode first = document.get("cases").get(0);
    assertThat(first.get("settings").get("minSdDays").intValue()).isEqualTo(90);
    assertThat(first.get("settings").get("confirmationMinDays").intValue()).isEqualTo(28);
    assertThat(first.get("bestOverallResponse").get("response").stringValue()).isEqualTo("NE");
    assertThat(document.get("cases").get(1).get("visits")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          recist | visit,date,lesion;W8,2026-03-02,T1      | case 1 has no rows whose visit is "baseline"
          recist | visit,date,lesion;baseline,2026,T1      | row 1/date must be a date yyyy-mm-dd; got: "2026"
          recist | {"visits": []}                          | lacks its member baseline
          grade  | term,value,unit;Potassium,3.2,mmol/L    | row 1/term must be a term with a numeric rule
          grade  | term,value;Hypokalemia,3.2              | row 1 lacks its member unit
          grade  | term,value,unit;Hypokalemia,low,mmol/L  | row 1/value must be a number; got: "low"
          dose   | sex,weightKg;X,65                       | sex must be M or F; got: "X"
          dose   | creatinine;80                           | lacks its member creatinineUnit
          """)
  void whatCannotBeAnsweredIsRefusedInOneLineWithItsPlace(
      String command, String rows, String expected) {
    Run run = Run.lodestar(ENGLISH, rows.replace(';', '\n'), command, "-", "--trial", TRIAL);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains(expected).contains("lodestar " + command + " --help");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void gradeNamesTheLineThatHeldAndWhatWouldRaiseIt() {
    Run run =
        Run.lodestar(
            "grade", "--term", "Hypokalemia", "--value", "3.2", "--unit", "mmol/L", "--lln", "3.5");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("1 (2?)").contains("value < LLN").contains("2 if with symptoms");
  }

  @Test
  void gradeJudgesATestWithTwoDirectionsTwiceAndConvertsUnits() {
    JsonNode grades =
        json("analyte,value,unit,lln,uln\nHGB,7.9,g/dL,13,17\n", "grade", "-", "--json")
            .get("grades");

    assertThat(grades).hasSize(2);
    assertThat(grades.get(0).get("term").stringValue()).isEqualTo("Anemia");
    assertThat(grades.get(0).get("grade").intValue()).isEqualTo(3);
    assertThat(grades.get(0).get("because").stringValue()).contains("value < 80");
    assertThat(grades.get(1).get("grade").intValue()).isZero();
  }

  @Test
  void anUnknownUnitIsNotGradedAndSaysWhichAreKnown() {
    Run run =
        Run.lodestar(
            "grade", "--term", "Anemia", "--value", "80", "--unit", "mg/dL", "--lln", "120");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("unit not known; known are: g/L, g/dL, mmol/L");
  }

  @Test
  void everyNumericRuleIsListed() {
    assertThat(json("", "grade", "--list", "--json").get("rules").size())
        .isGreaterThanOrEqualTo(56);
  }

  @Test
  void doseShowsItsArithmeticAndSaysThatItIsNoOrder() {
    Run run =
        Run.lodestar(
            "dose",
            "--sex",
            "M",
            "--age",
            "60",
            "--height",
            "170",
            "--weight",
            "65",
            "--creatinine",
            "80",
            "--creatinine-unit",
            "umol/L",
            "--trial",
            TRIAL);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("not an order")
        .contains("AUC 5 x (79.82 + 25) mL/min = 524.12 mg")
        .contains("520");
  }

  @Test
  void aMeasuredRateTakesThePlaceOfTheEstimateAndAMissingInputIsNamed() {
    JsonNode doses =
        json(
                "heightCm,weightKg,measuredGfrMlMin\n,50,72\n",
                "dose",
                "-",
                "--json",
                "--trial",
                TRIAL)
            .get("cases")
            .get(0)
            .get("doses");

    for (JsonNode dose : doses) {
      if (dose.get("agent").stringValue().equals("carboplatin")) {
        assertThat(dose.get("calculatedMg").decimalValue()).isEqualByComparingTo("485");
      }
      if (dose.get("agent").stringValue().equals("paclitaxel")) {
        assertThat(dose.get("doseMg").isNull()).isTrue();
        assertThat(dose.get("working").toString()).contains("height is not recorded");
      }
    }
  }

  @Test
  void pairsShowTheCostOfAHolidayBeforeAStartIsChosen() {
    JsonNode pairs =
        json("", "schedule", "pairs", "--planned", "2026-09-28", "--json", "--trial", TRIAL)
            .get("pairs");

    assertThat(pairs.get(0).get("overallDays").intValue()).isEqualTo(39);
    assertThat(pairs.get(0).get("longestGapDays").intValue()).isEqualTo(8);
    JsonNode after = pairs.get(pairs.size() - 1);
    assertThat(after.get("chemotherapyDay").stringValue()).isEqualTo("2026-10-08");
    assertThat(after.get("insideWindow").booleanValue()).isFalse();
    assertThat(after.get("overallDays").intValue()).isEqualTo(34);
  }

  @Test
  void aPlanFromThreeDatesIsExportedForCalendars() throws IOException {
    Path ics = folder.resolve("plan.ics");
    JsonNode plan =
        json(
            "what,on,decided\n"
                + "enrolment,2026-09-01,\n"
                + "cycle-1,2026-09-07,\n"
                + "cycle-2,2026-10-08,true\n",
            "schedule",
            "plan",
            "-",
            "--as-of",
            "2026-09-08",
            "--ics",
            ics.toString(),
            "--json",
            "--trial",
            TRIAL);

    assertThat(plan.get("cycles").get(1).get("delayDays").intValue()).isEqualTo(10);
    assertThat(plan.get("outsideLimits").toString()).contains("schedule.cycle-outside-window");
    assertThat(Files.readString(ics))
        .startsWith("BEGIN:VCALENDAR")
        .contains("UID:S-000-fraction-1@lodestar")
        .contains("DTSTART;VALUE=DATE:20261008");
  }

  @Test
  void answersComeInChineseToo() {
    Run run = Run.lodestar(Map.of("LANG", "zh_CN.UTF-8"), LESIONS, "recist", "-");

    assertThat(run.out()).contains("最佳总体疗效（无需确认）：PR").contains("基线 直径总和");
  }
}
