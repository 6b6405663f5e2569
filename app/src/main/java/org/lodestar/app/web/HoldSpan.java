package org.lodestar.app.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.treatment.DayOne;

/**
 * A time during which a part of treatment was held.
 *
 * @param subject key of the agent, or {@link DayOne#RADIOTHERAPY}
 * @param until the day on which it went on, or the day after today while it is held
 */
record HoldSpan(String subject, LocalDate from, LocalDate until) {

  int days() {
    return (int) ChronoUnit.DAYS.between(from, until);
  }

  /** The holds of a course of radiotherapy: days without a fraction that no machine explains. */
  static List<HoldSpan> ofFractions(List<Happenings.Fraction> fractions, LocalDate today) {
    List<HoldSpan> spans = new ArrayList<>();
    LocalDate from = null;
    for (Happenings.Fraction each : fractions) {
      if (each.isHeld() && from == null) {
        from = each.day();
      } else if (each.delivered() && from != null) {
        spans.add(new HoldSpan(DayOne.RADIOTHERAPY, from, each.day()));
        from = null;
      }
    }
    if (from != null && !today.isBefore(from)) {
      spans.add(new HoldSpan(DayOne.RADIOTHERAPY, from, today.plusDays(1)));
    }
    return spans;
  }

  /** The holds of an agent: from a prescription to hold until it was given again. */
  static List<HoldSpan> ofAgent(Sheets sheets, String agent, LocalDate today) {
    List<LocalDate> given = days(sheets, "administration", agent);
    List<LocalDate> stopped = days(sheets, "discontinuation", agent);
    List<HoldSpan> spans = new ArrayList<>();
    LocalDate covered = LocalDate.MIN;
    for (LocalDate held : held(sheets, agent)) {
      if (!held.isBefore(covered)) {
        Optional<LocalDate> ended =
            given.stream()
                .filter(held::isBefore)
                .findFirst()
                .or(() -> stopped.stream().findFirst());
        covered = ended.orElse(today.plusDays(1));
        if (covered.isAfter(held)) {
          spans.add(new HoldSpan(agent, held, covered));
        }
      }
    }
    return spans;
  }

  private static List<LocalDate> held(Sheets sheets, String agent) {
    return sheets.of("prescription").stream()
        .filter(sheet -> is(sheet, agent))
        .filter(sheet -> sheet.text("decision").known().filter("hold"::equals).isPresent())
        .flatMap(sheet -> sheet.date("planned-on").known().stream())
        .sorted()
        .toList();
  }

  private static List<LocalDate> days(Sheets sheets, String kind, String agent) {
    boolean given = kind.equals("administration");
    return sheets.of(kind).stream()
        .filter(sheet -> is(sheet, agent))
        .map(sheet -> given ? sheet.day("started-at") : sheet.date("stopped-on"))
        .flatMap(day -> day.known().stream())
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static boolean is(Sheet sheet, String agent) {
    return sheet.text("agent").known().filter(agent::equals).isPresent();
  }
}
