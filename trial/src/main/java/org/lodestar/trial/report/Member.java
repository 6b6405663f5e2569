package org.lodestar.trial.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.deviation.Deviation;
import org.lodestar.trial.deviation.Deviations;
import org.lodestar.trial.efficacy.EfficacyDerivation;
import org.lodestar.trial.efficacy.EfficacyRule;
import org.lodestar.trial.efficacy.ParticipantEfficacy;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.safety.AdverseEvent;
import org.lodestar.trial.safety.AdverseEvents;
import org.lodestar.trial.safety.TreatmentDates;

/**
 * An enrolled participant as a report sees her: what happened up to the clinical cut-off date.
 * Events and deviations are derived when a table asks for them.
 */
public final class Member {
  private static final Words ENROLMENT = new Words("enrolment", "入组");

  private final ParticipantCode code;
  private final Standing.Enrolled enrolled;
  private final Derived<LocalDate> enrolment;
  private final LocalDate cutoff;
  private final Sheets sheets;
  private final Protocol protocol;
  private final TreatmentDates treatment;
  private final ParticipantEfficacy efficacy;
  private @Nullable List<AdverseEvents.Event> events;
  private @Nullable List<Derived<Deviation>> deviations;

  Member(
      ParticipantCode code,
      Standing.Enrolled enrolled,
      Sheets sheets,
      Protocol protocol,
      LocalDate cutoff) {
    this.code = code;
    this.enrolled = enrolled;
    this.cutoff = cutoff;
    this.sheets = sheets;
    this.protocol = protocol;
    this.treatment = TreatmentDates.read(sheets);
    this.enrolment =
        Derived.of(EfficacyRule.ORIGIN, enrolled.on(), new FactRef(enrolled.seq(), "on"))
            .with("origin", ENROLMENT);
    this.efficacy = EfficacyDerivation.derive(sheets, protocol, enrolment, cutoff);
  }

  public ParticipantCode code() {
    return code;
  }

  /** The number of her enrolment. */
  public String number() {
    return enrolled.number();
  }

  /** The day of her enrolment. */
  public Derived<LocalDate> enrolment() {
    return enrolment;
  }

  public LocalDate enrolledOn() {
    return enrolled.on();
  }

  public LocalDate cutoff() {
    return cutoff;
  }

  public Sheets sheets() {
    return sheets;
  }

  public TreatmentDates treatment() {
    return treatment;
  }

  /** Whether any study treatment was given by the cut-off. */
  public boolean treated() {
    return treatment.first().known().filter(day -> !day.isAfter(cutoff)).isPresent();
  }

  public ParticipantEfficacy efficacy() {
    return efficacy;
  }

  /**
   * Those that began by the cut-off. What was there before treatment is history: its worsening is
   * an event of its own.
   */
  public List<AdverseEvents.Event> events() {
    List<AdverseEvents.Event> known = events;
    if (known == null) {
      known =
          AdverseEvents.derive(sheets, protocol, treatment).events().stream()
              .filter(event -> !event.record().get().startedOn().earliest().isAfter(cutoff))
              .filter(event -> !isHistory(event.record().get()))
              .toList();
      events = known;
    }
    return known;
  }

  private static boolean isHistory(AdverseEvent event) {
    return event.atBaseline() && !event.serious();
  }

  /** Those that happened or became certain by the cut-off. */
  public List<Derived<Deviation>> deviations() {
    List<Derived<Deviation>> known = deviations;
    if (known == null) {
      known = until(Deviations.derive(sheets, protocol, efficacy, cutoff));
      deviations = known;
    }
    return known;
  }

  /** Those of tumour assessments alone, without looking for others. */
  public List<Derived<Deviation>> assessmentDeviations() {
    return until(Deviations.deriveOfAssessments(sheets, protocol, efficacy, cutoff));
  }

  private List<Derived<Deviation>> until(List<Derived<Deviation>> found) {
    return found.stream().filter(deviation -> !deviation.get().on().isAfter(cutoff)).toList();
  }

  /** The adverse events without what rules say of them. */
  Stream<AdverseEvent> records() {
    return events().stream().map(event -> event.record().get());
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
