package org.lodestar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on which a proposal becomes a person's decision. */
class TreatmentDayPageTest {
  private static final String PAGE = "/participants/S-001/treatment-day/cycle-2";
  private static final Map<String, String> INVESTIGATOR =
      Map.of("language", "en", "role", "investigator");

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

  private static String section(String page, String agent) {
    int from = page.indexOf("id=\"" + agent + "\"");
    assertThat(from).as(agent).isPositive();
    int to = page.indexOf("<section", from);
    return page.substring(from, to < 0 ? page.length() : to);
  }

  private static Map<String, String> fields(String section) {
    Map<String, String> fields = new HashMap<>();
    Matcher hidden =
        Pattern.compile("type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\"").matcher(section);
    while (hidden.find()) {
      fields.put(hidden.group(1), hidden.group(2));
    }
    return fields;
  }

  private static HttpResponse<String> decide(String agent, String decided, String reason) {
    Map<String, String> fields = fields(section(site.get(PAGE, INVESTIGATOR).body(), agent));
    fields.put("decided", decided);
    fields.put("reason", reason);
    return site.post(PAGE, INVESTIGATOR, fields, "same-origin");
  }

  @Test
  void everyAgentOfTheCycleHasAProposalAReasonAndWhatWasDecided() {
    String page = site.get(PAGE, INVESTIGATOR).body();
    String chinese = site.get(PAGE, Map.of("language", "zh", "role", "investigator")).body();

    assertThat(section(page, "carboplatin"))
        .contains("proposed: ")
        .contains("Decided: ")
        .contains("laboratory.neutrophils")
        .contains("Calvert");
    assertThat(section(page, "camrelizumab")).contains("200 mg");
    assertThat(chinese).contains("建议：").contains("已决定：").doesNotContain("proposed");
  }

  @Test
  void toDepartFromTheProposalWithoutAReasonIsRefusedInWords() {
    HttpResponse<String> refused = decide("camrelizumab", "stop", "");
    HttpResponse<String> done = decide("camrelizumab", "stop", "uveitis");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("is not what is proposed").contains("Nothing was decided");
    assertThat(done.statusCode()).isEqualTo(302);
    assertThat(section(site.get(PAGE, INVESTIGATOR).body(), "camrelizumab"))
        .contains("Decided: stop permanently")
        .contains("departs from the proposal");
  }

  @Test
  void whoMayNotDecideSeesTheProposalAndNoButton() {
    String page = site.get(PAGE, Map.of("language", "en", "role", "monitor")).body();

    assertThat(page).contains("proposed: ").doesNotContain("name=\"decided\"");
  }

  @Test
  void aVisitWithoutTreatmentSaysSo() {
    assertThat(site.get("/participants/S-001/treatment-day/screening", INVESTIGATOR).body())
        .contains("No agent of the trial is given at this visit");
    assertThat(site.get(PAGE + "?on=tomorrow", INVESTIGATOR).statusCode()).isEqualTo(404);
  }
}
