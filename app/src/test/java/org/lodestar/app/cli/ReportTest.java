package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.app.simulate.SimulatedLog;

class ReportTest {
  private static final String CUT = "First weeks";

  @TempDir static Path folder;
  private static Path data;
  private static Map<String, byte[]> first;

  @BeforeAll
  static void report() throws IOException {
    data = folder.resolve("log");
    SimulatedLog.write(data, LocalDate.of(2024, 7, 20), CUT);
    first = files(run("first"));
  }

  private static Path run(String name) {
    Path out = folder.resolve(name);
    Run run = Run.lodestar("report", "--cut", CUT, "--out", out.toString(), "--data", log());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return out;
  }

  private static String log() {
    return data.toString();
  }

  private static Map<String, byte[]> files(Path out) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> list = Files.list(out)) {
      for (Path file : list.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  @Test
  void bothLanguagesAreMadeAsHtmlAndPdf() {
    assertThat(first.keySet())
        .containsExactly(
            "ESCC-LDRT-safety-First-weeks-en.html",
            "ESCC-LDRT-safety-First-weeks-en.pdf",
            "ESCC-LDRT-safety-First-weeks-zh.html",
            "ESCC-LDRT-safety-First-weeks-zh.pdf");
  }

  @Test
  void theSameCutGivesTheSameBytes() throws IOException {
    Map<String, byte[]> second = files(run("second"));

    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
  }

  @ParameterizedTest
  @CsvSource({
    "en, SYNTHETIC, Report to the safety board, Baseline characteristics, At risk",
    "zh, 合成数据, 安全委员会报告, 基线特征, 在险"
  })
  void everyPageIsStampedAndItsTextCanBeReadBack(
      String language, String ribbon, String title, String table, String figure)
      throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(language))) {
      PDFTextStripper text = new PDFTextStripper();
      assertThat(text.getText(document))
          .contains(title)
          .contains(table)
          .contains(figure)
          .doesNotContain("[U+")
          .doesNotContain("\uFFFD");
      int pages = document.getNumberOfPages();
      for (int page = 1; page <= pages; page++) {
        text.setStartPage(page);
        text.setEndPage(page);
        assertThat(text.getText(document))
            .as("page " + page)
            .contains(ribbon)
            .contains(CUT)
            .contains("Lodestar")
            .contains(page + " / " + pages);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"en", "zh"})
  void allFontsAreEmbeddedSubsetsOfOurs(String language) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(language))) {
      List<String> fonts = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          fonts.add(font.getName());
        }
      }
      assertThat(fonts).isNotEmpty().allMatch(name -> name.contains("+NotoSansSC"));
    }
  }

  private static byte[] pdf(String language) {
    return first.get("ESCC-LDRT-safety-First-weeks-" + language + ".pdf");
  }

  @Test
  void aReportInABrowserLoadsNothing() {
    String html = text("ESCC-LDRT-safety-First-weeks-en.html");

    assertThat(html).doesNotContain("<script").doesNotContain("url(").doesNotContain(" src=");
    assertThat(html.replace("http://www.w3.org/1999/xhtml", ""))
        .doesNotContain("http://")
        .doesNotContain("https://")
        .doesNotContain("var(--");
  }

  @Test
  void theChineseReportHasNoEnglishTitles() {
    String english = text("ESCC-LDRT-safety-First-weeks-en.html");
    String chinese = text("ESCC-LDRT-safety-First-weeks-zh.html");
    var titles = java.util.regex.Pattern.compile("<(h[123]|th|th class=\"num\")>([^<]+)</");

    titles
        .matcher(english)
        .results()
        .map(title -> title.group(2))
        .filter(title -> title.matches(".*[A-Za-z]{4,}.*"))
        .forEach(title -> assertThat(chinese).doesNotContain(">" + title + "<"));
  }

  private static String text(String name) {
    return new String(first.get(name), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void anUnknownCutIsNotFoundAndTheKnownOnesAreNamed() {
    Path out = folder.resolve("unknown");
    Run run = Run.lodestar("report", "--cut", "Later", "--out", out.toString(), "--data", log());

    assertThat(run.code()).isEqualTo(Exit.NOT_FOUND.code());
    assertThat(run.err()).contains("no cut \"Later\"").contains(CUT);
    assertThat(out).doesNotExist();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamedAndNothingIsLeft() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter"), "mine");
    Run run = Run.lodestar("report", "--cut", CUT, "--out", letter.toString(), "--data", log());

    assertThat(run.code()).isEqualTo(Exit.CONFLICT.code());
    assertThat(run.err()).contains(letter.toString());
    assertThat(letter).hasContent("mine");
  }

  @Test
  void oneLanguageIsMadeWhenItIsChosenAndBothBelongsToDocumentsAlone() throws IOException {
    Path out = folder.resolve("chinese");
    Run run =
        Run.lodestar(
            "report", "--cut", CUT, "--out", out.toString(), "--data", log(), "--lang", "zh");
    Run both = Run.lodestar("verify", "--data", log(), "--lang", "both");

    assertThat(run.code()).isZero();
    assertThat(files(out)).hasSize(2).allSatisfy((name, bytes) -> assertThat(name).contains("zh"));
    assertThat(both.code()).isEqualTo(Exit.USAGE.code());
  }
}
