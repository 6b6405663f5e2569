package org.lodestar.app.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.report.Cohort;
import org.lodestar.trial.report.EventTables;
import org.lodestar.trial.safety.AdverseEvent;
import org.lodestar.trial.safety.AdverseEvents;
import org.lodestar.trial.safety.AdverseEvents.RadiationEffect;
import org.lodestar.trial.safety.CrossChecks;
import org.lodestar.trial.safety.Discrepancy;
import org.lodestar.trial.safety.UnitQuestion;
import org.lodestar.trial.safety.UnrecordedGrade;

/** Reads what the page of the trial's safety shows. */
final class SafetyReader {
  /** The grades that a laboratory value can have. */
  static final int HIGHEST = 4;

  private static final int SEVERE = 3;

  private final List<Dossier> dossiers;
  private final TrialWords words;
  private final Workplace.Moment moment;

  SafetyReader(List<Dossier> dossiers, TrialWords words, Workplace.Moment moment) {
    this.dossiers = dossiers;
    this.words = words;
    this.moment = moment;
  }

  SafetyView read(Cohort cohort, int gradeFrom) {
    Map<Dossier, List<UnrecordedGrade>> open = new LinkedHashMap<>();
    dossiers.forEach(dossier -> open.put(dossier, grades(dossier, words.protocol())));
    return new SafetyView(
        dossiers.stream()
            .flatMap(dossier -> SeriousClock.of(dossier, words, moment.now()).stream())
            .sorted(Comparator.comparing(SeriousClock::due))
            .toList(),
        dossiers.stream().flatMap(this::disagreements).toList(),
        lines(open, gradeFrom),
        gradeFrom,
        IntStream.rangeClosed(1, HIGHEST).mapToObj(grade -> count(open, grade)).toList(),
        dossiers.stream().flatMap(this::late).toList(),
        dossiers.stream().flatMap(this::units).toList(),
        tables(cohort));
  }

  private static List<UnrecordedGrade> grades(Dossier dossier, Protocol protocol) {
    return UnrecordedGrade.derive(
        dossier.sheets(), protocol, dossier.treatment(), dossier.events());
  }

  private Stream<FoundLine> disagreements(Dossier dossier) {
    return CrossChecks.derive(dossier.sheets()).stream()
        .map(found -> line(dossier, "hand", "red", "", key(found.get()), found));
  }

  private Stream<FoundLine> units(Dossier dossier) {
    return UnitQuestion.derive(dossier.sheets(), words.protocol().forms()).stream()
        .map(open -> line(dossier, "Q", "amber", "", key(open), open.asked()));
  }

  private Stream<FoundLine> late(Dossier dossier) {
    return dossier.events().events().stream()
        .filter(AdverseEvents.Event::isAttributedToRadiotherapy)
        .filter(event -> event.radiationEffect().known().orElse(null) != RadiationEffect.ACUTE)
        .map(event -> late(dossier, event));
  }

  private FoundLine late(Dossier dossier, AdverseEvents.Event event) {
    AdverseEvent record = event.record().get();
    boolean severe = record.grade() >= SEVERE;
    return line(
        dossier,
        event.radiationEffect().isKnown() ? "O" : "hand",
        severe ? "red" : "amber",
        record.startedOn().toString(),
        EventLine.subject(event),
        event.radiationEffect());
  }

  private List<FoundLine> lines(Map<Dossier, List<UnrecordedGrade>> open, int gradeFrom) {
    record Line(int grade, FoundLine line) {}
    List<Line> lines = new ArrayList<>();
    open.forEach(
        (dossier, grades) ->
            grades.stream()
                .filter(each -> each.grade().get() >= gradeFrom)
                .forEach(each -> lines.add(new Line(each.grade().get(), line(dossier, each)))));
    return lines.stream()
        .sorted(
            Comparator.comparingInt(Line::grade)
                .reversed()
                .thenComparing(each -> each.line().day(), Comparator.reverseOrder()))
        .map(Line::line)
        .toList();
  }

  private FoundLine line(Dossier dossier, UnrecordedGrade open) {
    boolean severe = open.grade().get() >= SEVERE;
    return line(
        dossier,
        "O",
        severe ? "red" : "amber",
        open.finding().sampledOn().toString(),
        key(open),
        open.grade());
  }

  private FoundLine line(
      Dossier dossier, String shape, String colour, String day, String key, Derived<?> found) {
    return new FoundLine(
        shape,
        colour,
        dossier.name(),
        dossier.code().text(),
        day,
        TrialWords.capital(new WhyWords(words).sentence(found)),
        why("/safety", dossier.code().text(), key));
  }

  /** Where the tree of something that was found stands. */
  static String why(String page, String code, String key) {
    return page
        + "/why?participant="
        + code
        + "&subject="
        + URLEncoder.encode(key, StandardCharsets.UTF_8);
  }

  private static String key(Discrepancy found) {
    return found.rule().id() + "/" + found.subject();
  }

  private static String key(UnrecordedGrade open) {
    return open.finding().term() + "/" + open.finding().sampledOn();
  }

  private static String key(UnitQuestion open) {
    return "unit/" + open.instance() + "/" + open.item();
  }

  /** What was found about one participant under a key, as the lists have it. */
  static Derived<?> found(Dossier dossier, Protocol protocol, String key) {
    Stream<Derived<?>> disagreements =
        CrossChecks.derive(dossier.sheets()).stream()
            .filter(each -> key(each.get()).equals(key))
            .map(each -> each);
    Stream<Derived<?>> grades =
        grades(dossier, protocol).stream()
            .filter(each -> key(each).equals(key))
            .map(UnrecordedGrade::grade);
    Stream<Derived<?>> effects =
        dossier.events().events().stream()
            .filter(event -> EventLine.subject(event).equals(key))
            .map(AdverseEvents.Event::radiationEffect);
    Stream<Derived<?>> units =
        UnitQuestion.derive(dossier.sheets(), protocol.forms()).stream()
            .filter(each -> key(each).equals(key))
            .map(UnitQuestion::asked);
    return Stream.of(disagreements, grades, effects, units)
        .flatMap(found -> found)
        .findFirst()
        .orElseThrow(() -> new NotThere(dossier.code() + " " + key));
  }

  private static int count(Map<Dossier, List<UnrecordedGrade>> open, int grade) {
    return (int)
        open.values().stream()
            .flatMap(List::stream)
            .filter(each -> each.grade().get() == grade)
            .count();
  }

  private List<TableView> tables(Cohort cohort) {
    EventTables events = new EventTables(cohort);
    return Stream.of(
            events.serious(),
            events.overview(),
            events.byTerm(),
            events.radiationEffects(),
            events.deaths())
        .map(table -> TableView.of(table, words.language()))
        .toList();
  }
}
