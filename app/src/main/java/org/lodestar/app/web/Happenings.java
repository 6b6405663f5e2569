package org.lodestar.app.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Agent;
import org.lodestar.trial.protocol.AgentClass;
import org.lodestar.trial.protocol.Reader;
import org.lodestar.trial.safety.AdverseEvent;
import org.lodestar.trial.safety.AdverseEvents;
import org.lodestar.trial.schedule.SignedConsent;

/** What happened to one participant, by lane, as far as it is dated. */
record Happenings(
    List<Milestone> milestones,
    List<AgentDays> agents,
    List<Fraction> fractions,
    List<Event> events,
    List<Assessment> assessments,
    List<HoldSpan> holds) {
  private static final Words CONSENT = new Words("consent", "知情同意");
  private static final Words DEATH = new Words("died", "死亡");
  private static final Words CONTACT = new Words("last contact", "末次联系");
  private static final Words MILESTONES = new Words("Milestones", "里程碑");
  private static final Words RADIOTHERAPY = new Words("Radiotherapy", "放射治疗");
  private static final Words EVENTS = new Words("Adverse events", "不良事件");
  private static final Words ASSESSMENTS = new Words("Assessments", "疗效评估");
  private static final Words BASELINE = new Words("baseline", "基线");
  private static final Words GRADE = new Words("grade", "级别");
  private static final Words ONGOING = new Words("ongoing", "持续");
  private static final Words FRACTION = new Words("fraction", "分次");

  record Milestone(LocalDate day, String what) {}

  /** The days on which an agent was given. */
  record AgentDays(String key, String name, boolean immunotherapy, List<Given> given) {}

  record Given(LocalDate day, String cycle, String dose) {}

  /** One entry about a fraction. */
  record Fraction(LocalDate day, int number, boolean delivered, String reason, String why) {

    /** Whether a person withheld it; a machine that stands still holds nobody. */
    boolean isHeld() {
      return !delivered && !reason.equals("machine") && !reason.equals("holiday");
    }
  }

  /** One adverse event; {@code until} is null while it lasts. */
  record Event(String term, int grade, LocalDate from, @Nullable LocalDate until) {}

  record Assessment(LocalDate day, String response) {}

  static Happenings read(Dossier dossier, TrialWords words) {
    Sheets sheets = dossier.sheets();
    List<Fraction> fractions = fractions(sheets, words);
    return new Happenings(
        milestones(sheets, words),
        agents(sheets, words),
        fractions,
        events(dossier.events(), words),
        assessments(sheets),
        holds(dossier, fractions, words));
  }

  private static List<HoldSpan> holds(Dossier dossier, List<Fraction> fractions, TrialWords words) {
    List<HoldSpan> holds = new ArrayList<>(HoldSpan.ofFractions(fractions, dossier.today()));
    for (Agent agent : words.protocol().agents()) {
      holds.addAll(HoldSpan.ofAgent(dossier.sheets(), agent.key(), dossier.today()));
    }
    return holds;
  }

  /** The holds of an agent or of radiotherapy. */
  List<HoldSpan> holds(String subject) {
    return holds.stream().filter(hold -> hold.subject().equals(subject)).toList();
  }

  private static List<Milestone> milestones(Sheets sheets, TrialWords words) {
    List<Milestone> milestones = new ArrayList<>();
    SignedConsent.read(sheets).stream()
        .findFirst()
        .ifPresent(first -> milestones.add(new Milestone(first.on().get(), words.say(CONSENT))));
    Optional<LocalDate> died =
        sheets.of("death").stream()
            .findFirst()
            .flatMap(sheet -> sheet.partialDate("died-on").known())
            .map(day -> day.earliest());
    died.ifPresent(day -> milestones.add(new Milestone(day, words.say(DEATH))));
    if (died.isEmpty()) {
      sheets.of("survival-contact").stream()
          .flatMap(sheet -> sheet.date("contacted-on").known().stream())
          .max(Comparator.naturalOrder())
          .ifPresent(day -> milestones.add(new Milestone(day, words.say(CONTACT))));
    }
    return milestones;
  }

  private static List<AgentDays> agents(Sheets sheets, TrialWords words) {
    List<AgentDays> lanes = new ArrayList<>();
    for (Agent agent : words.protocol().agents()) {
      List<Given> given =
          sheets.of("administration").stream()
              .filter(sheet -> sheet.text("agent").known().filter(agent.key()::equals).isPresent())
              .flatMap(sheet -> given(sheet, words).stream())
              .sorted(Comparator.comparing(Given::day))
              .toList();
      if (!given.isEmpty()) {
        lanes.add(
            new AgentDays(
                agent.key(),
                TrialWords.capital(agentName(agent, words)),
                isImmunotherapy(agent),
                given));
      }
    }
    return lanes;
  }

  private static String agentName(Agent agent, TrialWords words) {
    return words.say(agent.name());
  }

  private static boolean isImmunotherapy(Agent agent) {
    return agent.agentClass().find().filter(AgentClass.PD_1::equals).isPresent();
  }

  private static Optional<Given> given(Sheet sheet, TrialWords words) {
    String dose = sheet.form().instance().form() + ".dose";
    return sheet
        .day("started-at")
        .known()
        .map(
            day ->
                new Given(
                    day,
                    sheet.text("cycle").known().orElse(""),
                    words.value(dose, sheet.form().entry(dose))));
  }

  private static List<Fraction> fractions(Sheets sheets, TrialWords words) {
    return sheets.of("fraction").stream()
        .flatMap(sheet -> fraction(sheet, words).stream())
        .sorted(Comparator.comparing(Fraction::day))
        .toList();
  }

  private static Optional<Fraction> fraction(Sheet sheet, TrialWords words) {
    Optional<LocalDate> day = sheet.day("delivered-at").known();
    Optional<Integer> number = sheet.wholeNumber("number").known();
    if (day.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    boolean delivered =
        sheet.text("status").known().filter(status -> !status.equals("not-delivered")).isPresent();
    String reason = sheet.form().instance().form() + ".reason";
    return Optional.of(
        new Fraction(
            day.get(),
            number.get(),
            delivered,
            sheet.text("reason").known().orElse(""),
            words.value(reason, sheet.form().entry(reason))));
  }

  private static List<Event> events(AdverseEvents events, TrialWords words) {
    return events.events().stream()
        .map(event -> event(event.record().get(), words))
        .sorted(Comparator.comparing(Event::from))
        .toList();
  }

  private static Event event(AdverseEvent event, TrialWords words) {
    return new Event(
        words.term(event),
        event.grade(),
        event.startedOn().earliest(),
        event.endedOn() == null ? null : event.endedOn().latest());
  }

  private static List<Assessment> assessments(Sheets sheets) {
    return sheets.readBy(Reader.INVESTIGATOR, "tumour-assessment").stream()
        .filter(sheet -> sheet.date("assessed-on").isKnown())
        .map(
            sheet ->
                new Assessment(
                    sheet.date("assessed-on").get(), sheet.text("response").known().orElse("")))
        .sorted(Comparator.comparing(Assessment::day))
        .toList();
  }

  /** The first day on which an agent was given or a fraction delivered. */
  Optional<LocalDate> firstTreatment() {
    List<LocalDate> days = new ArrayList<>();
    agents.forEach(agent -> agent.given().forEach(given -> days.add(given.day())));
    fractions.stream().filter(Fraction::delivered).map(Fraction::day).forEach(days::add);
    return days.stream().min(Comparator.naturalOrder());
  }

  /** The response as entered; before treatment there is a baseline and no response yet. */
  String shown(Assessment assessment, Language language) {
    boolean treated =
        firstTreatment().filter(first -> first.isBefore(assessment.day())).isPresent();
    return treated ? assessment.response() : BASELINE.in(language);
  }

  /** All days on which something happened. */
  List<LocalDate> days() {
    List<LocalDate> days = new ArrayList<>();
    milestones.forEach(each -> days.add(each.day()));
    agents.forEach(agent -> agent.given().forEach(given -> days.add(given.day())));
    fractions.forEach(each -> days.add(each.day()));
    events.forEach(each -> days.add(each.from()));
    assessments.forEach(each -> days.add(each.day()));
    days.sort(Comparator.naturalOrder());
    return days;
  }

  /** The same facts as lines of a table, by day. */
  List<ParticipantView.Happening> table(Language language) {
    List<ParticipantView.Happening> lines = new ArrayList<>();
    milestones.forEach(each -> lines.add(line(each.day(), MILESTONES.in(language), each.what())));
    for (AgentDays agent : agents) {
      agent.given().forEach(given -> lines.add(line(given.day(), agent.name(), given.dose())));
    }
    for (Fraction each : fractions) {
      String what = FRACTION.in(language) + " " + each.number();
      lines.add(
          line(
              each.day(),
              RADIOTHERAPY.in(language),
              each.delivered() ? what : what + " - " + each.why()));
    }
    for (Event each : events) {
      String until = each.until() == null ? ONGOING.in(language) : each.until().toString();
      lines.add(
          line(
              each.from(),
              EVENTS.in(language),
              each.term() + ", " + GRADE.in(language) + " " + each.grade() + " → " + until));
    }
    assessments.forEach(
        each -> lines.add(line(each.day(), ASSESSMENTS.in(language), shown(each, language))));
    lines.sort(Comparator.comparing(ParticipantView.Happening::day));
    return lines;
  }

  private static ParticipantView.Happening line(LocalDate day, String lane, String what) {
    return new ParticipantView.Happening(day.toString(), lane, what);
  }
}
