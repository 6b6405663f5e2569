package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.app.simulate.SimulatedLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Independent readings out of a file: all of it, or nothing. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewImportTest {
  private static final String HEADING =
      "participant,reader,visit,date,lesion,role,organ,kind,status,diameterMm,response,newLesion\n";
  private static final String READS =
      HEADING
          + "01-001,independent-1,screening,2024-03-15,T1,target,lymph node,nodal,,31.5,,\n"
          + "01-001,independent-1,assessment-1,2024-06-14,T1,target,lymph node,nodal,,20,,\n"
          + "01-001,independent-1,assessment-1,2024-06-14,,,,,,,PR,none\n"
          + "S-001,independent-2,screening,2024-03-15,T1,target,lymph node,nodal,,30,,\n"
          + "S-001,independent-2,assessment-1,2024-06-14,T1,target,lymph node,nodal,,29,,\n";

  @TempDir static Path temp;
  private static Path data;

  @BeforeAll
  static void build() throws IOException {
    data = temp.resolve("data");
    SimulatedLog.write(data, LocalDate.of(2024, 6, 20), "Early");
  }

  private static Run bring(String csv, String... more) throws IOException {
    Path file = Files.writeString(temp.resolve("reads.csv"), csv);
    String[] fixed = {
      "review", "import", file.toString(), "--actor", "reader-1", "--data", data.toString()
    };
    String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return Run.lodestar(Map.of("LANG", "en_US.UTF-8"), "", all);
  }

  private static int facts() {
    Run run = Run.lodestar("verify", "--data", data.toString(), "--json");
    return json(run).get("facts").asInt();
  }

  private static JsonNode json(Run run) {
    return JsonMapper.shared().readTree(run.out());
  }

  @Test
  @Order(1)
  void aFileWithErrorsNamesThemAllWithTheirLinesAndAddsNothing() throws IOException {
    int before = facts();
    Run run =
        bring(
            READS
                + "S-999,independent-1,screening,2024-03-15,T1,,,,,12,,\n"
                + "S-001,investigator,screening,2024-03-15,T1,,,,,12,,\n"
                + "S-001,independent-1,assessment-9,2024-06-14,T1,,,,,12,,\n"
                + "S-001,independent-1,assessment-1,14.6.2024,T2,,,,,12,,\n"
                + "\n"
                + "S-001,independent-1,assessment-1,2024-06-14,T1,,,,,21,,\n"
                + "S-001,independent-1,assessment-1,2024-06-14,T3,,,,vanished,,,\n"
                + "S-001,independent-1,assessment-1,2024-06-14,T4,,,,,twelve,,\n");

    assertThat(run.code()).isEqualTo(Exit.INVALID.code());
    assertThat(run.out())
        .contains("line 7: S-999 is neither a screening code nor a number")
        .contains("line 8: the reader is \"investigator\"")
        .contains("assessed no tumour of S-001 at \"assessment-9\"; it did at assessment-1")
        .contains("line 10: the date is \"14.6.2024\"; it must be written 2025-04-07")
        .contains("line 12: lesion T1 was given in line 3 already")
        .contains("line 13: ")
        .contains("vanished")
        .contains("line 14: ")
        .contains("twelve")
        .contains("7 errors; nothing was imported");
    assertThat(facts()).isEqualTo(before);
  }

  @Test
  @Order(2)
  void aFileWithoutItsColumnsOrWithOthersIsRefused() throws IOException {
    Run run = bring("participant,reader,visit,colour\nS-001,independent-1,screening,red\n");

    assertThat(run.code()).isEqualTo(Exit.INVALID.code());
    assertThat(run.out())
        .contains("line 1: there is no column date", "line 1: nobody knows a column colour");
    assertThat(bring("", "--lang", "zh").out()).contains("第 1 行：文件不是表格");
    assertThat(bring("a,b\n1\n").code()).isEqualTo(Exit.INVALID.code());
  }

  @Test
  @Order(3)
  void whoMayNotSaveAFormMayNotImportReadings() throws IOException {
    int before = facts();
    Run run = bring(READS, "--role", "statistician");

    assertThat(run.code()).isEqualTo(Exit.INVALID.code());
    assertThat(run.out()).contains("A statistician may not save a form");
    assertThat(bring(READS, "--role", "nobody").code()).isEqualTo(Exit.USAGE.code());
    assertThat(facts()).isEqualTo(before);
  }

  @Test
  @Order(4)
  void aGoodFileIsImportedWholeAndASecondTimeChangesNothing() throws IOException {
    int before = facts();
    JsonNode first = json(bring(READS, "--json"));

    // Four lesions, and the assessment to which each visit of each reader belongs.
    assertThat(first.get("saved").asInt()).isEqualTo(8);
    assertThat(first.get("participants").asInt()).isEqualTo(1);
    assertThat(facts()).isEqualTo(before + 8);
    JsonNode again = json(bring(READS, "--json"));
    assertThat(again.get("saved").asInt()).isZero();
    assertThat(again.get("unchanged").asInt()).isEqualTo(8);
    assertThat(facts()).isEqualTo(before + 8);
  }

  @Test
  @Order(6)
  void aSplitLesionHasItsPartsInRowsOfTheirOwn() throws IOException {
    String parts =
        HEADING.replace("response", "partOf").replace("newLesion", "into")
            + "S-001,independent-1,assessment-1,2024-06-14,T2,target,liver,,split,,,\n"
            + "S-001,independent-1,assessment-1,2024-06-14,T2a,target,liver,,split,12,T2,\n"
            + "S-001,independent-1,assessment-1,2024-06-14,T3,target,liver,,merged-into,,,T1\n";

    // Three lesions and their assessment, which is the one that the good file brought.
    JsonNode answer = json(bring(parts, "--json"));
    assertThat(answer.get("saved").asInt()).isEqualTo(3);
    assertThat(answer.get("unchanged").asInt()).isEqualTo(1);
  }

  @Test
  @Order(5)
  void whatIsRecordedOtherwiseIsForAPerson() throws IOException {
    Run run = bring(READS.replace(",31.5,", ",32.5,"));

    assertThat(run.code()).isEqualTo(Exit.INVALID.code());
    assertThat(run.out())
        .contains("line 2: lesion T1 is recorded already with other values (lesion.diameter)");
  }
}
