package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.protocol.FormKind;
import org.lodestar.trial.protocol.KindItem;

/**
 * Reads the days of a person who is in no log, one event each: {@code what} and {@code on}. What is
 * one of {@code consent}, {@code enrolment}, {@code cycle-N}, {@code maintenance-N}, {@code
 * fraction-N}, {@code partial-fraction-N}, {@code end-of-treatment}, {@code assessment} with its
 * {@code response} and, where it was judged, {@code clinically-stable}; with {@code decided: true}
 * a cycle, {@code radiotherapy-start} or {@code maintenance-start} is the day that a person set and
 * not one that happened.
 */
public final class ScheduleCase {
  private @Nullable Derived<LocalDate> consent;
  private @Nullable Derived<LocalDate> enrolment;
  private @Nullable Derived<LocalDate> treatmentEnd;
  private final TreeMap<Integer, Derived<LocalDate>> cycles = new TreeMap<>();
  private final TreeMap<Integer, Derived<LocalDate>> maintenance = new TreeMap<>();
  private final List<Derived<DeliveredFraction>> fractions = new ArrayList<>();
  private final Map<String, Derived<LocalDate>> decided = new HashMap<>();
  private final List<AssessedDisease> assessments = new ArrayList<>();
  private final Map<String, LocalDate> doneOn = new HashMap<>();

  private ScheduleCase() {}

  /**
   * @throws IllegalArgumentException naming the place of what is missing or wrong
   */
  public static ScheduleFacts read(List<JsonView> events) {
    ScheduleCase read = new ScheduleCase();
    events.forEach(read::add);
    return new ScheduleFacts(
        new OriginDays(
            new TreatmentFacts(
                read.enrolment, read.cycles, read.fractions, null, read.treatmentEnd, read.decided),
            read.consent,
            read.maintenance,
            read.lastDose()),
        List.of(),
        AssessedDisease.inOrder(read.assessments),
        Map.of(),
        null,
        read.doneOn);
  }

  private void add(JsonView event) {
    JsonView what = event.get("what");
    LocalDate on = event.get("on").date();
    String name = what.text();
    Derived<LocalDate> day = Derived.of(ScheduleRule.SUPPOSED, on);
    if (event.flag("decided", false)) {
      if (!name.matches("cycle-[1-9][0-9]{0,2}|radiotherapy-start|maintenance-start")) {
        throw what.wrong("cycle-N, radiotherapy-start or maintenance-start when it is decided");
      }
      decided.put("schedule." + name, day);
      return;
    }
    switch (name.replaceFirst("-\\d+$", "")) {
      case "consent" -> consent = day;
      case "enrolment" -> enrolment = day;
      case "end-of-treatment" -> treatmentEnd = day;
      case "cycle" -> given(cycles, what, day);
      case "maintenance" -> given(maintenance, what, day);
      case "fraction" -> fraction(number(what), on, true);
      case "partial-fraction" -> fraction(number(what), on, false);
      case "assessment" -> assessment(event, day);
      default ->
          throw what.wrong(
              "consent, enrolment, cycle-N, maintenance-N, fraction-N, partial-fraction-N,"
                  + " end-of-treatment, assessment or, decided, radiotherapy-start or"
                  + " maintenance-start");
    }
  }

  /** A cycle that was given; the visit of that name has taken place. */
  private void given(
      Map<Integer, Derived<LocalDate>> cyclesGiven, JsonView what, Derived<LocalDate> day) {
    cyclesGiven.put(number(what), day);
    doneOn.put(what.text(), day.get());
  }

  private static int number(JsonView what) {
    String name = what.text();
    String digits = name.substring(name.lastIndexOf('-') + 1);
    if (!digits.matches("[1-9][0-9]{0,2}")) {
      throw what.wrong("a name with its number, such as cycle-2");
    }
    return Integer.parseInt(digits);
  }

  private void fraction(int number, LocalDate on, boolean complete) {
    fractions.add(
        Derived.of(ScheduleRule.FRACTION, new DeliveredFraction(number, on, complete))
            .with("number", number)
            .with("date", on));
  }

  private void assessment(JsonView event, Derived<LocalDate> day) {
    JsonView response = event.get("response");
    List<String> known =
        FormKind.TUMOUR_ASSESSMENT.item("response").map(KindItem::codes).orElseThrow();
    if (!known.contains(response.text())) {
      throw response.wrong(String.join(", ", known));
    }
    Derived<Boolean> stable =
        event
            .find("clinically-stable")
            .map(given -> Derived.of(ScheduleRule.SUPPOSED, given.flag()))
            .orElseGet(
                () ->
                    Derived.missing(
                        ScheduleRule.SUPPOSED, Message.of(ScheduleRule.NOT_JUDGED.words())));
    assessments.add(
        new AssessedDisease(day, Derived.of(ScheduleRule.SUPPOSED, response.text()), stable));
  }

  private @Nullable Derived<LocalDate> lastDose() {
    List<Derived<LocalDate>> days = new ArrayList<>(cycles.values());
    days.addAll(maintenance.values());
    fractions.forEach(
        fraction -> days.add(fraction.map(ScheduleRule.FRACTION_DAY, DeliveredFraction::date)));
    return days.stream().max(java.util.Comparator.comparing(Derived::get)).orElse(null);
  }
}
