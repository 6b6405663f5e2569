package org.lodestar.app.web;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.SafetySettings;
import org.lodestar.trial.safety.AdverseEvent;
import org.lodestar.trial.safety.AdverseEvents;
import org.lodestar.trial.safety.SeriousReport;

/**
 * A report of a serious event that the sponsor does not have yet.
 *
 * @param address of the form
 * @param due by the clock of the site
 * @param event what it is about, as a sentence
 * @param left time to the limit, or by how much it has passed
 */
record SeriousClock(
    String participant,
    String code,
    String address,
    LocalDateTime due,
    String title,
    String event,
    String left,
    boolean late) {
  private static final DateTimeFormatter DUE_EN =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DUE_ZH =
      DateTimeFormatter.ofPattern("yyyy-MM-dd（EEE）HH:mm", Locale.CHINESE);
  private static final Words REPORT_BY =
      new Words(
          "{who}: report the serious event to the sponsor by {due}, in {left}",
          "{who}：{due} 前向申办者报告严重不良事件，剩余 {left}");
  private static final Words REPORT_LATE =
      new Words(
          "{who}: the report of the serious event was due {due}, {left} ago",
          "{who}：严重不良事件报告应于 {due} 前提交，已超时 {left}");
  private static final Words EVENT =
      new Words(
          "{term}, grade {grade}. The site has known since {aware}; the limit is {hours} hours.",
          "{term}，{grade} 级。研究中心于 {aware} 获知，时限 {hours} 小时。");
  private static final Words UNNAMED = new Words("serious event", "严重不良事件");

  /** The clocks that run for one participant. */
  static List<SeriousClock> of(Dossier dossier, TrialWords words, LocalDateTime now) {
    List<Sheet> sheets = dossier.sheets().of("serious-adverse-event");
    List<SeriousClock> clocks = new ArrayList<>();
    for (int i = 0; i < dossier.serious().size(); i++) {
      SeriousReport report = dossier.serious().get(i);
      if (report.isRunning()) {
        clocks.add(clock(dossier, sheets.get(i), report, words, now));
      }
    }
    return clocks;
  }

  private static SeriousClock clock(
      Dossier dossier, Sheet sheet, SeriousReport report, TrialWords words, LocalDateTime now) {
    LocalDateTime due = report.due().get();
    boolean late = due.isBefore(now);
    String left = words.say(left(Duration.between(now, due).abs()));
    Message title =
        Message.of(
            late ? REPORT_LATE : REPORT_BY,
            "who",
            dossier.name(),
            "due",
            day(due, words),
            "left",
            left);
    return new SeriousClock(
        dossier.name(),
        dossier.code().text(),
        "/participants/" + MatrixReader.address(sheet.form().instance()),
        due,
        title.in(words.language()),
        event(dossier, report, words),
        left,
        late);
  }

  static String day(LocalDateTime due, TrialWords words) {
    return (words.language() == Language.ZH ? DUE_ZH : DUE_EN).format(due);
  }

  /** Hours and minutes, as one says them. */
  static Words left(Duration time) {
    long hours = time.toHours();
    long minutes = time.toMinutesPart();
    return hours == 0
        ? new Words(minutes + " min", minutes + " 分")
        : new Words(hours + " h " + minutes + " min", hours + " 小时 " + minutes + " 分");
  }

  private static String event(Dossier dossier, SeriousReport report, TrialWords words) {
    int hours = words.protocol().get(SafetySettings.SERIOUS_REPORT_HOURS).find().orElse(0);
    Optional<AdverseEvent> event =
        report
            .event()
            .known()
            .flatMap(
                number ->
                    dossier.events().events().stream()
                        .map(AdverseEvents.Event::record)
                        .map(record -> record.get())
                        .filter(each -> each.number() == number)
                        .findFirst());
    boolean verbatim =
        words.language() == Language.ZH && event.filter(e -> !e.verbatim().isEmpty()).isPresent();
    return Message.of(
            EVENT,
            "term",
            event.map(e -> verbatim ? e.verbatim() : e.term()).orElse(words.say(UNNAMED)),
            "grade",
            event.map(e -> Integer.toString(e.grade())).orElse("-"),
            "aware",
            report.due().get().minusHours(hours).toString().replace('T', ' '),
            "hours",
            hours)
        .in(words.language());
  }
}
