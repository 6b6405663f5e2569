package org.lodestar.app.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.Agent;
import org.lodestar.trial.protocol.DesignSettings;
import org.lodestar.trial.schedule.FormStanding;
import org.lodestar.trial.schedule.FormStatus;
import org.lodestar.trial.schedule.PlannedVisit;
import org.lodestar.trial.treatment.AgentDay;
import org.lodestar.trial.treatment.DayOne;
import org.lodestar.trial.treatment.Hold;

/** Collects what waits for somebody today. */
final class WorklistReader {
  private static final Words REPORT =
      new Words("Report the serious event to the sponsor", "向申办者报告严重不良事件");
  private static final Words IN = new Words("{left} left", "剩余 {left}");
  private static final Words LATE = new Words("{left} late", "超时 {left}");
  private static final Words BEFORE = new Words("by {due}", "{due} 前");
  private static final Words SERIOUS = new Words("SAE report", "SAE 报告");
  private static final Words OVERDUE = new Words("{forms}: overdue", "{forms}：超期");
  private static final Words WINDOW =
      new Words("Planned {planned}, window {from} to {to}.", "计划 {planned}，窗口 {from} 至 {to}。");
  private static final Words DAYS_LATE = new Words("{days} overdue", "超期 {days}");
  private static final Words DAYS_LEFT = new Words("{days} left", "剩余 {days}");
  private static final Words LAST_DAY = new Words("last day", "最后一天");
  private static final Words DECIDE = new Words("Decide on {what}", "决定：{what}");
  private static final Words PROPOSED = new Words("Proposed: {action}. {why}", "建议：{action}。{why}");
  private static final Words RULE =
      new Words(
          "A rule of the protocol asks for it: {event}, grade {grade}.",
          "依据方案规则：{event} {grade} 级。");
  private static final Words NUMBER_FORMS = new Words("{number} forms", "{number} 份表单");
  private static final Words NO_RULE =
      new Words("No rule of the protocol asks for a hold today.", "方案规则今日不要求暂停。");
  private static final Words TODAY = new Words("today", "今日");
  private static final Words HELD_SINCE = new Words("held since {since}", "自 {since} 起暂停");
  private static final Words COMMA = new Words(", ", "、");
  private static final Words STOP = new Words(". ", "。");

  private final List<Dossier> dossiers;
  private final TrialWords words;
  private final Workplace.Moment moment;
  private final LocalDate today;

  private WorklistReader(List<Dossier> dossiers, TrialWords words, Workplace.Moment moment) {
    this.dossiers = dossiers;
    this.words = words;
    this.moment = moment;
    this.today = moment.today();
  }

  static Worklist read(List<Dossier> dossiers, TrialWords words, Workplace.Moment moment) {
    return new WorklistReader(dossiers, words, moment).read();
  }

  private Worklist read() {
    List<Worklist.Task> overdue = visits(FormStatus.OVERDUE);
    List<Worklist.Task> now = new ArrayList<>(clocks());
    ConsentTasks consents = new ConsentTasks(words, today);
    List<Worklist.Task> lateConsents = consents.late(dossiers);
    now.addAll(lateConsents);
    now.addAll(overdue);
    dossiers.forEach(dossier -> now.addAll(proposals(dossier)));
    now.addAll(ReviewTask.of(dossiers, words));
    now.addAll(UnitTask.of(dossiers, words));
    List<Worklist.Task> arrivals = Arrivals.of(dossiers, words);
    List<Dossier> enrolled = dossiers.stream().filter(Dossier::isEnrolled).toList();
    return new Worklist(
        today.toString(),
        now,
        arrivals,
        Stream.concat(
                consents.due(dossiers).stream(),
                visits(FormStatus.DUE).stream().filter(task -> !isArrival(task, arrivals)))
            .toList(),
        CourseLine.of(enrolled, words),
        HoldLine.of(enrolled, words),
        lateConsents.size() + overdue.size(),
        enrolled.size(),
        words
            .protocol()
            .get(DesignSettings.PLANNED_ENROLMENT)
            .find()
            .map(String::valueOf)
            .orElse(""));
  }

  private static boolean isArrival(Worklist.Task task, List<Worklist.Task> arrivals) {
    return arrivals.stream().anyMatch(arrival -> arrival.address().equals(task.address()));
  }

  private List<Worklist.Task> clocks() {
    return dossiers.stream()
        .flatMap(dossier -> SeriousClock.of(dossier, words, moment.now()).stream())
        .sorted(Comparator.comparing(SeriousClock::due))
        .map(
            clock ->
                new Worklist.Task(
                    "late",
                    "hand",
                    "red",
                    clock.participant(),
                    clock.code(),
                    words.say(SERIOUS),
                    clock.address(),
                    words.say(REPORT),
                    clock.event(),
                    say(clock.late() ? LATE : IN, "left", clock.left()),
                    say(BEFORE, "due", clock.due().toString().replace('T', ' ').substring(5)),
                    false))
        .toList();
  }

  private String say(Words sentence, Object... namesAndValues) {
    return Message.of(sentence, namesAndValues).in(words.language());
  }

