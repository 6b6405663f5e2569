package org.lodestar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.app.imaging.ImportDesk;
import org.lodestar.radiotherapy.dicom.DicomWriter;
import org.lodestar.radiotherapy.phantom.PhantomCase;
import org.lodestar.radiotherapy.phantom.PhantomCase.Variant;

/** A folder is let into the record of the person whom it is about, and of nobody else. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportPageTest {
  private static final Map<String, String> PHYSICIST =
      Map.of("language", "en", "role", "physicist");
  private static final String SURE = "seen with the request form";

  @TempDir static Path data;
  private static Site site;

  @BeforeAll
  static void serve() throws IOException {
    site = new Site(data);
    phantom("one", 1);
    phantom("two", 2);
    phantom("mixed", 3, Variant.SWAPPED_PATIENT);
  }

  @AfterAll
  static void end() {
    site.close();
  }

  private static void phantom(String name, int number, Variant... wrong) throws IOException {
    Path folder = Files.createDirectories(data.resolve(ImportDesk.INBOX).resolve(name));
    PhantomCase.Settings settings =
        new PhantomCase.Settings(
            number, "HOSPITAL-" + number, 64, 60, LocalDate.of(2024, 3, 4), Set.of(wrong));
    for (PhantomCase.NamedObject each : PhantomCase.of(settings).objects()) {
      DicomWriter.write(each.object(), folder.resolve(each.fileName()));
    }
  }

  private static String page(String code, String folder, String language) {
    HttpResponse<String> answer =
        site.get(
            "/participants/" + code + "/radiotherapy/import?folder=" + folder,
            Map.of("language", language, "role", "physicist"));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static HttpResponse<String> bring(String code, String folder, Map<String, String> more) {
    return bring(code, folder, PHYSICIST, more);
  }

  private static HttpResponse<String> bring(
      String code, String folder, Map<String, String> reader, Map<String, String> more) {
    String page = page(code, folder, "en");
    Map<String, String> fields = new HashMap<>();
    fields.put("folder", folder);
    for (String name : new String[] {"digest", "command"}) {
      Matcher hidden = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
      assertThat(hidden.find()).isTrue();
      fields.put(name, hidden.group(1));
    }
    fields.putAll(more);
    return site.post(
        "/participants/" + code + "/radiotherapy/import", reader, fields, "same-origin");
  }

  private static long facts() {
    return site.ask(state -> state.index().seq());
  }

  @Test
  @Order(1)
  void thePageListsWhatWaitsAndReachesNothingElse() {
    assertThat(page("S-001", "", "en")).contains("Inbox of this machine", ">one<", ">mixed<");
    assertThat(page("S-001", "", "zh")).contains("本机收件箱");
    for (String elsewhere : new String[] {"..", "one/..", "%2e%2e", "/etc", "gone"}) {
      assertThat(
              site.get("/participants/S-001/radiotherapy/import?folder=" + elsewhere, PHYSICIST)
                  .statusCode())
          .as(elsewhere)
          .isEqualTo(404);
    }
    assertThat(site.get("/participants/S-001/radiotherapy", PHYSICIST).body())
        .contains("/radiotherapy/import");
  }

  @Test
  @Order(2)
  void theFirstLinkNeedsASecondPersonAndNothingIsWrittenWithoutOne() {
    long before = facts();
    assertThat(page("S-001", "one", "en"))
        .contains("does not know S-001 yet", "HOSPITAL-1", "Second person", "What it adds");
    assertThat(page("S-001", "one", "zh")).contains("首次关联须由第二人确认");

    assertThat(bring("S-001", "one", Map.of()).statusCode()).isEqualTo(422);
    HttpResponse<String> alone = bring("S-001", "one", Map.of("second", "physicist", "sure", SURE));
    assertThat(alone.statusCode()).isEqualTo(422);
    assertThat(alone.body()).contains("another account than physicist");
    assertThat(bring("S-001", "one", Map.of("second", "oncologist")).statusCode()).isEqualTo(422);
    HttpResponse<String> monitor =
        bring(
            "S-001",
            "one",
            Map.of("language", "zh", "role", "monitor"),
            Map.of("second", "oncologist", "sure", SURE));
    assertThat(monitor.statusCode()).isEqualTo(422);
    assertThat(monitor.body()).contains("不能导入");
    assertThat(facts()).isEqualTo(before);
  }

  @Test
  @Order(3)
  void twoFoldersThatWereSwappedAreRefusedAndTheRightOnesAreIn() {
    Map<String, String> second = Map.of("second", "oncologist", "sure", SURE);
    assertThat(bring("S-001", "one", second).statusCode()).isEqualTo(302);
    assertThat(bring("S-002", "two", second).statusCode()).isEqualTo(302);
    long linked = facts();

    assertThat(page("S-001", "two", "en")).contains("about somebody else than S-001");
    assertThat(bring("S-001", "two", Map.of()).statusCode()).isEqualTo(422);
    assertThat(bring("S-002", "one", Map.of()).statusCode()).isEqualTo(422);
    assertThat(facts()).isEqualTo(linked);
    assertThat(page("S-001", "one", "en"))
        .contains("are this participant’s", "Nothing new.")
        .doesNotContain("name=\"second\"");
    assertThat(site.get("/participants/S-001/radiotherapy/case", PHYSICIST).body())
        .contains("\"size\":[64,64,60]");
  }

  @Test
  @Order(4)
  void aFolderOfTwoPatientsIsRefusedWhoeverConfirms() {
    long before = facts();
    assertThat(page("S-001", "mixed", "en"))
        .contains("not of one patient and one frame of reference")
        .doesNotContain("class=\"btn primary\"");
    assertThat(bring("S-001", "mixed", Map.of("second", "oncologist", "sure", SURE)).statusCode())
        .isEqualTo(422);
    assertThat(facts()).isEqualTo(before);
  }

  @Test
  @Order(5)
  void aContradictionIsKeptOrTakenByAPersonWithAReason() {
    String page = page("S-001", "one", "en");
    Matcher conflict = Pattern.compile("name=\"(conflict-\\d+)\"").matcher(page);
    assertThat(conflict.find()).as("the record has other days of treatment").isTrue();
    String first = conflict.group(1);
    long before = facts();

    HttpResponse<String> unexplained = bring("S-001", "one", Map.of(first, "take"));
    assertThat(unexplained.statusCode()).isEqualTo(422);
    assertThat(unexplained.body()).contains("only with a reason");
    assertThat(facts()).isEqualTo(before);

    assertThat(bring("S-001", "one", Map.of(first, "keep")).statusCode()).isEqualTo(302);
    assertThat(page("S-001", "one", "en")).contains(first);
    assertThat(
            bring("S-001", "one", Map.of(first, "take", "why", "contours were corrected"))
                .statusCode())
        .isEqualTo(302);
    assertThat(count(page("S-001", "one", "en"))).isEqualTo(count(page) - 1);
  }

  private static long count(String page) {
    return Pattern.compile("name=\"conflict-").matcher(page).results().count();
  }

  @Test
  @Order(6)
  void aFolderThatChangedSinceItWasShownIsRefused() {
    HttpResponse<String> answer = bring("S-001", "one", Map.of("digest", "00"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("has changed since it was shown");
  }
}
