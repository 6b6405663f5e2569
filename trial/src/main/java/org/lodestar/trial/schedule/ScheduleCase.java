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

/**
 * Reads the days of a person who is in no log, one event each: {@code what} and {@code on}. What is
 * one of {@code consent}, {@code enrolment}, {@code cycle-N}, {@code maintenance-N}, {@code
 * fraction-N}, {@code partial-fraction-N}, {@code end-of-treatment}; with {@code decided: true} a
 * cycle or {@code radiotherapy-start} is the day that a person set and not one that happened.
 */
public final class ScheduleCase {
  private @Nullable Derived<LocalDate> consent;
  private @Nullable Derived<LocalDate> enrolment;
  private @Nullable Derived<LocalDate> treatmentEnd;
  private final TreeMap<Integer, Derived<LocalDate>> cycles = new TreeMap<>();
  private final TreeMap<Integer, Derived<LocalDate>> maintenance = new TreeMap<>();
  private final List<Derived<DeliveredFraction>> fractions = new ArrayList<>();
  private final Map<String, Derived<LocalDate>> decided = new HashMap<>();

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
        List.of(),
        Map.of(),
        null,
        Map.of());
  }

  private void add(JsonView event) {
    JsonView what = event.get("what");
    LocalDate on = event.get("on").date();
    String name = what.text();
    Derived<LocalDate> day = Derived.of(ScheduleRule.SUPPOSED, on);
    if (event.flag("decided", false)) {
      if (!name.startsWith("cycle-") && !name.equals("radiotherapy-start")) {
        throw what.wrong("cycle-N or radiotherapy-start when it is decided");
      }
      decided.put("schedule." + name, day);
      return;
    }
    switch (name.replaceFirst("-\\d+$", "")) {
      case "consent" -> consent = day;
      case "enrolment" -> enrolment = day;
      case "end-of-treatment" -> treatmentEnd = day;
      case "cycle" -> cycles.put(number(what), day);
      case "maintenance" -> maintenance.put(number(what), day);
      case "fraction" -> fraction(number(what), on, true);
      case "partial-fraction" -> fraction(number(what), on, false);
      default ->
          throw what.wrong(
              "consent, enrolment, cycle-N, maintenance-N, fraction-N, partial-fraction-N,"
                  + " end-of-treatment or, decided, radiotherapy-start");
    }
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

  private @Nullable Derived<LocalDate> lastDose() {
    List<Derived<LocalDate>> days = new ArrayList<>(cycles.values());
    days.addAll(maintenance.values());
    fractions.forEach(
        fraction -> days.add(fraction.map(ScheduleRule.FRACTION_DAY, DeliveredFraction::date)));
    return days.stream().max(java.util.Comparator.comparing(Derived::get)).orElse(null);
  }
}
