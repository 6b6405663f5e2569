package org.lodestar.verification.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The five-minute tour in a browser, in both languages, wide and narrow. */
class TourTest {
  private static final String FORM = "/participants/S-001/forms/screening/laboratory/1";

  @TempDir static Path data;
  private static ServedDemo demo;
  private static Chromium browser;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Chromium.program().isPresent(), "Chromium is not installed: the tour is not walked");
    demo = ServedDemo.firstMonths(data);
    browser = new Chromium(Chromium.program().orElseThrow());
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
      demo.close();
    }
  }

  private static List<String> stops() {
    List<String> stops = new ArrayList<>();
    browser
        .evaluate("[...document.querySelectorAll('.tour a.btn')].map(a => a.getAttribute('href'))")
        .forEach(href -> stops.add(href.asString()));
    return stops;
  }

  @ParameterizedTest
  @MethodSource("org.lodestar.verification.browser.Look#everyday")
  void everyStopOfTheTourIsWholeReachableAndLegible(Look look) {
    look.put(browser, demo.base(), "coordinator", "");
    List<String> problems = new ArrayList<>(PageCheck.of(browser, demo.base(), "/tour", look));
    List<String> stops = stops();
    assertThat(stops).hasSizeGreaterThan(6);
    for (String stop : stops) {
      problems.addAll(PageCheck.of(browser, demo.base(), stop, look));
    }
    assertThat(problems).isEmpty();
    assertThat(browser.requests())
        .allMatch(url -> url.startsWith(demo.base() + "/") || url.startsWith("data:"));
  }

  @Test
  void aFormIsReadAndSavedWithoutScripts() {
    Look.everyday().getFirst().put(browser, demo.base(), "coordinator", "");
    browser.scripts(false);
    try {
      assertThat(browser.open(demo.base() + FORM)).isEqualTo(200);
      browser.type("input[name='v:laboratory.haemoglobin']", "117");
      browser.type("[name='reason']", "misread in the report");
      browser.expectLoad(() -> browser.click("button.primary, .btn.primary"));

      assertThat(browser.html()).contains("117").contains("misread in the report");
    } finally {
      browser.scripts(true);
    }
  }
}
