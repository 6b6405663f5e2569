package org.lodestar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;

/** The page on which a person enrols, and reads why she may not. */
class EligibilityPageTest {
  private static final Map<String, String> INVESTIGATOR =
      Map.of("language", "en", "role", "investigator");
  private static final Map<String, String> COORDINATOR =
      Map.of("language", "en", "role", "coordinator");

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

  @Test
  void everyCriterionSaysItsVerdictAndTheFactsBehindIt() {
    String page = site.get("/participants/S-001/eligibility", INVESTIGATOR).body();

    assertThat(page).contains("Must be met", "Must not apply", "does not apply", "staging.t");
    assertThat(page).doesNotContain("not met</span>");
    assertThat(page).as("she is enrolled already").doesNotContain(">Enrol<");
  }

  @Test
  void whoCannotBeEnrolledIsNotAndTheReasonStands() {
    String failed = firstFailed();
    String address = "/participants/" + failed + "/eligibility";
    int enrolled = site.ask(state -> state.index().enrolment().enrolledCount());

    HttpResponse<String> refused =
        site.post(address, INVESTIGATOR, Map.of("command", "enrol-" + failed), "same-origin");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("was not enrolled").contains(failed);
    assertThat((int) site.ask(state -> state.index().enrolment().enrolledCount()))
        .isEqualTo(enrolled);
  }

  @Test
  void onlyWhoMayEnrolSeesTheButton() {
    String code = firstFailed();

    assertThat(site.get("/participants/" + code + "/eligibility", INVESTIGATOR).body())
        .contains(">Enrol<");
    assertThat(site.get("/participants/" + code + "/eligibility", COORDINATOR).body())
        .doesNotContain(">Enrol<");
  }

  private static String firstFailed() {
    return site.ask(
        state ->
            state.index().enrolment().registered().stream()
                .filter(code -> state.index().enrolment().standing(code) instanceof Standing.Failed)
                .findFirst()
                .orElseThrow()
                .text());
  }
}
