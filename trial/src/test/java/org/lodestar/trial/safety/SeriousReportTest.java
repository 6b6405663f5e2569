package org.lodestar.trial.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

/** The clocks of serious reports: 24 hours, and 7 or 15 days for the unexpected. */
class SeriousReportTest {
  private static final Protocol PROTOCOL = ShippedTrial.folder().protocol();
  private static final Map<String, String> REPORT =
      Map.of(
          "event", "2",
          "report", "initial",
          "aware-at", "2025-02-10T16:30",
          "reported-at", "2025-02-11T16:30",
          "suspected", "yes",
          "expected", "no",
          "death", "no",
          "life-threatening", "no");

  private static SeriousReport report(Protocol protocol, String... changes) {
    TreeMap<String, String> items = new TreeMap<>(REPORT);
    for (int i = 0; i < changes.length; i += 2) {
      items.put(changes[i], changes[i + 1]);
    }
    List<String> all = new ArrayList<>();
    items.forEach(
        (item, text) -> {
          all.add(item);
          all.add(text);
        });
    Book book = new Book().form("running", "serious-adverse-event", all.toArray(String[]::new));
    return SeriousReport.derive(book.sheets(), protocol).getFirst();
  }

  private static SeriousReport report(String... changes) {
    return report(PROTOCOL, changes);
  }

  @Test
  void aReportSaysOfWhichEventItIs() {
    assertThat(report().event().get()).isEqualTo(2);
    assertThat(report().report().get()).isEqualTo("initial");
  }

  @ParameterizedTest
  @CsvSource({"2025-02-11T16:30, true", "2025-02-11 16:31, false"})
  void theLastMinuteIsStillInTime(String reported, boolean inTime) {
    SeriousReport report = report("reported-at", reported);

    assertThat(report.inTime().get()).isEqualTo(inTime);
    assertThat(report.inTime().sentence(Language.ZH)).endsWith(inTime ? "按时" : "超时");
    assertThat(report.isRunning()).isFalse();
    assertThat(report.due().sentence(Language.EN))
        .isEqualTo(
            "known on 2025-02-10T16:30; the sponsor must have it within 24 hours, by"
                + " 2025-02-11T16:30");
  }

  @Test
  void theClockRunsWhileItIsKnownByWhenAndNotThatItWasReported() {
    assertThat(report("reported-at", "?unknown").isRunning()).isTrue();
    assertThat(report("reported-at", "?unknown").inTime().isKnown()).isFalse();
    SeriousReport unaware = report("aware-at", "?unknown");
    assertThat(unaware.isRunning()).isFalse();
    assertThat(unaware.due().isKnown()).isFalse();
    assertThat(unaware.inTime().isKnown()).isFalse();
    assertThat(unaware.expeditedDue().isKnown()).isFalse();
  }

  @Test
  void aMomentThatCannotBeReadIsQuotedAndNotGuessed() {
    Derived<?> due = report("aware-at", "2025-02-10").due();

    assertThat(due.isKnown()).isFalse();
    assertThat(due.sentence(Language.EN))
        .startsWith("\"2025-02-10\" is not a date with time such as 2026-11-22T14:30");
    assertThat(due.sentence(Language.ZH)).startsWith("“2025-02-10”不是带时间的日期");
  }

  @ParameterizedTest
  @CsvSource({
    "no, no, 2025-02-25",
    "yes, no, 2025-02-17",
    "no, yes, 2025-02-17",
    "?unknown, ?unknown, 2025-02-25"
  })
  void deathAndThreatToLifeHaveTheShorterTime(String death, String threat, String due) {
    assertThat(report("death", death, "life-threatening", threat).expeditedDue().get())
        .isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({"no, no", "no, ?unknown", "yes, yes", "?unknown, yes"})
  void whatIsNotSuspectedOrIsExpectedIsNotExpedited(String suspected, String expected) {
    assertThat(
            report("suspected", suspected, "expected", expected)
                .expeditedDue()
                .sentence(Language.EN))
        .isEqualTo("Not a suspected unexpected serious reaction, so no expedited report is due");
  }

  @ParameterizedTest
  @CsvSource({"?unknown, no", "yes, ?unknown"})
  void whileTheJudgementIsMissingItIsAskedForAndNotTakenAsNo(String suspected, String expected) {
    Derived<?> due = report("suspected", suspected, "expected", expected).expeditedDue();

    assertThat(due.isKnown()).isFalse();
    assertThat(due.sentence(Language.EN)).doesNotContain("Not a suspected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"safety.serious-report-hours", "safety.susar-other-days"})
  void whileAClockIsLeftOpenItIsNamed(String setting) {
    SeriousReport open = report(ShippedTrial.folder().undecided(setting).protocol());
    Derived<?> clock = setting.contains("susar") ? open.expeditedDue() : open.due();

    assertThat(clock.isKnown()).isFalse();
    assertThat(clock.sentence(Language.EN)).contains("leaves open").contains(setting);
  }

  @Test
  void aPregnancyIsToldByTheSameClock() {
    Book book =
        new Book()
            .form(
                "running",
                "pregnancy",
                "who",
                "partner",
                "aware-at",
                "2025-02-10T16:30",
                "reported-at",
                "2025-02-11T16:30");
    PregnancyReport report = PregnancyReport.derive(book.sheets(), PROTOCOL).getFirst();

    assertThat(report.who().get()).isEqualTo("partner");
    assertThat(report.inTime().get()).isTrue();
  }
}
