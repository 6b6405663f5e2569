package org.lodestar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of safety and of deviations, each line with its tree. */
class SafetyPageTest {
  private static final Map<String, String> ENGLISH = Map.of("language", "en", "role", "monitor");
  private static final Map<String, String> CHINESE = Map.of("language", "zh", "role", "monitor");
  private static final Pattern WHY = Pattern.compile("href=\"(/(?:safety|deviations)/why[^\"]+)\"");
  private static final Pattern EFFECT =
      Pattern.compile("href=\"(/safety/why[^\"]+radiation[^\"]+)\"");

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
  void theSafetyPageShowsEventsAndWhatHasNoEventYet() {
    assertThat(site.get("/safety", ENGLISH).body())
        .contains("Entries that disagree", "Laboratory grades without an event")
        .contains("Adverse events by term and worst grade", "aria-current=\"true\">Grade 3");
    assertThat(site.get("/safety?from=1", CHINESE).body())
        .contains("未记录为事件的实验室分级", "不良事件（按术语与最高级别）");
    assertThat(site.get("/safety?from=9", ENGLISH).body()).contains("\"true\">Grade 4");
  }

  @Test
  void everyLineLeadsToItsFacts() {
    int trees = 0;
    for (String page : new String[] {"/safety?from=1", "/deviations"}) {
      Matcher why = WHY.matcher(site.get(page, ENGLISH).body());
      while (why.find()) {
        String tree = site.get(why.group(1).replace("&amp;", "&"), CHINESE).body();
        assertThat(tree).as(why.group(1)).contains("/facts/");
        trees++;
      }
    }
    assertThat(trees).isPositive();
  }

  @Test
  void aParticipantsEventsAreAcuteOrLateOrSayWhyNot() {
    String english = site.get("/participants/S-001", ENGLISH).body();
    assertThat(english).contains("Acute or late", "acute", "at least possibly");
    String chinese = site.get("/participants/S-001", CHINESE).body();
    assertThat(chinese).contains("急性或晚期", "急性");
    Matcher why = EFFECT.matcher(english);
    assertThat(why.find()).isTrue();
    assertThat(site.get(why.group(1).replace("&amp;", "&"), CHINESE).body())
        .contains("首次放疗", "safety.late-effect-days", "safety.late-effect-origin", "/facts/");
    assertThat(site.get("/safety", CHINESE).body()).contains("放射治疗晚期反应", "放射治疗反应：急性与晚期");
  }

  @Test
  void deviationsStandBySeverityBesideTheAnalysisSets() {
    assertThat(site.get("/deviations", ENGLISH).body())
        .contains("Major", "Minor", "Analysis sets", "per-protocol set", "primary analysis");
    assertThat(site.get("/deviations", CHINESE).body()).contains("重大偏离", "符合方案集");
  }

  @Test
  void whatNoRuleFoundHasNoTree() {
    assertThat(site.get("/safety/why?participant=S-001&subject=nothing", ENGLISH).statusCode())
        .isEqualTo(404);
    assertThat(site.get("/deviations/why?participant=S-001&subject=no", ENGLISH).statusCode())
        .isEqualTo(404);
    assertThat(site.get("/safety/why", ENGLISH).statusCode()).isEqualTo(400);
  }
}
