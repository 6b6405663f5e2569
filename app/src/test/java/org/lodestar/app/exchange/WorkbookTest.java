package org.lodestar.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks of others: read exactly, and never trusted. */
class WorkbookTest {
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private static List<List<String>> read(String... row) throws IOException {
    return Workbook.read(XlsxFile.of("Sheet", List.of(List.of(row)))).sheets().getFirst();
  }

  private static void spoil(String part, String text, String says) {
    Map<String, String> parts = XlsxFile.parts("Sheet", List.of(List.of("a", "1")));
    parts.put(part, text);
    assertThatThrownBy(() -> Workbook.read(XlsxFile.zip(parts)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(says);
  }

  // Serial numbers as the standard's own examples and every spreadsheet show them.
  @Test
  void numbersInTheStyleOfADayOrATimeAreShownAsSuchAndOthersAreNot() throws IOException {
    assertThat(
            read(
                XlsxFile.day("46083"),
                XlsxFile.styled(2, "46083"),
                XlsxFile.styled(3, "46083.340277777781"),
                XlsxFile.styled(4, "0.34027777777777779"),
                XlsxFile.styled(5, "46083"),
                "46083",
                XlsxFile.day("1"),
                XlsxFile.day("59"),
                XlsxFile.day("61"),
                XlsxFile.day("-3"),
                XlsxFile.day("99999999")))
        .containsExactly(
            List.of(
                "2026-03-02",
                "2026-03-02",
                "2026-03-02 08:10:00",
                "08:10:00",
                "46083",
                "46083",
                "1900-01-01",
                "1900-02-28",
                "1900-03-01",
                "-3",
                "99999999"));
  }

  @Test
  void aWorkbookThatCountsFrom1904IsReadFromThere() throws IOException {
    Map<String, String> parts = XlsxFile.parts("Sheet", List.of(List.of(XlsxFile.day("44621"))));
    parts.computeIfPresent(
        "xl/workbook.xml",
        (name, text) -> text.replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>"));

    assertThat(Workbook.read(XlsxFile.zip(parts)).sheets().getFirst())
        .containsExactly(List.of("2026-03-02"));
  }

  @Test
  void anArchiveThatUnpacksToTooMuchIsRefusedBeforeItFillsTheMemory() {
    String long64 = "<sst>" + " ".repeat(65 << 20);
    spoil("xl/sharedStrings.xml", long64, "unpacks to more");
    Map<String, String> many = XlsxFile.parts("Sheet", List.of(List.of("a")));
    for (int i = 0; i < 1_001; i++) {
      many.put("xl/media/" + i, "");
    }
    assertThatThrownBy(() -> Workbook.read(XlsxFile.zip(many)))
        .hasMessageContaining("more than 1000 parts");
  }

  @Test
  void aSheetOfMillionsOfEmptyColumnsIsRefused() {
    spoil(
        SHEET,
        "<worksheet>" + "<row><c r=\"XFD1\"><v>1</v></c></row>".repeat(300) + "</worksheet>",
        "more than 4000000 cells");
  }

  @Test
  void entitiesAndDocumentTypesAreNotRead(@TempDir Path temp) throws IOException {
    Path secret = Files.writeString(temp.resolve("secret"), "SECRET");
    String external =
        "<!DOCTYPE w [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]><worksheet><row><c"
            + " t=\"inlineStr\"><is><t>&x;</t></is></c></row></worksheet>";
    spoil(SHEET, external, "not what it should be");
    StringBuilder laughs = new StringBuilder("<!DOCTYPE w [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs
          .append("<!ENTITY a")
          .append(i)
          .append(" \"&a")
          .append(i - 1)
          .append(";&a")
          .append(i - 1)
          .append(";\">");
    }
    laughs.append("]><worksheet><row><c t=\"str\"><v>&a29;</v></c></row></worksheet>");
    spoil(SHEET, laughs.toString(), "not what it should be");
  }

  @Test
  void brokenPartsEndInOneKindOfError() {
    spoil(SHEET, "<worksheet><c r=\"A1\"><v>1</v></c></worksheet>", "not what it should be");
    spoil(SHEET, "<worksheet><row><c t=\"s\"><v>99</v></c></row></worksheet>", "not what it");
    spoil(SHEET, "<worksheet><row><c r=\"1A\"/></row></worksheet>", "not what it");
    spoil(SHEET, "<worksheet><row>", "not what it");
    spoil("xl/styles.xml", "<styleSheet><numFmt numFmtId=\"x\"/></styleSheet>", "not what it");
  }

  @Test
  void mutatedWorkbooksAreReadOrRefusedAndNothingElse() {
    byte[] whole =
        XlsxFile.of(
            "Sheet", List.of(List.of("Date", "Fraction"), List.of(XlsxFile.day("46083"), "1")));
    Random random = new Random(5);
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes =
          Arrays.copyOf(whole, whole.length - (i % 4 == 0 ? random.nextInt(whole.length) : 0));
      for (int flips = random.nextInt(4) + 1; flips > 0 && bytes.length > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(Workbook.read(bytes).sheets()).isNotNull();
      } catch (IOException refused) {
        assertThat(refused).isNotNull();
      }
    }
  }
}
