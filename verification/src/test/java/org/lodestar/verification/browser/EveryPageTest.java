package org.lodestar.verification.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the whole demonstration in every look; and the pictures of the README. */
@Tag("nightly")
class EveryPageTest {
  private static final List<String> PAGES =
      List.of(
          "/worklist",
          "/overview",
          "/participants",
          "/participants?visit=cycle",
          "/participants/S-001",
          "/participants/S-001/eligibility",
          "/participants/S-001/treatment-day/cycle-2",
          "/participants/S-001/radiotherapy",
          "/participants/S-001/readers",
          "/participants/S-005/readers",
          "/participants/S-001/consent",
          "/participants/S-001/forms/screening/laboratory/1",
          "/participants/S-026/forms/running/adverse-event/1",
          "/safety",
          "/safety?from=2",
          "/deviations",
          "/efficacy",
          "/efficacy?endpoint=os&order=change",
          "/why/landmark",
          "/why/S-001/pfs",
          "/why/response-rate",
          "/why/S-001/response",
          "/design",
          "/protocol",
          "/audit",
          "/tour");
  private static final int PICTURE_WIDTH = 1280;
  private static final int PICTURE_HEIGHT = 720;

  @TempDir static Path data;
  private static ServedDemo demo;
  private static Chromium browser;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Chromium.program().isPresent(), "Chromium is not installed: no page is looked at");
    demo = ServedDemo.whole(data);
    browser = new Chromium(Chromium.program().orElseThrow());
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
      demo.close();
    }
  }

  @ParameterizedTest
  @MethodSource("org.lodestar.verification.browser.Look#all")
  void everyPageIsWholeAndLegibleAtEachCut(Look look) {
    List<String> problems = new ArrayList<>();
    for (String moment : List.of("", "Recruiting", "Analysis")) {
      look.put(browser, demo.base(), "statistician", moment);
      for (String page : PAGES) {
        problems.addAll(PageCheck.of(browser, demo.base(), page, look));
      }
    }

    assertThat(problems).isEmpty();
  }

  /** {@code -Dpictures=true} writes the pictures of README and tour anew. */
  @Test
  void thePicturesOfTheReadmeAreSmall() throws IOException {
    Path folder = Path.of(System.getProperty("lodestar.root")).resolve("docs/images");
    if (Boolean.getBoolean("pictures")) {
      Files.createDirectories(folder);
      picture(folder, "overview.png", "/overview", "en", "coordinator", "Recruiting");
      picture(folder, "participants.png", "/participants", "en", "coordinator", "Recruiting");
      picture(folder, "participant-zh.png", "/participants/S-001", "zh", "investigator", "");
      picture(folder, "efficacy.png", "/efficacy", "en", "statistician", "Analysis");
      picture(folder, "design.png", "/design", "en", "statistician", "Analysis");
    }
    try (var files = Files.list(folder)) {
      assertThat(files).isNotEmpty().allMatch(file -> file.toFile().length() < 150_000);
    }
  }

  private static void picture(
      Path folder, String name, String page, String language, String role, String moment)
      throws IOException {
    new Look(language, PICTURE_WIDTH, "light", false).put(browser, demo.base(), role, moment);
    browser.open(demo.base() + page);
    Files.write(folder.resolve(name), browser.picture(PICTURE_WIDTH, PICTURE_HEIGHT));
  }
}