  /** The waiting forms of a state, those of one visit together, the most pressing first. */
  private List<Worklist.Task> visits(FormStatus status) {
    record Visit(Dossier dossier, PlannedVisit planned, List<FormStanding> forms) {}
    List<Visit> visits = new ArrayList<>();
    for (Dossier dossier : dossiers) {
      Map<String, List<FormStanding>> byVisit = new LinkedHashMap<>();
      for (FormStanding standing : dossier.forms().waiting()) {
        if (standing.status() == status && standing.planned() != null) {
          byVisit.computeIfAbsent(standing.visit(), any -> new ArrayList<>()).add(standing);
        }
      }
      byVisit.values().forEach(forms -> visits.add(new Visit(dossier, planned(forms), forms)));
    }
    return visits.stream()
        .sorted(Comparator.comparing(visit -> visit.planned().latest()))
        .map(visit -> task(visit.dossier(), visit.planned(), visit.forms(), status))
        .toList();
  }

  private static PlannedVisit planned(List<FormStanding> forms) {
    PlannedVisit planned = forms.getFirst().planned();
    if (planned == null) {
      throw new IllegalStateException("a waiting form has a planned visit: " + forms.getFirst());
    }
    return planned;
  }

  private Worklist.Task task(
      Dossier dossier, PlannedVisit visit, List<FormStanding> waiting, FormStatus status) {
    boolean late = status == FormStatus.OVERDUE;
    FormStanding first = waiting.getFirst();
    boolean many = waiting.size() > 2;
    String names =
        waiting.stream()
            .map(standing -> words.form(standing.form()))
            .collect(Collectors.joining(words.say(COMMA)));
    String forms = many ? say(NUMBER_FORMS, "number", waiting.size()) : names;
    String window =
        say(
            WINDOW,
            "planned",
            visit.planned().get(),
            "from",
            visit.earliest(),
            "to",
            visit.latest());
    return new Worklist.Task(
        late ? "late" : "",
        Shape.of(status),
        late ? "red" : "blue",
        dossier.name(),
        dossier.code().text(),
        words.visit(visit.key()),
        "/participants/"
            + MatrixReader.address(
                dossier.code().text(), first.visit(), first.form(), first.recorded() + 1),
        late ? say(OVERDUE, "forms", forms) : forms,
        many ? names + words.say(STOP) + window : window,
        when(visit.latest()),
        visit.latest().toString().substring(5),
        false);
  }

  private String when(LocalDate latest) {
    long days = ChronoUnit.DAYS.between(today, latest);
    if (days == 0) {
      return words.say(LAST_DAY);
    }
    return say(days < 0 ? DAYS_LATE : DAYS_LEFT, "days", days(Math.abs(days)));
  }

  private static Words days(long number) {
    return new Words(number + (number == 1 ? " day" : " days"), number + " 天");
  }

  /**
   * What the rules propose today for treatment that is held: a person decides whether it goes on.
   */
  private List<Worklist.Task> proposals(Dossier dossier) {
    DayOne rules =
        new DayOne(dossier.sheets(), words.protocol(), dossier.schedule().treatment(), today);
    List<Worklist.Task> tasks = new ArrayList<>();
    for (Derived<Hold> hold : dossier.holds()) {
      String subject = hold.get().subject();
      if (subject.equals(DayOne.RADIOTHERAPY)) {
        tasks.add(proposal(dossier, hold.get(), rules.deriveFraction()));
      } else {
        words.protocol().agents().stream()
            .filter(agent -> agent.key().equals(subject))
            .findFirst()
            .ifPresent(agent -> tasks.add(proposal(dossier, hold.get(), day(rules, agent))));
      }
    }
    return tasks;
  }

  private AgentDay day(DayOne rules, Agent agent) {
    return rules.derive("held-" + today, agent);
  }

  private Worklist.Task proposal(Dossier dossier, Hold hold, AgentDay day) {
    Derived<Action> proposed = day.proposal().derived();
    return new Worklist.Task(
        "soon",
        "hold",
        "amber",
        dossier.name(),
        dossier.code().text(),
        say(HELD_SINCE, "since", hold.since().toString().substring(5)),
        "/participants/" + dossier.code() + "/treatment-day",
        say(DECIDE, "what", hold.name()),
        say(
            PROPOSED,
            "action",
            proposed.known().map(Action::words).orElse(Words.same("-")),
            "why",
            why(dossier, hold, proposed)),
        words.say(TODAY),
        "",
        false);
  }

  /** The event on which a rule decides, or that none does. */
  private String why(Dossier dossier, Hold hold, Derived<Action> proposed) {
    boolean byRule =
        proposed.inputs().stream()
            .anyMatch(
                input ->
                    input instanceof Derived<?> rule
                        && proposed.known().isPresent()
                        && proposed.known().get().equals(rule.known().orElse(null)));
    if (!byRule) {
      return words.say(NO_RULE);
    }
    return HoldLine.event(dossier, hold.since())
        .map(event -> say(RULE, "event", HoldLine.name(event, words), "grade", event.grade()))
        .orElseGet(() -> TrialWords.capital(proposed.sentence(words.language())));
  }
}
