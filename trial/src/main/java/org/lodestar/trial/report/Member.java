package org.lodestar.trial.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.deviation.Deviation;
import org.lodestar.trial.efficacy.ParticipantEfficacy;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.safety.AdverseEvent;
import org.lodestar.trial.safety.AdverseEvents;
import org.lodestar.trial.safety.TreatmentDates;

/**
 * An enrolled participant as a report sees her: what happened up to the clinical cut-off date.
 *
 * @param number of her enrolment
 * @param enrolment its day
 * @param treated whether any study treatment was given by the cut-off
 * @param events that began by the cut-off
 * @param deviations that happened or became certain by the cut-off
 */
public record Member(
    ParticipantCode code,
    String number,
    Derived<LocalDate> enrolment,
    LocalDate cutoff,
    Sheets sheets,
    TreatmentDates treatment,
    boolean treated,
    List<AdverseEvents.Event> events,
    ParticipantEfficacy efficacy,
    List<Derived<Deviation>> deviations) {
  public Member {
    events = List.copyOf(events);
    deviations = List.copyOf(deviations);
  }

  public LocalDate enrolledOn() {
    return enrolment.get();
  }

  /** The adverse events without what rules say of them. */
  Stream<AdverseEvent> records() {
    return events.stream().map(event -> event.record().get());
  }

  /** The worst grade of each term. */
  Map<String, Integer> worst() {
    Map<String, Integer> worst = new TreeMap<>();
    records().forEach(event -> worst.merge(event.term(), event.grade(), Math::max));
    return worst;
  }

  /** The forms of a kind whose day is not after the cut-off. */
  List<Sheet> until(String kind, String dayItem) {
    return sheets.of(kind).stream()
        .filter(
            sheet -> sheet.date(dayItem).known().filter(day -> !day.isAfter(cutoff)).isPresent())
        .toList();
  }

  /** The same where the form has a moment instead of a day. */
  List<Sheet> untilMoment(String kind, String momentItem) {
    return sheets.of(kind).stream()
        .filter(
            sheet -> sheet.day(momentItem).known().filter(day -> !day.isAfter(cutoff)).isPresent())
        .toList();
  }

  boolean diedBy() {
    return efficacy.death().known().filter(day -> !day.isAfter(cutoff)).isPresent();
  }
}
