package org.lodestar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static final String LABORATORY = "/participants/S-001/forms/screening/laboratory/1";
  private static final Map<String, String> CHINESE = Map.of("language", "zh");
  private static final Map<String, String> ENGLISH = Map.of("language", "en");
  private static final int MAX_BYTES = 200 * 1024;

  @TempDir static Path data;
  private static Site site;

  @BeforeAll
  static void serve() throws IOException {
    site = new Site(data);
  }

  @AfterAll
  static void end() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/worklist",
        "/participants",
        "/participants?show=overdue",
        "/participants?visit=cycle-1",
        "/participants?visit=screening",
        "/participants?visit=cycle",
        "/participants/S-001",
        "/participants/S-002",
        "/participants/S-001/treatment-day/cycle-2",
        "/participants/S-001/eligibility",
        LABORATORY,
        "/participants/S-001/forms/running/adverse-event/99",
        "/audit",
        "/design",
        "/tour",
        "/audit?participant=S-001&page=2",
        "/protocol"
      })
  void aPageIsWholeInBothLanguagesAndLoadsFromItsOwnServerAlone(String path) throws IOException {
    String english = page(path, ENGLISH);
    String chinese = page(path, CHINESE);

    assertThat(english.getBytes(StandardCharsets.UTF_8).length).isLessThan(200 * 1024);
    assertThat(english).contains("SYNTHETIC").contains("lang=\"en\"");
    assertThat(chinese).contains("合成数据").contains("lang=\"zh-CN\"");
    Properties en = words("en");
    Properties zh = words("zh");
    for (String key : en.stringPropertyNames()) {
      String text = en.getProperty(key);
      if (text.length() > 8 && !text.contains("{") && !text.equals(zh.getProperty(key))) {
        assertThat(chinese).as(key).doesNotContain(">" + text + "<");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/efficacy",
        "/efficacy?endpoint=os&order=change",
        "/why/landmark",
        "/why/response-rate",
        "/why/S-001/pfs",
        "/why/S-001/os"
      })
  void efficacyIsShownToTheRolesThatTheProtocolNamesAlone(String path) {
    String reader = page(path, Map.of("language", "zh", "role", "statistician"));
    String other = page(path, Map.of("language", "en", "role", "coordinator"));

    assertThat(reader).doesNotContain("当前角色不显示疗效数据");
    assertThat(other)
        .contains("Efficacy is not shown to this role")
        .doesNotContain("class=\"tree\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pfs", "os", "swimmer", "waterfall", "spider"})
  void aPictureAndItsNumbersAreSavedAsFilesThatNameTheirOrigin(String figure) {
    Map<String, String> reader = Map.of("language", "zh", "role", "statistician");
    HttpResponse<String> svg = site.get("/efficacy/" + figure + ".svg", reader);
    HttpResponse<String> csv = site.get("/efficacy/" + figure + ".csv", reader);

    for (HttpResponse<String> file : List.of(svg, csv)) {
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.body()).contains("SYNTHETIC").contains("head ").contains("Lodestar test");
      assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
          .contains("attachment")
          .contains(figure);
    }
    assertThat(svg.body()).startsWith("<svg xmlns=").doesNotContain("var(--");
    assertThat(csv.body()).startsWith("\uFEFF# SYNTHETIC");
  }

  @Test
  void whatEndoscopySaysOfThePrimaryHasATreeWhereThereWasOne() {
    Map<String, String> reader = Map.of("language", "en", "role", "statistician");
    assertThat(site.get("/why/S-001/endoscopy", reader).statusCode()).isEqualTo(404);
    assertThat(site.get("/participants/S-001", reader).body()).doesNotContain("S-001/endoscopy");

    HttpResponse<String> saved =
        site.post(
            "/participants/S-001/forms/screening/endoscopy/1",
            Map.of("role", "investigator"),
            Map.of("v:endoscopy.primary-category", "non-cr", "command", "endoscopy-1"),
            "same-origin");

    assertThat(saved.statusCode()).isEqualTo(302);
    assertThat(site.get("/participants/S-001", reader).body()).contains("/why/S-001/endoscopy");
    assertThat(site.get("/why/S-001/endoscopy", reader).body())
        .contains("endoscopy.primary-category", "not complete");
  }

  @Test
  void aFileOfEfficacyIsRefusedToWhoMayNotSeeIt() {
    Map<String, String> coordinator = Map.of("language", "en", "role", "coordinator");

    assertThat(site.get("/efficacy/pfs.csv", coordinator).statusCode()).isEqualTo(403);
    assertThat(site.get("/efficacy/nothing.csv", Map.of("role", "statistician")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aFactIsFoundInTheTrail() {
    HttpResponse<String> answer = site.get("/facts/7", ENGLISH);
    String address = answer.headers().firstValue("Location").orElse("");

    assertThat(address).contains("/audit").endsWith("#f7");
    String path = address.substring(address.indexOf("/audit"), address.indexOf('#'));
    assertThat(page(path, ENGLISH)).contains("id=\"f7\"");
    assertThat(site.get("/facts/99999999", ENGLISH).statusCode()).isEqualTo(404);
  }

  private static String page(String path, Map<String, String> preferences) {
    HttpResponse<String> response = site.get(path, preferences);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .contains("style-src 'self'")
        .doesNotContain("unsafe");
    String body = response.body();
    assertThat(body)
        .doesNotContain("??")
        .doesNotContain(" style=")
        .doesNotContain("<style")
        .doesNotContain("onclick")
        .doesNotContain("http://")
        .doesNotContain("https://");
    assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MAX_BYTES);
    return body;
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (InputStream in =
        PagesTest.class.getResourceAsStream("/web/words_" + language + ".properties")) {
      assertThat(in).isNotNull();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return words;
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndTheSamePlaces() throws IOException {
    Properties en = words("en");
    Properties zh = words("zh");

    assertThat(zh.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
    for (String key : en.stringPropertyNames()) {
      assertThat(places(zh.getProperty(key))).as(key).isEqualTo(places(en.getProperty(key)));
    }
  }

  private static List<String> places(String text) {
    return Pattern.compile("\\{\\d}").matcher(text).results().map(m -> m.group()).sorted().toList();
  }

  @Test
  void styleSheetsAndScriptsAreServed() {
    for (String file :
        List.of("tokens.css", "plots.css", "lodestar.css", "lodestar.js", "star.svg")) {
      assertThat(site.get("/static/" + file, Map.of()).statusCode()).as(file).isEqualTo(200);
    }
  }

  @Test
  void whoIsNotRegisteredHasNoPage() {
    assertThat(site.get("/participants/S-999", ENGLISH).statusCode()).isEqualTo(404);
    assertThat(site.get("/participants/nobody", ENGLISH).statusCode()).isEqualTo(404);
  }

  @Test
  void aPageAtACutSaysSoAndTakesNothing() {
    Map<String, String> atCut = Map.of("language", "en", "moment", Site.CUT);

    assertThat(page(LABORATORY, atCut)).contains("Read only").doesNotContain("method=\"post\"");
    assertThat(post(atCut, Map.of("v:laboratory.haemoglobin", "101"), "same-origin").statusCode())
        .isEqualTo(409);
  }

  @Test
  void aCorrectionNeedsAReasonAndThenStandsInTheHistory() {
    Map<String, String> fields =
        Map.of("v:laboratory.haemoglobin", "101", "u:laboratory.haemoglobin", "g/L");

    HttpResponse<String> without = post(ENGLISH, fields, "same-origin");
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("needs a reason").contains("value=\"101\"");

    Map<String, String> more = new java.util.HashMap<>(fields);
    more.put("reason", "misread in the report");
    more.put("command", "test-correction");
    HttpResponse<String> with = post(ENGLISH, more, "same-origin");
    assertThat(with.statusCode()).isEqualTo(302);
    assertThat(page(LABORATORY, ENGLISH)).contains("misread in the report").contains("101 g/L");
  }

  @Test
  void anImpossibleValueIsRefusedInTheReadersLanguageAndStaysInItsBox() {
    Map<String, String> fields =
        Map.of("v:laboratory.haemoglobin", "9999", "u:laboratory.haemoglobin", "g/L");

    HttpResponse<String> english = post(ENGLISH, fields, "same-origin");
    HttpResponse<String> chinese = post(CHINESE, fields, "same-origin");

    assertThat(english.statusCode()).isEqualTo(422);
    assertThat(english.body()).contains("value=\"9999\"").contains("Nothing was saved");
    assertThat(chinese.body()).contains("value=\"9999\"").contains("未保存任何内容");
  }

  @Test
  void aMonitorReadsAndMayNotSave() {
    Map<String, String> monitor = Map.of("language", "en", "role", "monitor");

    assertThat(page(LABORATORY, monitor)).contains("Monitor may not enter forms");
    HttpResponse<String> answer =
        post(monitor, Map.of("v:laboratory.report-number", "L-77"), "same-origin");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page(LABORATORY, ENGLISH)).doesNotContain("L-77");
  }

  @Test
  void anotherSiteCannotWriteHere() {
    assertThat(
            post(ENGLISH, Map.of("v:laboratory.report-number", "L-66"), "cross-site").statusCode())
        .isEqualTo(403);
  }

  private static HttpResponse<String> post(
      Map<String, String> preferences, Map<String, String> fields, String from) {
    return site.post(LABORATORY, preferences, fields, from);
  }

  @Test
  void aSecondClickSavesNothingTwice() {
    String address = "/participants/S-001/forms/running/concomitant-medication/1";
    Matcher command =
        Pattern.compile("name=\"command\" value=\"([^\"]+)\"").matcher(page(address, ENGLISH));
    assertThat(command.find()).isTrue();
    Map<String, String> fields =
        Map.of("command", command.group(1), "v:concomitant-medication.name", "omeprazole");

    String first =
        site.post(address, ENGLISH, fields, "same-origin")
            .headers()
            .firstValue("Location")
            .orElse("");
    String second =
        site.post(address, ENGLISH, fields, "same-origin")
            .headers()
            .firstValue("Location")
            .orElse("");

    assertThat(first).contains("saved=").isEqualTo(second);
  }

  @Test
  void onlyAPathOfThisServerIsReturnedTo() {
    assertThat(PreferController.isLocal("/participants?visit=cycle")).isTrue();
    assertThat(PreferController.isLocal("//elsewhere.example")).isFalse();
    assertThat(PreferController.isLocal("https://elsewhere.example")).isFalse();
    assertThat(PreferController.isLocal("/\\elsewhere.example")).isFalse();
  }
}
