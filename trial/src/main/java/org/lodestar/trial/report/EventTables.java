package org.lodestar.trial.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Attribution;
import org.lodestar.trial.protocol.SafetySettings;
import org.lodestar.trial.safety.AdverseEvent;
import org.lodestar.trial.safety.AdverseEvents.Event;
import org.lodestar.trial.safety.AdverseEvents.RadiationEffect;
import org.lodestar.trial.safety.SeriousReport;

/** Adverse events of the treated, with exact intervals. */
public final class EventTables {
  private static final int SEVERE = 3;
  private static final int FATAL = 5;
  private static final Words IN_TIME = new Words("in time", "按时");
  private static final Words LATE = new Words("late", "超时");
  private static final Words NO_REPORT = new Words("no report yet", "尚未报告");
  private static final Words ONGOING = new Words("ongoing", "持续中");

  private final Cohort cohort;
  private final List<Member> treated;

  public EventTables(Cohort cohort) {
    this.cohort = cohort;
    this.treated = cohort.treated();
  }

  /** How many had an event of each sort. */
  public ReportTable overview() {
    ReportTable.Builder table =
        ReportTable.of("adverse-events-overview", "Adverse events, overview", "不良事件概览")
            .text("", "")
            .figures("Participants", "例数")
            .figures("%", "%")
            .figures(cohort.intervalHead())
            .figures("Events", "事件数")
            .note(
                ofTreated(
                    "Of {n} treated. Intervals: exact, Clopper-Pearson. Related: at least"
                        + " possibly, by the investigator.",
                    "分母为接受治疗的 {n} 例。区间：Clopper-Pearson 精确法。相关：研究者判定至少可能相关。"));
    row(table, new Words("Any adverse event", "任何不良事件"), any -> true);
    row(table, new Words("Treatment-emergent", "治疗期间出现"), EventTables::isEmergent);
    row(table, new Words("Grade 3 or more", "3 级及以上"), event -> of(event).grade() >= SEVERE);
    row(table, new Words("Serious", "严重不良事件"), event -> of(event).serious());
    row(table, new Words("Immune-related", "免疫相关"), event -> of(event).immuneRelated());
    for (Attribution cause :
        cohort.protocol().get(SafetySettings.ATTRIBUTIONS).find().orElse(List.of())) {
      Words name = cause.name();
      Predicate<Event> related = event -> isRelated(event, cause.key());
      row(table, new Words("Related to " + name.en(), "与" + name.zh() + "相关"), related);
      row(
          table,
          new Words("Related to " + name.en() + ", grade 3 or more", "与" + name.zh() + "相关，3 级及以上"),
          related.and(event -> of(event).grade() >= SEVERE));
    }
    row(table, new Words("Fatal (grade 5)", "致死（5 级）"), event -> of(event).grade() == FATAL);
    return table.done();
  }

  private Words ofTreated(String en, String zh) {
    String n = Integer.toString(treated.size());
    return new Words(en.replace("{n}", n), zh.replace("{n}", n));
  }

  private static AdverseEvent of(Event event) {
    return event.record().get();
  }

  private static boolean isEmergent(Event event) {
    return event.treatmentEmergent().known().orElse(false);
  }

  private static boolean isRelated(Event event, String cause) {
    Derived<Boolean> related = event.related().get(cause);
    return related != null && related.known().orElse(false);
  }

  private void row(ReportTable.Builder table, Words name, Predicate<Event> sort) {
    int people = (int) treated.stream().filter(m -> m.events().stream().anyMatch(sort)).count();
    long events = treated.stream().flatMap(m -> m.events().stream()).filter(sort).count();
    table.row(
        name,
        people,
        Shown.percent(people, treated.size()),
        Shown.exact(people, treated.size(), cohort.level()),
        events);
  }

