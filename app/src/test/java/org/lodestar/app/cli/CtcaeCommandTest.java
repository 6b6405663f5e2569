package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestar.app.dictionary.DictionaryShelf;
import org.lodestar.trial.safety.Ctcae;
import org.lodestar.trial.safety.CtcaeTerm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CtcaeCommandTest {
  private static final String HEADING =
      "MedDRA Code,MedDRA SOC,CTCAE Term,Grade 1   ,Grade 2   ,Grade 3   ,Grade 4   ,Grade 5   ,"
          + "Definition,Navigational Note,CTCAE v5.0 Change";

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void nothingIsImportedYet() {
    data = folder.resolve("data");
  }

  private Run lodestar(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--data", data.toString()));
    return Run.lodestar(arguments.toArray(String[]::new));
  }

  /** The columns of the published spreadsheet with sentences of nobody. */
  private static List<List<String>> madeUp() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(HEADING.split(",", -1)));
    for (CtcaeTerm term : Ctcae.of(Ctcae.V5).orElseThrow().terms()) {
      List<String> row = new ArrayList<>(List.of("1", term.soc(), term.name()));
      for (int grade = 1; grade <= 5; grade++) {
        row.add(term.hasGrade(grade) ? "sentence\u00a0 " + grade + " of " + term.name() : " -");
      }
      row.addAll(List.of("what it is", "", ""));
      rows.add(row);
    }
    return rows;
  }

  private static String csv(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      List<String> cells =
          row.stream().map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"").toList();
      text.append(String.join(",", cells)).append("\r\n");
    }
    return text.toString();
  }

  private static byte[] workbook(String sheet, List<List<String>> rows) throws IOException {
    StringBuilder xml = new StringBuilder("<worksheet><sheetData>");
    StringBuilder shared = new StringBuilder("<sst>");
    int strings = 0;
    for (int r = 0; r < rows.size(); r++) {
      xml.append("<row r=\"").append(r + 1).append("\">");
      for (int c = 0; c < rows.get(r).size(); c++) {
        String text = rows.get(r).get(c).replace("&", "&amp;").replace("<", "&lt;");
        String place = (char) ('A' + c) + Integer.toString(r + 1);
        if (text.isEmpty()) {
          continue;
        }
        if (c == 0 && r > 0) {
          xml.append("<c r=\"" + place + "\"><v>" + text + "</v></c>");
        } else if (c == 1) {
          xml.append("<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
        } else {
          xml.append("<c r=\"" + place + "\" t=\"s\"><v>" + strings++ + "</v></c>");
          shared.append("<si><r><t>" + text + "</t></r><rPh><t>no</t></rPh></si>");
        }
      }
      xml.append("</row>");
    }
    Map<String, String> parts =
        Map.of(
            "xl/workbook.xml",
                "<workbook><sheets><sheet name=\"" + sheet + "\"/></sheets></workbook>",
            "xl/worksheets/sheet1.xml", xml + "</sheetData></worksheet>",
            "xl/sharedStrings.xml", shared + "</sst>");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] json(List<List<String>> rows) {
    List<Map<String, Object>> terms = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      Map<String, String> grades = new java.util.TreeMap<>();
      for (int grade = 1; grade <= 5; grade++) {
        grades.put(Integer.toString(grade), row.get(2 + grade));
      }
      terms.add(Map.of("soc", row.get(1), "term", row.get(2), "grades", grades, "definition", ""));
    }
    return JsonMapper.shared().writeValueAsBytes(Map.of("title", "NCI CTCAE v5.0", "terms", terms));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "csv", "json"})
  void aFileThatAgreesIsImportedAndItsSentencesAppear(String format) throws IOException {
    byte[] bytes =
        switch (format) {
          case "xlsx" -> workbook("CTCAE v5.0 Clean Copy", madeUp());
          case "csv" -> ("\uFEFF" + csv(madeUp())).getBytes(StandardCharsets.UTF_8);
          default -> json(madeUp());
        };
    Run imported = lodestar("ctcae", "import", file("nci." + format, bytes).toString());

    assertThat(imported.err()).isEmpty();
    assertThat(imported.out()).contains("837 terms with 3185 grade texts");
    assertThat(data.resolve(DictionaryShelf.FILE)).exists();
    assertThat(data).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
    assertThat(lodestar("ctcae", "show", "Alopecia").out())
        .contains("sentence 2 of Alopecia")
        .doesNotContain("sentence 3")
        .contains("NCI CTCAE v5.0, imported on 20");
    assertThat(
            lodestar(
                    "grade",
                    "--term",
                    "Neutrophil count decreased",
                    "--value",
                    "1.2",
                    "--unit",
                    "10^9/L",
                    "--lln",
                    "1.8")
                .out())
        .contains("sentence 2 of Neutrophil count decreased [NCI CTCAE v5.0, imported on");
  }

  /** A file that must not be imported, the exit code, and what its one line says. */
  private record Bad(String name, UnaryOperator<String> change, int exit, String says) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Bad> badFiles() {
    return Stream.of(
        new Bad("empty", text -> "", 3, "is not NCI's CTCAE file"),
        new Bad("another table", text -> "id,term,value\n1,ALT,3\n", 3, "is not NCI's CTCAE file"),
        new Bad("other JSON", text -> "{\"rules\": []}", 3, "is not NCI's CTCAE file"),
        new Bad(
            "terms without grades", text -> "{\"terms\": [{\"term\": \"Nausea\"}]}", 3, "is not"),
        new Bad("broken JSON", text -> "{\"terms\": [", 3, "is not JSON"),
        new Bad("no workbook", text -> "PK\u0003\u0004 nothing", 3, "is not NCI's CTCAE file"),
        new Bad("cut in a row", text -> text.substring(0, text.length() - 30), 3, "cannot be read"),
        new Bad(
            "cut between rows",
            text -> text.substring(0, text.indexOf("\"Abdominal pain\"") - 35),
            3,
            "of the 837 terms"),
        new Bad("another version", text -> text.replace("v5.0", "v4.03"), 3, "is CTCAE v4.03"));
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void aWrongFileIsRefusedInOneLineAndNothingIsWritten(Bad bad) throws IOException {
    Path file = file("bad.csv", bad.change().apply(csv(madeUp())));
    Run run = lodestar("ctcae", "import", file.toString());

    assertThat(run.code()).as(run.err()).isEqualTo(bad.exit());
    assertThat(run.err().lines()).hasSize(1).first().asString().contains(bad.says());
    assertThat(run.out()).isEmpty();
    assertThat(data).doesNotExist();
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Run run = lodestar("ctcae", "import", folder.resolve("none.xlsx").toString());

    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err().lines()).hasSize(1).first().asString().contains("none.xlsx");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 100, 5000, 20000})
  void aWorkbookThatIsCutShortIsRefused(int missing) throws IOException {
    byte[] whole = workbook("CTCAE v5.0", madeUp());
    byte[] cut = java.util.Arrays.copyOf(whole, Math.max(30, whole.length - 1000 - missing));
    Run run = lodestar("ctcae", "import", file("cut.xlsx", cut).toString());

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(data).doesNotExist();
  }

  @Test
  void aWorkbookOfAnotherVersionIsKnownByTheNameOfItsSheet() throws IOException {
    List<List<String>> rows = madeUp();
    rows.set(0, rows.getFirst().stream().map(cell -> cell.replace("CTCAE v5.0 ", "")).toList());
    Run run =
        lodestar("ctcae", "import", file("old.xlsx", workbook("CTCAE v4.03", rows)).toString());

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("old.xlsx is CTCAE v4.03; this program grades by CTCAE v5.0");
  }

  @Test
  void smallDifferencesAreToldLineByLineAndAnEarlierImportStays() throws IOException {
    lodestar("ctcae", "import", file("good.csv", csv(madeUp())).toString());
    byte[] before = Files.readAllBytes(data.resolve(DictionaryShelf.FILE));
    String twice =
        csv(madeUp())
            .replace("\"Anemia\"", "\"Nausea\"")
            .replace("\"sentence\u00a0 2 of Alopecia\"", "\" -\"");
    Run run = lodestar("ctcae", "import", file("twice.csv", twice).toString());

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains("\"Nausea\" stands 2 times\n")
        .contains("\"Anemia\" is missing from the file\n")
        .contains("\"Alopecia\" has the grades 1; in CTCAE v5.0: 1 2\n")
        .contains("nothing was written");
    assertThat(data.resolve(DictionaryShelf.FILE)).hasBinaryContent(before);
  }

  @Test
  void theShortWordingNamesItselfAndSpeaksBothLanguages() {
    assertThat(lodestar("ctcae", "show", "esophagitis").out())
        .contains("Esophagitis (食管炎)")
        .contains("seen on examination alone")
        .contains("short wording of this project");
    assertThat(lodestar("ctcae", "show", "RCCEP", "--lang", "zh").out())
        .contains("反应性皮肤毛细血管增生症")
        .contains("非 CTCAE v5.0 术语")
        .contains("本项目的简短表述");
    assertThat(lodestar("ctcae", "show", "Acidosis").out()).contains("no wording for it");
  }

  @Test
  void aTermIsFoundInEnglishChineseAndPinyin() {
    for (String words : List.of("esophageal fist", "食管瘘", "shi guan lou", "sgl")) {
      JsonNode found =
          JsonMapper.shared().readTree(lodestar("ctcae", "search", words, "--json").out());
      assertThat(found.get("terms").toString()).as(words).contains("Esophageal fistula");
    }
    Run nothing = lodestar("ctcae", "search", "xyzzy");
    assertThat(nothing.code()).isEqualTo(5);
    Run several = lodestar("ctcae", "show", "fistula");
    assertThat(several.code()).isEqualTo(5);
    assertThat(several.err()).contains("near it:").contains("Esophageal fistula");
  }

  @Test
  void aDictionaryThatCannotBeReadLeavesTheShortWording() throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve(DictionaryShelf.FILE), "{\"format\":\"else\"}");

    assertThat(lodestar("ctcae", "show", "Nausea").out()).contains("short wording");
  }

  /** Oracle: the files as published and as restated; each must be accepted whole. */
  @ParameterizedTest
  @ValueSource(strings = {"CTCAE_v5.0_2017-11-27.xlsx", "ctcae_v5.0.csv", "ctcae_v5.0.json"})
  void thePublishedFileIsAccepted(String name) {
    Path shared = Path.of(System.getProperty("lodestar.root")).resolveSibling("shared");
    Path file = shared.resolve("data/ctcae").resolve(name);
    assumeTrue(
        Files.exists(file), "skipped: the cross-check needs shared/data/ctcae beside the project");

    assertThat(lodestar("ctcae", "import", file.toString()).out()).contains("3185 grade texts");
    assertThat(lodestar("ctcae", "show", "Pneumonitis").out()).contains("oxygen indicated");
  }
}
