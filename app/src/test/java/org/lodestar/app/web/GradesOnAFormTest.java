package org.lodestar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.app.dictionary.DictionaryShelf;
import org.lodestar.app.dictionary.Imported;
import org.lodestar.trial.safety.Ctcae;
import org.lodestar.trial.safety.PublishedTerm;

class GradesOnAFormTest {
  private static final String NEW = "/participants/S-001/forms/running/adverse-event/99";
  private static final Map<String, String> ENGLISH = Map.of("language", "en");
  private static final Map<String, String> CHINESE = Map.of("language", "zh");

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

  @AfterEach
  void forget() throws IOException {
    Files.deleteIfExists(data.resolve(DictionaryShelf.FILE));
  }

  /** What the page says after this was typed and a button was pressed that saves nothing. */
  private static String asked(Map<String, String> reader, Map<String, String> typed) {
    Map<String, String> fields = new HashMap<>(Map.of("act", "grades"));
    fields.putAll(typed);
    HttpResponse<String> answer = site.post(NEW, reader, fields, "same-origin");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(site.get(NEW, ENGLISH).body()).doesNotContain("Alopecia").doesNotContain("Nausea");
    return answer.body();
  }

  private static Map<String, String> typed(String term, String grade) {
    return Map.of("v:adverse-event.term", term, "v:adverse-event.grade", grade);
  }

  @Test
  void theGradesOfATermAreExplainedWithTheirSourceBeforeAnythingIsSaved() {
    String english = asked(ENGLISH, typed("nausea", "2"));
    String chinese = asked(CHINESE, typed("Nausea", "2"));

    assertThat(english)
        .contains("appetite gone, eats as before")
        .contains("Words: short wording of this project")
        .containsPattern("class=\"chosen\"><dt><span>2<")
        .doesNotContain("<dt><span>4<");
    assertThat(chinese).contains("Nausea 恶心").contains("食欲下降，进食如常").contains("本项目的简短表述");
  }

  @Test
  void whatWasTypedInChineseOrPinyinFindsTermsThatAreTakenWithoutAnyScript() {
    for (String word : List.of("食管", "shi guan", "esophag")) {
      assertThat(asked(ENGLISH, typed(word, "")))
          .as(word)
          .contains("is no term of CTCAE v5.0")
          .contains("name=\"choose\" value=\"Esophagitis\"");
    }
    Map<String, String> offered = new HashMap<>(typed("食管", ""));
    offered.put("choose", "Esophagitis");
    assertThat(asked(ENGLISH, offered))
        .contains("value=\"Esophagitis\"")
        .contains("seen on examination alone")
        .doesNotContain("is no term of");
    assertThat(asked(ENGLISH, Map.of("v:adverse-event.verbatim", "恶心")))
        .contains("value=\"Nausea\"");
    assertThat(asked(ENGLISH, typed("xyzzy", ""))).contains("search in English, Chinese or pinyin");
  }

  @Test
  void aGradeThatTheTermDoesNotHaveIsNotSaved() {
    assertThat(asked(ENGLISH, typed("Alopecia", "3")))
        .contains("Alopecia has no grade 3; it has 1, 2");

    HttpResponse<String> save = site.post(NEW, ENGLISH, typed("Alopecia", "3"), "same-origin");
    assertThat(save.statusCode()).isEqualTo(422);
    assertThat(save.body()).contains("href=\"#adverse-event.grade\"").contains("has no grade 3");
    assertThat(site.post(NEW, CHINESE, typed("Alopecia", "3"), "same-origin").body())
        .contains("脱发 没有 3 级；可用级别：1、2");
    assertThat(site.get(NEW, ENGLISH).body()).doesNotContain("Alopecia");
  }

  @Test
  void anEventBesideTheDictionaryIsExplainedByItsOwnScale() {
    String page =
        asked(ENGLISH, typed("Reactive cutaneous capillary endothelial proliferation", "1"));

    assertThat(page)
        .contains("largest nodule 10 mm or less")
        .contains("no term of CTCAE v5.0; graded by its own scale");
  }

  @Test
  void importedSentencesAppearAtOnceAndAChinesePageKeepsItsWordsAboveThem() throws IOException {
    assertThat(asked(ENGLISH, typed("Acidosis", ""))).contains("lodestar ctcae import FILE");
    PublishedTerm nausea =
        new PublishedTerm(
            "Nausea",
            "Gastrointestinal disorders",
            new TreeMap<>(Map.of(1, "made-up first", 2, "made-up second", 3, "made-up third")),
            "");
    DictionaryShelf.write(
        data,
        new Imported(Ctcae.V5, LocalDate.of(2026, 3, 4), "made-up.csv", "0", List.of(nausea)));

    assertThat(asked(ENGLISH, typed("Nausea", "1")))
        .contains("made-up second")
        .contains("Words: NCI CTCAE v5.0, imported on 2026-03-04")
        .doesNotContain("eats as before");
    assertThat(asked(CHINESE, typed("Nausea", "1")))
        .contains("made-up second")
        .contains("食欲下降，进食如常")
        .contains("NCI CTCAE v5.0，2026-03-04 导入");
  }

  @Test
  void aReaderWhoMayNotWriteSeesTheMeaningsWithoutAnyButton() {
    String page =
        site.get(
                "/participants/S-001/forms/running/adverse-event/1",
                Map.of("language", "en", "role", "statistician"))
            .body();

    assertThat(page).contains("class=\"grades\"").contains("<dt><span>1<");
    assertThat(page).doesNotContain("value=\"grades\"").doesNotContain("name=\"choose\"");
  }

  @Test
  void otherFormsHaveNoGrades() {
    assertThat(site.get("/participants/S-001/forms/screening/laboratory/1", ENGLISH).body())
        .doesNotContain("class=\"grades\"")
        .doesNotContain("value=\"grades\"");
  }
}
