package org.lodestar.trial.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.PartialDate;

/**
 * Whether adverse events of grade 5, deaths, serious reports and the dates of survival agree, pair
 * by pair. Nothing is refused or corrected: each disagreement is listed for a person.
 */
public final class CrossChecks {
  private static final int DEATH_GRADE = 5;

  private final Sheets sheets;
  private final List<Derived<Discrepancy>> found = new ArrayList<>();

  private CrossChecks(Sheets sheets) {
    this.sheets = sheets;
  }

  public static List<Derived<Discrepancy>> derive(Sheets sheets) {
    CrossChecks checks = new CrossChecks(sheets);
    sheets.of("adverse-event").forEach(checks::event);
    sheets.of("serious-adverse-event").forEach(checks::report);
    sheets.of("death").forEach(checks::death);
    return List.copyOf(checks.found);
  }

  private void event(Sheet event) {
    String number = Integer.toString(event.repeat());
    Derived<Integer> grade = event.wholeNumber("grade");
    Derived<Boolean> serious = event.yes("serious");
    boolean fatal = isFatal(event);
    if (fatal) {
      fatalEvent(event, grade, number);
    }
    boolean isSerious = serious.known().orElse(false) || fatal;
    if (isSerious && reportsOf(event.repeat()).isEmpty()) {
      add(SafetyRule.SERIOUS_WITHOUT_REPORT, number, serious, grade);
    }
  }

  private void fatalEvent(Sheet event, Derived<Integer> grade, String number) {
    Derived<String> outcome = event.text("outcome");
    Optional<Sheet> death = death();
    if (death.isEmpty()) {
      add(SafetyRule.FATAL_WITHOUT_DEATH, number, grade, outcome);
    } else {
      endsWithDeath(event, death.get(), number);
    }
    boolean agrees =
        grade.known().filter(g -> g == DEATH_GRADE).isPresent()
            && outcome.known().filter("fatal"::equals).isPresent();
    if (!agrees && grade.isKnown() && outcome.isKnown()) {
      add(SafetyRule.GRADE_AGAINST_OUTCOME, number, grade, outcome);
    }
    List<Sheet> reports = reportsOf(event.repeat());
    boolean saysDeath =
        reports.stream().anyMatch(report -> report.yes("death").known().orElse(false));
    if (!reports.isEmpty() && !saysDeath) {
      add(SafetyRule.FATAL_NOT_IN_REPORT, number, grade, reports.getLast().yes("death"));
    }
  }

  private void endsWithDeath(Sheet event, Sheet death, String number) {
    Derived<PartialDate> ended = event.partialDate("ended-on");
    Derived<PartialDate> died = death.partialDate("died-on");
    if (ended.isKnown() && died.isKnown() && !mayBeSame(ended.get(), died.get())) {
      found.add(
          Derived.of(
                  SafetyRule.FATAL_ON_ANOTHER_DAY,
                  new Discrepancy(SafetyRule.FATAL_ON_ANOTHER_DAY, number),
                  ended,
                  died)
              .with("event", number)
              .with("ended", ended.get())
              .with("died", died.get()));
    }
  }

  private static boolean mayBeSame(PartialDate a, PartialDate b) {
    return !a.earliest().isAfter(b.latest()) && !b.earliest().isAfter(a.latest());
  }

  private void report(Sheet report) {
    Derived<Integer> event = report.wholeNumber("event");
    if (event.isKnown()) {
      String number = event.get().toString();
      Optional<Sheet> named = event(event.get());
      if (named.isEmpty()) {
        add(SafetyRule.REPORT_WITHOUT_EVENT, number, event);
      } else {
        reportOf(report, named.get(), number);
      }
    }
    Derived<Boolean> hospital = report.yes("hospitalisation");
    Derived<LocalDate> admitted = report.date("admitted-on");
    if (hospital.known().orElse(false) && !admitted.isKnown()) {
      add(
          SafetyRule.HOSPITAL_WITHOUT_DAYS,
          event.known().map(String::valueOf).orElse("-"),
          hospital);
    }
  }

  private void reportOf(Sheet report, Sheet event, String number) {
    Derived<Boolean> death = report.yes("death");
    if (death.known().orElse(false) && !isFatal(event)) {
      add(SafetyRule.REPORTED_DEATH_NOT_FATAL, number, death, event.wholeNumber("grade"));
    }
    Derived<Boolean> serious = event.yes("serious");
    if (serious.known().filter(yes -> !yes).isPresent()) {
      add(SafetyRule.REPORT_OF_NOT_SERIOUS, number, serious);
    }
  }

  private void death(Sheet death) {
    Derived<String> cause = death.text("cause");
    boolean toxic = cause.known().filter("treatment-toxicity"::equals).isPresent();
    if (toxic && sheets.of("adverse-event").stream().noneMatch(CrossChecks::isFatal)) {
      add(SafetyRule.TOXIC_DEATH_WITHOUT_EVENT, "death", cause);
    }
    Derived<PartialDate> died = death.partialDate("died-on");
    for (Sheet contact : sheets.of("survival-contact")) {
      Derived<LocalDate> on = contact.date("contacted-on");
      boolean alive = contact.text("status").known().filter("alive"::equals).isPresent();
      if (alive && on.isKnown() && died.isKnown() && on.get().isAfter(died.get().latest())) {
        found.add(
            Derived.of(
                    SafetyRule.ALIVE_AFTER_DEATH,
                    new Discrepancy(SafetyRule.ALIVE_AFTER_DEATH, on.get().toString()),
                    on,
                    contact.text("status"),
                    died)
                .with("on", on.get())
                .with("died", died.get()));
      }
    }
  }

  private static boolean isFatal(Sheet event) {
    return event.wholeNumber("grade").known().filter(g -> g == DEATH_GRADE).isPresent()
        || event.text("outcome").known().filter("fatal"::equals).isPresent();
  }

  private Optional<Sheet> death() {
    return sheets.of("death").stream()
        .filter(sheet -> sheet.partialDate("died-on").isKnown())
        .findFirst();
  }

  private Optional<Sheet> event(int number) {
    return sheets.of("adverse-event").stream()
        .filter(sheet -> sheet.repeat() == number)
        .findFirst();
  }

  private List<Sheet> reportsOf(int event) {
    return sheets.of("serious-adverse-event").stream()
        .filter(sheet -> sheet.wholeNumber("event").known().filter(n -> n == event).isPresent())
        .toList();
  }

  private void add(SafetyRule rule, String subject, Input... inputs) {
    found.add(Derived.of(rule, new Discrepancy(rule, subject), inputs).with("event", subject));
  }
}