  /** The worst grade of each participant by term. */
  public ReportTable byTerm() {
    ReportTable.Builder table =
        ReportTable.of("adverse-events", "Adverse events by term and worst grade", "不良事件（按术语与最高级别）")
            .text("Term", "术语")
            .figures("Any, n (%)", "任何级别 n (%)")
            .figures("1", "1")
            .figures("2", "2")
            .figures("3", "3")
            .figures("4", "4")
            .figures("5", "5")
            .figures("Grade 3+, n (%)", "3 级及以上 n (%)")
            .figures(cohort.intervalHead())
            .note(
                ofTreated(
                    "Of {n} treated; a participant counts once a term, with her worst grade. The"
                        + " interval is that of grade 3 or more, exact (Clopper-Pearson), in"
                        + " percent. Terms: CTCAE v5.0.",
                    "分母为接受治疗的 {n} 例；每例每术语按最高级别计一次。区间为 3 级及以上的 Clopper-Pearson"
                        + " 精确区间（%）。术语：CTCAE v5.0。"));
    for (Map.Entry<String, int[]> term : sorted(grades())) {
      int[] counts = term.getValue();
      int any = Arrays.stream(counts).sum();
      int severe = counts[2] + counts[3] + counts[4];
      table.row(
          term(term.getKey()),
          Shown.count(any, treated.size()),
          counts[0],
          counts[1],
          counts[2],
          counts[3],
          counts[4],
          Shown.count(severe, treated.size()),
          Shown.exact(severe, treated.size(), cohort.level()));
    }
    return table.done();
  }

  private Map<String, int[]> grades() {
    Map<String, int[]> grades = new TreeMap<>();
    for (Member member : treated) {
      member
          .worst()
          .forEach(
              (term, grade) -> grades.computeIfAbsent(term, any -> new int[FATAL])[grade - 1]++);
    }
    return grades;
  }

  /** The most frequent severe ones first, then the most frequent. */
  private static List<Map.Entry<String, int[]>> sorted(Map<String, int[]> grades) {
    Comparator<Map.Entry<String, int[]>> severe =
        Comparator.comparingInt(e -> e.getValue()[2] + e.getValue()[3] + e.getValue()[4]);
    Comparator<Map.Entry<String, int[]>> any =
        Comparator.comparingInt(e -> Arrays.stream(e.getValue()).sum());
    List<Map.Entry<String, int[]>> sorted = new ArrayList<>(grades.entrySet());
    sorted.sort(severe.thenComparing(any).reversed().thenComparing(Map.Entry.comparingByKey()));
    return sorted;
  }

  /** Who had an event held for an effect of radiotherapy, by when it began. */
  public ReportTable radiationEffects() {
    ReportTable.Builder table =
        ReportTable.of(
                "radiation-effects", "Effects of radiotherapy, acute and late", "放射治疗反应：急性与晚期")
            .text("Term", "术语")
            .figures("Acute, n (%)", "急性 n (%)")
            .figures("Acute, grade 3+", "急性 3 级及以上")
            .figures("Late, n (%)", "晚期 n (%)")
            .figures("Late, grade 3+", "晚期 3 级及以上")
            .figures("Cannot be told", "无法判定")
            .note(
                ofTreated(
                    "Participants, of {n} treated, with an event at least possibly related to"
                        + " radiotherapy by the investigator. Acute or late follows from the day on"
                        + " which the event began and the settings safety.late-effect-days and"
                        + " safety.late-effect-origin.",
                    "受试者例数，分母为接受治疗的 {n} 例；事件经研究者判定至少可能与放射治疗相关。急性或晚期由起始日期与设置"
                        + " safety.late-effect-days、safety.late-effect-origin 推导。"));
    Map<String, Predicate<Event>> terms = new TreeMap<>();
    treated.stream()
        .flatMap(member -> member.events().stream())
        .filter(Event::isAttributedToRadiotherapy)
        .map(event -> of(event).term())
        .forEach(name -> terms.put(name, event -> of(event).term().equals(name)));
    if (!terms.isEmpty()) {
      effects(table, new Words("Any", "任何"), any -> true);
      terms.forEach((name, sort) -> effects(table, term(name), sort));
    }
    return table.done();
  }

  private void effects(ReportTable.Builder table, Words name, Predicate<Event> sort) {
    Predicate<Event> severe = sort.and(event -> of(event).grade() >= SEVERE);
    table.row(
        name,
        Shown.count(with(sort, RadiationEffect.ACUTE), treated.size()),
        with(severe, RadiationEffect.ACUTE),
        Shown.count(with(sort, RadiationEffect.LATE), treated.size()),
        with(severe, RadiationEffect.LATE),
        with(sort, null));
  }

