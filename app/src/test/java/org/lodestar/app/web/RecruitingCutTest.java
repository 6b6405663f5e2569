package org.lodestar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.app.simulate.SimulatedLog;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Ports;
import org.lodestar.app.store.Salts;
import org.lodestar.trial.capture.CaptureCommand;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.schedule.FormStatus;
import org.lodestar.trial.schedule.FractionCourse;
import org.lodestar.trial.schedule.Reconsent;
import org.lodestar.trial.treatment.DayOne;
import org.lodestar.trial.treatment.Hold;

/** What the shipped scenario shows at its first cut, and how the pages read it. */
class RecruitingCutTest {
  private static final LocalDate CUT = LocalDate.of(2025, 7, 9);
  private static final InstantSource LATER =
      InstantSource.fixed(Instant.parse("2025-07-09T15:00:00Z"));

  @TempDir static Path data;
  private static CommandBus bus;
  private static LogWorkplace workplace;
  private static Workplace.Moment cut;
  private static Dossiers dossiers;
  private static List<Dossier> people;

  @BeforeAll
  static void simulate() throws IOException {
    SimulatedLog.write(data, CUT, "Evening");
    bus = new CommandBus(FactLogs.open(data, new Ports(LATER, Salts.secure(), "test")), LATER);
    workplace = new LogWorkplace(bus, "01", "Lodestar test");
    cut =
        workplace.moments().stream()
            .filter(moment -> moment.name().equals("Recruiting"))
            .findFirst()
            .orElseThrow();
    dossiers = new Dossiers();
    people = people(cut);
  }

  @AfterAll
  static void close() {
    bus.close();
  }

  private static List<Dossier> people(Workplace.Moment moment) {
    return workplace.ask(
        moment, state -> dossiers.all(state, Protocols.inForce(state), moment.today()));
  }

  private static Worklist worklist(Language language) {
    return dossiers.view(
        workplace,
        cut,
        language,
        Worklist.class,
        "",
        (state, words) -> WorklistReader.read(people, words, cut));
  }

  @Test
  void aboutTwentyThreeAreEnrolledOnTheMorningOfTheCut() {
    assertThat(people.stream().filter(Dossier::isEnrolled)).hasSizeBetween(22, 24);
    assertThat(cut.today()).isEqualTo(CUT);
    assertThat(cut.now()).isEqualTo(CUT.atTime(8, 20));
  }

  @Test
  void exactlyOneIsAtFractionNine() {
    List<FractionCourse> courses =
        people.stream().flatMap(each -> each.courseUnderWay().stream()).toList();

    assertThat(courses.stream().filter(course -> course.completed() == 8))
        .singleElement()
        .satisfies(course -> assertThat(course.remaining().first()).isEqualTo(CUT));
    assertThat(worklist(Language.EN).today())
        .anySatisfy(task -> assertThat(task.title()).isEqualTo("Fraction 9 of 25"));
    assertThat(worklist(Language.ZH).today())
        .anySatisfy(task -> assertThat(task.title()).isEqualTo("第 9/25 次放疗"));
  }

  @Test
  void oneIsHeldInTheMiddleOfRadiotherapyAndTheRulesProposeToGoOnHolding() {
    List<Dossier> held =
        people.stream()
            .filter(
                each ->
                    each.holds().stream()
                        .map(Derived::get)
                        .map(Hold::subject)
                        .anyMatch(DayOne.RADIOTHERAPY::equals))
            .toList();

    assertThat(held).hasSize(1);
    assertThat(worklist(Language.EN).now())
        .anySatisfy(
            task -> {
              assertThat(task.participant()).isEqualTo(held.getFirst().name());
              assertThat(task.title()).isEqualTo("Decide on radiotherapy");
              assertThat(task.says()).startsWith("Proposed: hold.");
            });
  }

  @Test
  void oneSeriousEventIsOnTheClockAndItsHoursAreCounted() {
    assertThat(people.stream().flatMap(each -> each.runningClocks().stream())).hasSize(1);
    Worklist.Task first = worklist(Language.EN).now().getFirst();

    assertThat(first.shape()).isEqualTo("hand");
    assertThat(first.when()).isEqualTo("7 h 20 min left");
    assertThat(worklist(Language.ZH).now().getFirst().when()).isEqualTo("剩余 7 小时 20 分");
  }

