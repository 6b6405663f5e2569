package org.lodestar.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Entry;

class CourseTest {
  private static Scenario scenario;
  private static List<Person> people;
  private static List<List<Act>> courses;

  @BeforeAll
  static void simulate() throws Exception {
    scenario = Site.shipped();
    people = Person.all(scenario, scenario.seed());
    courses = courses(people);
  }

  private static List<List<Act>> courses(List<Person> people) {
    return people.stream().map(person -> Course.of(person, scenario, Site.FIGURES)).toList();
  }

  private static List<Act.Save> saves(List<Act> course, String form) {
    return course.stream()
        .filter(act -> act instanceof Act.Save save && save.form().equals(form))
        .map(act -> (Act.Save) act)
        .toList();
  }

  private static String text(Act.Save save, String item) {
    return save.items().get(item) instanceof Entry.Value value ? value.text() : "";
  }

  @Test
  void theFirstConsentIsInMarch2024AndThe41stEnrolmentInMay2026() {
    List<LocalDate> enrolments = new ArrayList<>();
    for (List<Act> course : courses) {
      course.stream()
          .filter(Act.Enrol.class::isInstance)
          .forEach(act -> enrolments.add(act.at().toLocalDate()));
    }

    assertThat(courses.getFirst().getFirst()).isInstanceOf(Act.Register.class);
    assertThat(YearMonth.from(courses.getFirst().getFirst().at())).isEqualTo(YearMonth.of(2024, 3));
    assertThat(enrolments).hasSize(42);
    assertThat(YearMonth.from(enrolments.stream().sorted().toList().get(40)))
        .isEqualTo(YearMonth.of(2026, 5));
  }

  @Test
  void theSameSeedGivesTheSameCourseAndAnotherSeedAnother() {
    assertThat(courses(Person.all(scenario, scenario.seed()))).isEqualTo(courses);
    assertThat(courses(Person.all(scenario, 8))).isNotEqualTo(courses);
  }

  @Test
  void actsStandInTheOrderOfTimeAndNoTwoAtTheSameMoment() {
    for (List<Act> course : courses) {
      assertThat(course).isSortedAccordingTo(java.util.Comparator.comparing(Act::at));
      assertThat(course.stream().map(Act::at).distinct()).hasSameSizeAs(course);
    }
  }

  @Test
  void fractionsFallOnWorkingDaysOneADayAndNeverMoreThanPlanned() {
    int complete = 0;
    for (List<Act> course : courses) {
      List<Act.Save> fractions =
          saves(course, "fraction").stream()
              .filter(f -> f.reason() == null && text(f, "fraction.status").equals("complete"))
              .toList();
      Set<LocalDate> days = new HashSet<>();
      for (Act.Save fraction : fractions) {
        LocalDate day = LocalDate.parse(text(fraction, "fraction.delivered-at").substring(0, 10));
        assertThat(Site.works(day)).as(day.toString()).isTrue();
        assertThat(days.add(day)).isTrue();
      }
      assertThat(fractions.size()).isLessThanOrEqualTo(25);
      complete += fractions.size() == 25 ? 1 : 0;
    }
    assertThat(complete).isGreaterThan(35);
  }

  @Test
  void onTheWorkingDaysOfAToldHoldNothingIsDeliveredAndTheReasonIsToxicity() {
    for (Scenario.Told told : scenario.told()) {
      List<Act.Save> during =
          saves(courses.get(told.participant() - 1), "fraction").stream()
              .filter(save -> told.holds(save.at().toLocalDate()))
              .toList();
      if (told.phase() == Scenario.Phase.RADIOTHERAPY) {
        assertThat(during).hasSizeGreaterThan(5);
      }
      assertThat(during)
          .allSatisfy(
              save -> {
                assertThat(text(save, "fraction.status")).isEqualTo("not-delivered");
                assertThat(text(save, "fraction.reason")).isEqualTo("toxicity");
              });
    }
  }

