package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.protocol.Anchor;
import org.lodestar.trial.protocol.FollowUpSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Visit;

/**
 * The days of one participant on which the schedule rests, read from her forms.
 *
 * @param cycles day 1 of the chemotherapy cycles that were given
 * @param maintenance day 1 of the maintenance cycles that were given
 * @param fractions delivered, whole or in part
 * @param courseEndedEarly when radiotherapy was ended before its last fraction, or null
 * @param lastDose the last day of any study treatment, or null
 * @param treatmentEnd when all study treatment was given up, or null while it goes on
 * @param visitsEnd when visits ended (death, withdrawal), or null
 * @param decided by what was decided: the day that a person set
 * @param doneOn by visit key: when it took place
 */
public record ScheduleFacts(
    @Nullable Derived<LocalDate> consent,
    @Nullable Derived<LocalDate> enrolment,
    SortedMap<Integer, Derived<LocalDate>> cycles,
    SortedMap<Integer, Derived<LocalDate>> maintenance,
    List<Derived<DeliveredFraction>> fractions,
    @Nullable Derived<LocalDate> courseEndedEarly,
    @Nullable Derived<LocalDate> lastDose,
    @Nullable Derived<LocalDate> treatmentEnd,
    @Nullable Derived<LocalDate> visitsEnd,
    Map<String, Derived<LocalDate>> decided,
    Map<String, LocalDate> doneOn) {
  private static final String RADIOTHERAPY = "radiotherapy";

  public ScheduleFacts {
    cycles = Collections.unmodifiableSortedMap(new TreeMap<>(cycles));
    maintenance = Collections.unmodifiableSortedMap(new TreeMap<>(maintenance));
    fractions = List.copyOf(fractions);
    decided = Map.copyOf(decided);
    doneOn = Map.copyOf(doneOn);
  }

  /** The subject of the decision on day 1 of a cycle. */
  public static String cycleSubject(int cycle) {
    return "schedule.cycle-" + cycle;
  }

  /** The subject of the decision on the first fraction. */
  public static final String RADIOTHERAPY_START = "schedule.radiotherapy-start";

  /** The subject of the decision on the first maintenance dose. */
  public static final String MAINTENANCE_START = "schedule.maintenance-start";

  /** The same facts as if a person had set a day; nothing that happened changes. */
  ScheduleFacts supposing(String subject, LocalDate day) {
    Map<String, Derived<LocalDate>> supposed = new HashMap<>(decided);
    supposed.put(subject, Derived.of(ScheduleRule.SUPPOSED, day));
    return new ScheduleFacts(
        consent,
        enrolment,
        cycles,
        maintenance,
        fractions,
        courseEndedEarly,
        lastDose,
        treatmentEnd,
        visitsEnd,
        supposed,
        doneOn);
  }

  /**
   * Reads what is recorded.
   *
   * @param standing where the participant stands in the enrolment register, or null
   */
  public static ScheduleFacts read(
      Sheets sheets, Protocol protocol, EnrolmentRegister.@Nullable Standing standing) {
    List<Visit> visits = protocol.get(FollowUpSettings.VISITS).find().orElse(List.of());
    List<Derived<DeliveredFraction>> fractions = fractions(sheets);
    return new ScheduleFacts(
        first(days(sheets, "consent", "signed-on")),
        enrolment(standing),
        dayOnes(sheets, visits, Anchor.EACH_CYCLE),
        dayOnes(sheets, visits, Anchor.EACH_MAINTENANCE_CYCLE),
        fractions,
        courseEndedEarly(sheets),
        last(treatmentDays(sheets, fractions)),
        treatmentEnd(sheets),
        visitsEnd(sheets),
        decided(sheets.casebook()),
        VisitDates.read(sheets));
  }

  /** Day 1 of the maintenance cycles that were given, by their numbers. */
  public static SortedMap<Integer, Derived<LocalDate>> maintenanceDays(
      Sheets sheets, Protocol protocol) {
    List<Visit> visits = protocol.get(FollowUpSettings.VISITS).find().orElse(List.of());
    return dayOnes(sheets, visits, Anchor.EACH_MAINTENANCE_CYCLE);
  }

  private static @Nullable Derived<LocalDate> enrolment(
      EnrolmentRegister.@Nullable Standing standing) {
    return standing instanceof EnrolmentRegister.Standing.Enrolled enrolled
        ? Derived.of(
            ScheduleRule.ENROLLED, enrolled.on(), new FactRef(enrolled.seq(), "enrolment.on"))
        : null;
  }

  private static List<Derived<LocalDate>> days(Sheets sheets, String kind, String item) {
    return sheets.of(kind).stream()
        .map(sheet -> sheet.date(item))
        .filter(Derived::isKnown)
        .toList();
  }

  private static @Nullable Derived<LocalDate> first(List<Derived<LocalDate>> days) {
    return days.stream().min(Comparator.comparing(Derived::get)).orElse(null);
  }

  private static @Nullable Derived<LocalDate> last(List<Derived<LocalDate>> days) {
    return days.stream().max(Comparator.comparing(Derived::get)).orElse(null);
  }

  /**
   * The earliest administration of each cycle, by the number of its visit: forms may count cycles
   * on from chemotherapy into maintenance.
   */
  private static SortedMap<Integer, Derived<LocalDate>> dayOnes(
      Sheets sheets, List<Visit> visits, Anchor anchor) {
    SortedMap<Integer, Derived<LocalDate>> dayOnes = new TreeMap<>();
    for (Sheet sheet : sheets.of("administration")) {
      Derived<LocalDate> day = sheet.day("started-at");
      OptionalInt number = number(sheet.visit(), visits, anchor);
      if (number.isPresent() && day.isKnown()) {
        dayOnes.merge(number.getAsInt(), day, (a, b) -> b.get().isBefore(a.get()) ? b : a);
      }
    }
    return dayOnes;
  }

  /** The number in the key of a visit of this sort: 2 of {@code cycle-2}. */
  private static OptionalInt number(String visitKey, List<Visit> visits, Anchor anchor) {
    return visits.stream()
        .filter(visit -> visit.anchor() == anchor)
        .map(visit -> visit.key() + "-")
        .filter(visitKey::startsWith)
        .map(prefix -> visitKey.substring(prefix.length()))
        .filter(suffix -> suffix.matches("[0-9]{1,4}"))
        .mapToInt(Integer::parseInt)
        .findFirst();
  }

  private static List<Derived<DeliveredFraction>> fractions(Sheets sheets) {
    List<Derived<DeliveredFraction>> fractions = new ArrayList<>();
    for (Sheet sheet : sheets.of("fraction")) {
      Derived<Integer> number = sheet.wholeNumber("number");
      Derived<LocalDate> day = sheet.day("delivered-at");
      Derived<String> status = sheet.text("status");
      boolean delivered =
          status.known().filter(s -> s.equals("complete") || s.equals("partial")).isPresent();
      if (delivered && number.isKnown() && day.isKnown()) {
        DeliveredFraction fraction =
            new DeliveredFraction(number.get(), day.get(), status.get().equals("complete"));
        fractions.add(
            Derived.of(ScheduleRule.FRACTION, fraction, number, day, status)
                .with("number", fraction.number())
                .with("date", fraction.date()));
      }
    }
    return fractions;
  }

  private static List<Derived<LocalDate>> treatmentDays(
      Sheets sheets, List<Derived<DeliveredFraction>> fractions) {
    Stream<Derived<LocalDate>> doses =
        sheets.of("administration").stream()
            .map(sheet -> sheet.day("started-at"))
            .filter(Derived::isKnown);
    Stream<Derived<LocalDate>> treated =
        fractions.stream()
            .map(fraction -> fraction.map(ScheduleRule.FRACTION_DAY, DeliveredFraction::date));
    return Stream.concat(doses, treated).toList();
  }

  private static @Nullable Derived<LocalDate> courseEndedEarly(Sheets sheets) {
    for (Sheet sheet : sheets.of("discontinuation")) {
      if (sheet.text("agent").known().filter(RADIOTHERAPY::equals).isPresent()
          && sheet.date("stopped-on").isKnown()
          && !sheet.text("reason").known().filter("completed"::equals).isPresent()) {
        return sheet.date("stopped-on");
      }
    }
    return null;
  }

  /** All treatment has ended when every agent that was ever given was discontinued. */
  private static @Nullable Derived<LocalDate> treatmentEnd(Sheets sheets) {
    Map<String, Derived<LocalDate>> stopped = new HashMap<>();
    for (Sheet sheet : sheets.of("discontinuation")) {
      Derived<LocalDate> on = sheet.date("stopped-on");
      sheet.text("agent").known().filter(any -> on.isKnown()).ifPresent(a -> stopped.put(a, on));
    }
    Derived<LocalDate> withdrawn = withdrawal(sheets, "treatment");
    if (withdrawn != null) {
      return withdrawn;
    }
    boolean all =
        !stopped.isEmpty()
            && sheets.of("administration").stream()
                .flatMap(sheet -> sheet.text("agent").known().stream())
                .allMatch(stopped::containsKey);
    return all ? last(List.copyOf(stopped.values())) : visitsEnd(sheets);
  }

  private static @Nullable Derived<LocalDate> withdrawal(Sheets sheets, String scope) {
    return first(
        sheets.of("withdrawal").stream()
            .filter(sheet -> sheet.text("scope").known().filter(scope::equals).isPresent())
            .map(sheet -> sheet.date("withdrawn-on"))
            .filter(Derived::isKnown)
            .toList());
  }

  private static @Nullable Derived<LocalDate> visitsEnd(Sheets sheets) {
    List<Derived<LocalDate>> ends = new ArrayList<>();
    Stream.of("visits", "data-use")
        .map(scope -> Optional.ofNullable(withdrawal(sheets, scope)))
        .forEach(end -> end.ifPresent(ends::add));
    sheets.of("death").stream()
        .map(sheet -> sheet.partialDate("died-on"))
        .filter(Derived::isKnown)
        .forEach(died -> ends.add(died.map(ScheduleRule.DIED, date -> date.latest())));
    return first(ends);
  }

  private static Map<String, Derived<LocalDate>> decided(Casebook casebook) {
    Map<String, Derived<LocalDate>> days = new HashMap<>();
    casebook
        .decisions()
        .forEach(
            (subject, decision) -> {
              if (subject.startsWith("schedule.")) {
                days.put(
                    subject,
                    Derived.of(
                        ScheduleRule.DECIDED,
                        LocalDate.parse(decision.body().decided()),
                        new FactRef(decision.seq(), subject)));
              }
            });
    return days;
  }
}
