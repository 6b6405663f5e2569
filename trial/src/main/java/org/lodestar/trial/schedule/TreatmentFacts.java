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
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.RadiotherapySettings;
import org.lodestar.trial.protocol.Visit;

/**
 * The days of one participant on which her {@link TreatmentPlan} rests, read from her forms.
 *
 * @param cycles day 1 of the chemotherapy cycles that were given
 * @param fractions delivered, whole or in part
 * @param courseEndedEarly when radiotherapy was ended before its last fraction, or null
 * @param treatmentEnd when all study treatment was given up, or null while it goes on
 * @param decided by what was decided: the day that a person set
 */
public record TreatmentFacts(
    @Nullable Derived<LocalDate> enrolment,
    SortedMap<Integer, Derived<LocalDate>> cycles,
    List<Derived<DeliveredFraction>> fractions,
    @Nullable Derived<LocalDate> courseEndedEarly,
    @Nullable Derived<LocalDate> treatmentEnd,
    Map<String, Derived<LocalDate>> decided) {
  private static final String RADIOTHERAPY = "radiotherapy";

  private static final Sheet.Reader<Optional<Derived<DeliveredFraction>>> FRACTION =
      TreatmentFacts::fraction;

  public TreatmentFacts {
    cycles = Collections.unmodifiableSortedMap(new TreeMap<>(cycles));
    fractions = List.copyOf(fractions);
    decided = Map.copyOf(decided);
  }

  /** The same facts as if a person had set a day; nothing that happened changes. */
  TreatmentFacts supposing(String subject, LocalDate day) {
    Map<String, Derived<LocalDate>> supposed = new HashMap<>(decided);
    supposed.put(subject, Derived.of(ScheduleRule.SUPPOSED, day));
    return new TreatmentFacts(
        enrolment, cycles, fractions, courseEndedEarly, treatmentEnd, supposed);
  }

  /**
   * Reads what is recorded.
   *
   * @param standing where the participant stands in the enrolment register, or null
   */
  static TreatmentFacts read(
      Sheets sheets, Protocol protocol, EnrolmentRegister.@Nullable Standing standing) {
    List<Derived<DeliveredFraction>> fractions = fractions(sheets);
    return new TreatmentFacts(
        enrolment(standing),
        dayOnes(sheets, protocol.visits(), Anchor.EACH_CYCLE),
        fractions,
        courseEndedEarly(sheets),
        treatmentEnd(sheets, protocol, fractions),
        decided(sheets.casebook()));
  }

  private static @Nullable Derived<LocalDate> enrolment(
      EnrolmentRegister.@Nullable Standing standing) {
    return standing instanceof EnrolmentRegister.Standing.Enrolled enrolled
        ? Derived.of(
            ScheduleRule.ENROLLED, enrolled.on(), new FactRef(enrolled.seq(), "enrolment.on"))
        : null;
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
  static SortedMap<Integer, Derived<LocalDate>> dayOnes(
      Sheets sheets, List<Visit> visits, Anchor anchor) {
    SortedMap<Integer, Derived<LocalDate>> dayOnes = new TreeMap<>();
    for (Sheet sheet : sheets.of("administration")) {
      OptionalInt number = number(sheet.visit(), visits, anchor);
      if (number.isEmpty()) {
        continue;
      }
      Derived<LocalDate> day = sheet.day("started-at");
      if (day.isKnown()) {
        dayOnes.merge(number.getAsInt(), day, (a, b) -> b.get().isBefore(a.get()) ? b : a);
      }
    }
    return dayOnes;
  }

  /** The number in the key of a visit of this sort: 2 of {@code cycle-2}. */
  private static OptionalInt number(String visitKey, List<Visit> visits, Anchor anchor) {
    for (Visit visit : visits) {
      if (visit.anchor() == anchor) {
        OptionalInt number = visit.numberIn(visitKey);
        if (number.isPresent()) {
          return number;
        }
      }
    }
    return OptionalInt.empty();
  }

  private static List<Derived<DeliveredFraction>> fractions(Sheets sheets) {
    List<Derived<DeliveredFraction>> fractions = new ArrayList<>();
    for (Sheet sheet : sheets.of("fraction")) {
      sheet.once(FRACTION).ifPresent(fractions::add);
    }
    return fractions;
  }

  private static Optional<Derived<DeliveredFraction>> fraction(Sheet sheet) {
    Derived<Integer> number = sheet.wholeNumber("number");
    Derived<LocalDate> day = sheet.day("delivered-at");
    Derived<String> status = sheet.text("status");
    boolean delivered =
        status.known().filter(s -> s.equals("complete") || s.equals("partial")).isPresent();
    if (!delivered || !number.isKnown() || !day.isKnown()) {
      return Optional.empty();
    }
    DeliveredFraction fraction =
        new DeliveredFraction(number.get(), day.get(), status.get().equals("complete"));
    return Optional.of(
        Derived.of(ScheduleRule.FRACTION, fraction, number, day, status)
            .with("number", fraction.number())
            .with("date", fraction.date()));
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

  /**
   * All treatment has ended when every agent that was ever given was discontinued and radiotherapy,
   * once begun, is over as well.
   */
  private static @Nullable Derived<LocalDate> treatmentEnd(
      Sheets sheets, Protocol protocol, List<Derived<DeliveredFraction>> fractions) {
    Map<String, Derived<LocalDate>> stopped = stopped(sheets);
    Derived<LocalDate> withdrawn = withdrawal(sheets, "treatment");
    if (withdrawn != null) {
      return withdrawn;
    }
    boolean all =
        !stopped.isEmpty()
            && !isIrradiated(sheets, protocol, fractions, stopped)
            && sheets.of("administration").stream()
                .flatMap(sheet -> sheet.text("agent").known().stream())
                .allMatch(stopped::containsKey);
    if (!all) {
      return visitsEnd(sheets);
    }
    List<Derived<LocalDate>> ends = new ArrayList<>(stopped.values());
    fractions.forEach(
        each -> ends.add(each.map(ScheduleRule.FRACTION_DAY, DeliveredFraction::date)));
    return last(ends);
  }

  /** Whether radiotherapy has begun and is neither complete nor declared to be over. */
  private static boolean isIrradiated(
      Sheets sheets,
      Protocol protocol,
      List<Derived<DeliveredFraction>> fractions,
      Map<String, Derived<LocalDate>> stopped) {
    long complete = fractions.stream().filter(each -> each.get().complete()).count();
    boolean owed =
        protocol.get(RadiotherapySettings.FRACTIONS).find().filter(n -> complete < n).isPresent();
    return !fractions.isEmpty()
        && owed
        && !stopped.containsKey(RADIOTHERAPY)
        && sheets.of("rt-milestones").stream().noneMatch(s -> s.date("ended-on").isKnown());
  }

  /** By agent: when it was given up. */
  static Map<String, Derived<LocalDate>> stopped(Sheets sheets) {
    Map<String, Derived<LocalDate>> stopped = new HashMap<>();
    for (Sheet sheet : sheets.of("discontinuation")) {
      Derived<LocalDate> on = sheet.date("stopped-on");
      sheet.text("agent").known().filter(any -> on.isKnown()).ifPresent(a -> stopped.put(a, on));
    }
    return stopped;
  }

  private static @Nullable Derived<LocalDate> withdrawal(Sheets sheets, String scope) {
    return first(
        sheets.of("withdrawal").stream()
            .filter(sheet -> sheet.text("scope").known().filter(scope::equals).isPresent())
            .map(sheet -> sheet.date("withdrawn-on"))
            .filter(Derived::isKnown)
            .toList());
  }

  static @Nullable Derived<LocalDate> visitsEnd(Sheets sheets) {
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