  @Test
  void aSeriousEventIsKnownFirstAndReportedToTheSponsorLater() {
    int reported = 0;
    for (List<Act> course : courses) {
      List<Act.Save> reports = saves(course, "serious-adverse-event");
      for (int i = 0; i + 1 < reports.size(); i += 2) {
        String aware = text(reports.get(i), "serious-adverse-event.aware-at");
        String sent = text(reports.get(i + 1), "serious-adverse-event.reported-at");
        assertThat(text(reports.get(i), "serious-adverse-event.reported-at")).isEmpty();
        assertThat(LocalDateTime.parse(sent)).isAfter(LocalDateTime.parse(aware));
        assertThat(reports.get(i + 1).at()).isEqualTo(LocalDateTime.parse(sent));
        reported++;
      }
    }
    assertThat(reported).isGreaterThan(5);
  }

  private static List<LocalDate> days(List<Act> course, String form, String item, String visits) {
    return saves(course, form).stream()
        .filter(save -> save.reason() == null && save.visit().startsWith(visits))
        .map(save -> LocalDate.parse(text(save, form + "." + item).substring(0, 10)))
        .toList();
  }

  @Test
  void maintenanceWaitsForAnAssessmentSinceChemoradiationWithoutProgression() {
    int begun = 0;
    int held = 0;
    for (List<Act> course : courses) {
      List<LocalDate> maintenance = days(course, "administration", "started-at", "maintenance-");
      held +=
          (int)
              saves(course, "prescription").stream()
                  .filter(save -> save.visit().equals("maintenance-1"))
                  .filter(
                      save ->
                          text(save, "prescription.reason")
                              .equals("no assessment since chemoradiation yet"))
                  .count();
      if (!maintenance.isEmpty()) {
        LocalDate lastFraction =
            days(course, "fraction", "delivered-at", "radiotherapy-").stream()
                .max(LocalDate::compareTo)
                .orElseThrow();
        assertThat(saves(course, "tumour-assessment"))
            .anySatisfy(
                scan -> {
                  LocalDate on = LocalDate.parse(text(scan, "tumour-assessment.assessed-on"));
                  assertThat(on).isAfter(lastFraction).isBefore(maintenance.getFirst());
                  assertThat(text(scan, "tumour-assessment.response")).isNotIn("PD", "NE");
                });
        begun++;
      }
    }
    assertThat(begun).isGreaterThan(25);
    assertThat(held).isGreaterThanOrEqualTo(begun);
  }

  @Test
  void maintenanceEndsWithTheYearAndNothingIsGivenFromProgressionOn() {
    for (List<Act> course : courses) {
      List<LocalDate> maintenance = days(course, "administration", "started-at", "maintenance-");
      if (!maintenance.isEmpty()) {
        assertThat(maintenance.getLast()).isBeforeOrEqualTo(maintenance.getFirst().plusMonths(12));
      }
      saves(course, "tumour-assessment").stream()
          .filter(scan -> text(scan, "tumour-assessment.reader").equals("investigator"))
          .filter(scan -> text(scan, "tumour-assessment.response").equals("PD"))
          .map(scan -> LocalDate.parse(text(scan, "tumour-assessment.assessed-on")))
          .forEach(
              progressed ->
                  assertThat(days(course, "administration", "started-at", ""))
                      .allSatisfy(given -> assertThat(given).isBefore(progressed)));
    }
  }

  /** Version 2.0 is valid from 30 June 2025 and asks those who are treated. */
  @Test
  void aNewConsentFormIsSignedByThoseWhoAreTreatedMostlyOnTheNextDayAtTheClinic() {
    LocalDate validFrom = LocalDate.of(2025, 6, 30);
    int again = 0;
    int late = 0;
    int wrong = 0;
    for (List<Act> course : courses) {
      List<Act.Save> consents = saves(course, "consent");
      LocalDate first =
          LocalDate.parse(
              text(
                  new Act.Save(
                      course.getFirst().at(),
                      course.getFirst().role(),
                      "screening",
                      "consent",
                      1,
                      ((Act.Register) course.getFirst()).consent(),
                      null),
                  "consent.signed-on"));
      for (Act.Save save : consents) {
        LocalDate on = LocalDate.parse(text(save, "consent.signed-on"));
        assertThat(text(save, "consent.type")).isEqualTo("re-consent");
        assertThat(text(save, "consent.version")).isEqualTo("2.0");
        assertThat(on).isAfterOrEqualTo(validFrom).isAfter(first);
        again++;
        wrong += first.isBefore(validFrom) ? 0 : 1;
        late +=
            days(course, "administration", "started-at", "").stream()
                    .anyMatch(given -> !given.isBefore(validFrom) && given.isBefore(on))
                ? 1
                : 0;
      }
      assertThat(consents).hasSizeLessThanOrEqualTo(1);
    }
    assertThat(again).isGreaterThan(10);
    assertThat(late).isBetween(1, again / 3);
    assertThat(wrong).as("taken on the old form by mistake").isGreaterThanOrEqualTo(1);
  }