  /** Version 2.0 of the consent form has been valid since 30 June, due at the next visit. */
  @Test
  void whoOwesASignatureStandsInTheWorklistWithHerLastDay() {
    List<Dossier> owing = people.stream().filter(each -> each.consents().isWaiting()).toList();
    List<Dossier> late =
        owing.stream()
            .filter(each -> each.consents().now().get().state() == Reconsent.State.OVERDUE)
            .toList();

    assertThat(late).isNotEmpty().hasSizeLessThan(owing.size());
    assertThat(worklist(Language.EN).now())
        .filteredOn(task -> task.title().equals("Re-consent overdue: version 2.0"))
        .extracting(Worklist.Task::participant)
        .containsExactlyInAnyOrderElementsOf(late.stream().map(Dossier::name).toList());
    assertThat(worklist(Language.EN).window())
        .filteredOn(task -> task.title().equals("Re-consent due: version 2.0"))
        .hasSize(owing.size() - late.size())
        .allSatisfy(task -> assertThat(task.address()).endsWith("/forms/running/consent/1"));
    assertThat(worklist(Language.ZH).now())
        .anySatisfy(task -> assertThat(task.title()).isEqualTo("再次签署已超期：2.0 版"));
  }

  @Test
  void herPageSaysWhichVersionIsAskedForAndWhy() {
    Dossier late =
        people.stream()
            .filter(
                each ->
                    each.consents().isWaiting()
                        && each.consents().now().get().state() == Reconsent.State.OVERDUE)
            .findFirst()
            .orElseThrow();
    ParticipantView page =
        workplace.ask(
            cut,
            state ->
                ParticipantReader.read(
                    state,
                    Protocols.words(state, Language.EN),
                    dossiers,
                    late.code(),
                    cut.today()));

    assertThat(page.consent()).startsWith("Version 2.0 of the consent form, valid from 2025-06-30");
    assertThat(page.badges())
        .anySatisfy(
            badge -> assertThat(badge.words()).isEqualTo("Re-consent overdue: version 2.0"));
    assertThat(late.consents().now().facts()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void overdueFormsStandInTheWorklistAndInTheMatrix() {
    long overdue =
        people.stream()
            .flatMap(each -> each.forms().waiting().stream())
            .filter(standing -> standing.status() == FormStatus.OVERDUE)
            .count();
    Matrix matrix =
        workplace.ask(
            cut,
            state ->
                MatrixReader.read(
                    people, Protocols.words(state, Language.EN), "", MatrixReader.Show.OVERDUE));

    assertThat(overdue).isPositive();
    assertThat(worklist(Language.EN).overdue()).isPositive();
    assertThat(matrix.shown()).isPositive();
    assertThat(matrix.rows()).contains("st-O").contains("overdue");
  }

  @Test
  void everyKindOfVisitCanBeSeenByFormInATableOfReasonableWeight() {
    workplace.ask(
        cut,
        state -> {
          TrialWords words = Protocols.words(state, Language.EN);
          words
              .protocol()
              .visits()
              .forEach(
                  visit -> {
                    Matrix matrix =
                        MatrixReader.read(people, words, visit.key(), MatrixReader.Show.ALL);
                    assertThat(matrix.columns()).as(visit.key()).isNotEmpty();
                    assertThat(matrix.rows().length()).as(visit.key()).isLessThan(150_000);
                  });
          return null;
        });
  }

  @Test
  void aFactAboutOneParticipantMakesHerDossierNewAndLeavesTheOthersAsTheyAre() {
    List<Dossier> before = people(workplace.moments().getFirst());
    FormInstance event = new FormInstance(before.getFirst().code(), "running", "adverse-event", 77);
    TreeMap<String, Entry> items = new TreeMap<>();
    items.put("adverse-event.verbatim", Entry.typed("cough"));
    CommandBus.Answer answer =
        workplace.send(
            new CaptureCommand.SaveForm(event, items, null), Role.INVESTIGATOR, "cough-1");

    List<Dossier> after = people(workplace.moments().getFirst());

    assertThat(answer).isInstanceOf(CommandBus.Answer.Done.class);
    assertThat(after.getFirst()).isNotSameAs(before.getFirst());
    assertThat(after.getFirst().sheets().of("adverse-event"))
        .hasSize(before.getFirst().sheets().of("adverse-event").size() + 1);
    for (int i = 1; i < before.size(); i++) {
      assertThat(after.get(i)).isSameAs(before.get(i));
    }
  }

  @Test
  void aViewIsMadeOnceForAMomentAndALanguage() {
    assertThat(worklist(Language.EN)).isSameAs(worklist(Language.EN));
    assertThat(worklist(Language.ZH)).isNotSameAs(worklist(Language.EN));
  }
}
