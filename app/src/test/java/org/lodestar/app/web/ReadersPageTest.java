package org.lodestar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.trial.capture.CaptureCommand;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Role;

/** Readers side by side, and the adjudicator between them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadersPageTest {
  private static final String PAGE = "/participants/S-001/readers";
  private static final Map<String, String> ADJUDICATOR =
      Map.of("language", "en", "role", "adjudicator");
  private static final Map<String, String> CHINESE =
      Map.of("language", "zh", "role", "adjudicator");
  private static final Map<String, String> MONITOR = Map.of("language", "en", "role", "monitor");
  private static final Pattern WHY = Pattern.compile("href=\"([^\"]+/readers/why[^\"]+)\"");
  private static final Pattern INPUTS = Pattern.compile("name=\"inputs\" value=\"([0-9a-f]+)\"");

  @TempDir static Path data;
  private static Site site;
  private static int copies = 20;

  @BeforeAll
  static void serve() throws IOException {
    site = new Site(data);
  }

  @AfterAll
  static void end() {
    site.close();
  }

  private static void reads(String reader, String visit, LocalDate day, int mm) {
    lesion(reader, visit, day, mm);
    SortedMap<String, Entry> items = new TreeMap<>();
    items.put("tumour-assessment.reader", Entry.typed(reader));
    items.put("tumour-assessment.assessed-on", Entry.typed(day.toString()));
    items.put("tumour-assessment.new-lesion", Entry.typed("none"));
    save(visit, "tumour-assessment", items);
  }

  private static void lesion(String reader, String visit, LocalDate day, int mm) {
    SortedMap<String, Entry> items = new TreeMap<>();
    items.put("lesion.reader", Entry.typed(reader));
    items.put("lesion.lesion", Entry.typed("T1"));
    items.put("lesion.role", Entry.typed("target"));
    items.put("lesion.organ", Entry.typed("liver"));
    items.put("lesion.node", Entry.typed("no"));
    items.put("lesion.measured-on", Entry.typed(day.toString()));
    items.put("lesion.status", Entry.typed("measured"));
    items.put("lesion.diameter", Entry.typed(Integer.toString(mm), "mm"));
    save(visit, "lesion", items);
  }

  private static void save(String visit, String form, SortedMap<String, Entry> items) {
    FormInstance instance = new FormInstance(new ParticipantCode("S-001"), visit, form, ++copies);
    site.send(new CaptureCommand.SaveForm(instance, items, null), Role.INDEPENDENT_READER);
  }

  @Test
  @Order(1)
  void withoutAnotherReaderThereIsNoSuchPage() {
    assertThat(site.get(PAGE, ADJUDICATOR).statusCode()).isEqualTo(404);
    assertThat(site.get("/participants/S-001", MONITOR).body()).doesNotContain("S-001/readers");
  }

  @Test
  @Order(2)
  void readersWhoAgreeStandSideBySideAndNobodyIsAsked() {
    for (String reader : new String[] {"independent-1", "independent-2"}) {
      reads(reader, "screening", LocalDate.of(2024, 3, 15), 40);
      reads(reader, "assessment-1", LocalDate.of(2024, 5, 20), 20);
    }
    assertThat(site.get(PAGE, ADJUDICATOR).body())
        .contains("Independent reader 1", "Independent reader 2", "differ in nothing")
        .contains("Endpoints rest on the investigator&#39;s assessment.")
        .doesNotContain("name=\"chosen\"");
    assertThat(site.get("/participants/S-001", MONITOR).body()).contains("S-001/readers");
    assertThat(site.get("/worklist", ADJUDICATOR).body()).doesNotContain("Adjudicate");
  }

  @Test
  @Order(3)
  void whoMayNotSeeEfficacySeesNoReading() {
    assertThat(site.get(PAGE, MONITOR).body())
        .contains("Efficacy is not shown to this role")
        .doesNotContain("Side by side");
    assertThat(site.get(PAGE + "/why?subject=standing", MONITOR).body())
        .contains("Efficacy is not shown");
  }

  @Test
  @Order(4)
  void aDifferenceIsMarkedAndWaitsForTheAdjudicator() {
    reads("independent-2", "assessment-2", LocalDate.of(2024, 6, 5), 90);
    assertThat(site.get(PAGE, ADJUDICATOR).body())
        .contains("nobody has adjudicated yet", "differ</span>", "name=\"chosen\"");
    assertThat(site.get(PAGE, CHINESE).body()).contains("尚未裁定", "不一致", "独立阅片者 2", "裁定");
    assertThat(site.get("/worklist", ADJUDICATOR).body())
        .contains("Adjudicate between two readers", PAGE);
    assertThat(site.get("/worklist", CHINESE).body()).contains("裁定两位阅片者");
  }

  @Test
  @Order(5)
  void everyFigureAndDifferenceLeadsToItsFacts() {
    Matcher why = WHY.matcher(site.get(PAGE, ADJUDICATOR).body());
    int trees = 0;
    while (why.find()) {
      String tree = site.get(why.group(1).replace("&amp;", "&"), CHINESE).body();
      boolean ofNothing = tree.contains("没有进展记录") && !tree.contains("/facts/");
      assertThat(ofNothing || tree.contains("/facts/")).as(why.group(1)).isTrue();
      trees += ofNothing ? 0 : 1;
    }
    assertThat(trees).isGreaterThan(12);
    assertThat(site.get(PAGE + "/why?subject=nothing", ADJUDICATOR).statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> choose(
      Map<String, String> who, String inputs, String chosen, String reason, String command) {
    return site.post(
        PAGE,
        who,
        Map.of("inputs", inputs, "chosen", chosen, "reason", reason, "command", command),
        "same-origin");
  }

  private static String inputs() {
    Matcher inputs = INPUTS.matcher(site.get(PAGE, ADJUDICATOR).body());
    assertThat(inputs.find()).isTrue();
    return inputs.group(1);
  }

  @Test
  @Order(6)
  void theChoiceOfTheAdjudicatorStandsUntilReadingsMove() {
    String seen = inputs();
    assertThat(choose(ADJUDICATOR, seen, "independent-2", "", "a").statusCode()).isEqualTo(422);
    assertThat(choose(CHINESE, seen, "independent-2", "", "b").body()).contains("裁定须填写理由");
    assertThat(
            choose(Map.of("role", "investigator"), seen, "independent-2", "why", "c").statusCode())
        .isEqualTo(422);
    assertThat(choose(ADJUDICATOR, seen, "independent-2", "larger across", "d").statusCode())
        .isEqualTo(302);
    assertThat(site.get(PAGE, ADJUDICATOR).body())
        .contains("the reading of independent reader 2 stands", "/audit?participant=S-001");
    assertThat(site.get("/worklist", ADJUDICATOR).body()).doesNotContain("Adjudicate between");
    assertThat(site.get("/audit?participant=S-001", CHINESE).body())
        .contains("独立影像评估", "独立阅片者 2")
        .doesNotContain("efficacy.adjudication");

    lesion("independent-2", "assessment-2", LocalDate.of(2024, 6, 5), 91);
    lesion("independent-1", "assessment-2", LocalDate.of(2024, 6, 5), 22);
    assertThat(site.get(PAGE, ADJUDICATOR).body()).contains("must be looked at again");
    assertThat(site.get("/worklist", ADJUDICATOR).body()).contains("Adjudicate again");
    assertThat(choose(ADJUDICATOR, seen, "independent-1", "again", "e").body())
        .contains("have changed since they were shown");
  }
}