  @Test
  void whoFailsScreeningIsNeverTreated() {
    for (int i = 0; i < people.size(); i++) {
      if (!people.get(i).failure().isEmpty()) {
        assertThat(courses.get(i).getLast()).isInstanceOf(Act.Fail.class);
        assertThat(saves(courses.get(i), "administration")).isEmpty();
      }
    }
  }

  @Test
  void theValueThatFailsScreeningIsTheOneOfTheScenario() {
    for (int i = 0; i < people.size(); i++) {
      for (Map.Entry<String, String> item : people.get(i).failure().entrySet()) {
        String form = item.getKey().substring(0, item.getKey().indexOf('.'));
        assertThat(text(saves(courses.get(i), form).getFirst(), item.getKey()))
            .isEqualTo(item.getValue());
      }
    }
  }

  @Test
  void aSlipIsCorrectedLaterWithAReasonAndTheRightValue() {
    int corrected = 0;
    for (List<Act> course : courses) {
      for (Act act : course) {
        if (act instanceof Act.Save save
            && save.reason() != null
            && save.reason().startsWith("transcription")) {
          Act.Save first =
              saves(course, save.form()).stream()
                  .filter(s -> s.visit().equals(save.visit()) && s.repeat() == save.repeat())
                  .findFirst()
                  .orElseThrow();
          assertThat(first.at()).isBefore(save.at());
          String item = save.items().firstKey();
          assertThat(text(first, item)).isNotEqualTo(text(save, item));
          corrected++;
        }
      }
    }
    assertThat(corrected).isGreaterThan(20);
  }

  @Test
  void nothingHappensToAPersonAfterHerDeathIsKnown() {
    for (List<Act> course : courses) {
      List<Act.Save> deaths = saves(course, "death");
      if (!deaths.isEmpty()) {
        LocalDate died = LocalDate.parse(text(deaths.getFirst(), "death.died-on"));
        assertThat(saves(course, "administration"))
            .allSatisfy(a -> assertThat(a.at().toLocalDate()).isBefore(died.plusDays(1)));
        assertThat(saves(course, "tumour-assessment").stream().filter(s -> s.reason() == null))
            .allSatisfy(
                a ->
                    assertThat(LocalDate.parse(text(a, "tumour-assessment.assessed-on")))
                        .isBefore(died.plusDays(1)));
      }
    }
  }

  @Test
  void theWholeTrialIsTensOfThousandsOfActsAtMost() {
    long acts = courses.stream().mapToLong(List::size).sum();

    assertThat(acts).isBetween(10_000L, 60_000L);
  }

  @Test
  void progressionIsSeenInAboutTheShareThatTheScenarioHides() {
    List<Person> many =
        Person.all(
            new Scenario(
                1,
                new Scenario.Accrual(LocalDate.of(2024, 3, 1), LocalDate.of(2026, 5, 1), 4_000),
                List.of(),
                scenario.disease(),
                scenario.conduct(),
                List.of(),
                List.of(),
                List.of(),
                scenario.answers(),
                List.of()),
            1);

    double free = many.stream().filter(person -> person.progressionDay() > 365).count() / 4_000.0;

    // Four standard errors of a proportion of 0.52 in 4,000.
    assertThat(free).isBetween(0.52 - 0.032, 0.52 + 0.032);
  }
}