  /** How many have an effect of radiotherapy of a sort; {@code when} null: cannot be told. */
  private long with(Predicate<Event> sort, @Nullable RadiationEffect when) {
    Predicate<Event> counted =
        sort.and(Event::isAttributedToRadiotherapy)
            .and(event -> event.radiationEffect().known().orElse(null) == when);
    return treated.stream().filter(m -> m.events().stream().anyMatch(counted)).count();
  }

  /** As its events are called; a term outside the dictionary has the reporter's words. */
  private Words term(String name) {
    return treated.stream()
        .flatMap(Member::records)
        .filter(event -> event.term().equals(name))
        .map(AdverseEvent::words)
        .findFirst()
        .orElse(Words.same(name));
  }

  /** Every serious event, by participant. */
  public ReportTable serious() {
    ReportTable.Builder table =
        ReportTable.of("serious-events", "Serious adverse events", "严重不良事件列表")
            .text("Participant", "受试者")
            .text("Term", "术语")
            .figures("Grade", "级别")
            .text("From", "开始")
            .text("To", "结束")
            .text("Outcome", "转归")
            .text("First report", "首次报告")
            .note(
                new Words(
                    "First report: whether the sponsor had it within the time that the protocol"
                        + " gives.",
                    "首次报告：是否在方案规定时限内报告申办者。"));
    for (Member member : treated) {
      member
          .records()
          .filter(AdverseEvent::serious)
          .forEach(
              event ->
                  table.row(
                      Words.same(member.number()),
                      event.words(),
                      event.grade(),
                      event.startedOn(),
                      ended(event, member.cutoff()),
                      outcome(member, event),
                      report(member, event)));
    }
    return table.done();
  }

  private static Object ended(AdverseEvent event, LocalDate cutoff) {
    return event.endedOn() == null || event.endedOn().earliest().isAfter(cutoff)
        ? ONGOING
        : event.endedOn();
  }

  private Words outcome(Member member, AdverseEvent event) {
    return member.sheets().of("adverse-event").stream()
        .filter(sheet -> sheet.repeat() == event.number())
        .findFirst()
        .flatMap(sheet -> cohort.answer(sheet, "outcome"))
        .orElse(Words.same(Shown.NOTHING));
  }

  private Words report(Member member, AdverseEvent event) {
    return SeriousReport.derive(member.sheets(), cohort.protocol()).stream()
        .filter(report -> report.event().known().filter(n -> n == event.number()).isPresent())
        .filter(report -> report.report().known().filter("initial"::equals).isPresent())
        .findFirst()
        .flatMap(report -> report.inTime().known())
        .map(inTime -> inTime ? IN_TIME : LATE)
        .orElse(NO_REPORT);
  }

  /** Every death, with its cause and its distance from enrolment and from the last treatment. */
  public ReportTable deaths() {
    ReportTable.Builder table =
        ReportTable.of("deaths", "Deaths", "死亡列表")
            .text("Participant", "受试者")
            .text("Died on", "死亡日期")
            .text("Cause", "原因")
            .figures("Days from enrolment", "入组后天数")
            .figures("Days from last treatment", "末次治疗后天数")
            .note(
                new Words(
                    "A day of which parts are unknown is the first possible one after the last"
                        + " contact.",
                    "死亡日期不完整时，取末次联系后最早的可能日期。"));
    for (Member member : cohort.members()) {
      if (member.diedBy()) {
        LocalDate died = member.efficacy().death().get();
        Optional<Sheet> sheet = member.sheets().of("death").stream().findFirst();
        table.row(
            Words.same(member.number()),
            died,
            sheet.flatMap(s -> cohort.answer(s, "cause")).orElse(Words.same(Shown.NOTHING)),
            ChronoUnit.DAYS.between(member.enrolledOn(), died),
            lastTreatment(member)
                .map(last -> Long.toString(ChronoUnit.DAYS.between(last, died)))
                .orElse(Shown.NOTHING));
      }
    }
    return table.done();
  }

  private static Optional<LocalDate> lastTreatment(Member member) {
    return member.treatment().last().known().filter(day -> !day.isAfter(member.cutoff()));
  }
}
