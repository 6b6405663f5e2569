package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.FormRecord;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.protocol.FormDefinition;
import org.lodestar.trial.protocol.FormKind;
import org.lodestar.trial.protocol.Protocol;

/**
 * Every form of one participant on a day: those in the log, and those that the protocol expects at
 * its visits and that are not. A form that is not in the log is due inside the window of its visit,
 * overdue after it, and missed once the next visit of the series has opened or the participant died
 * or withdrew.
 */
public record FormPlan(List<FormStanding> standings) {
  public FormPlan {
    standings = List.copyOf(standings);
  }

  /** A form at a visit, whatever the number of its copies. */
  private record Place(String visit, String form) {}

  /**
   * @param standing where the participant stands in the enrolment register, or null
   */
  public static FormPlan derive(
      Casebook casebook,
      @Nullable Standing standing,
      Schedule schedule,
      Protocol protocol,
      LocalDate asOf) {
    return new Derivation(casebook, standing, schedule, protocol, asOf).derive();
  }

  /** Where one copy in the log stands by itself. */
  public static FormStatus status(FormRecord record, Protocol protocol) {
    FormKind kind =
        protocol.forms().form(record.instance().form()).map(FormDefinition::kind).orElse(null);
    if (RecordedForms.isNotDone(record, kind)) {
      return FormStatus.NOT_DONE;
    }
    return record.complete() ? FormStatus.COMPLETE : FormStatus.IN_PROGRESS;
  }

  /** The forms that wait for somebody on that day, the longest overdue first. */
  public List<FormStanding> waiting() {
    return standings.stream().filter(each -> each.status().isWaiting()).toList();
  }

  public Optional<FormStanding> at(String visit, String form) {
    return standings.stream()
        .filter(each -> each.visit().equals(visit) && each.form().equals(form))
        .findFirst();
  }

  /** Private to one derivation. */
  private static final class Derivation {
    private final @Nullable Standing standing;
    private final Schedule schedule;
    private final Protocol protocol;
    private final LocalDate asOf;
    private final TreatmentDays treatmentDays;

    /** Death or withdrawal: nothing can be made up any more. */
    private final boolean ended;

    private final Map<Place, List<FormRecord>> recorded = new LinkedHashMap<>();

    Derivation(
        Casebook casebook,
        @Nullable Standing standing,
        Schedule schedule,
        Protocol protocol,
        LocalDate asOf) {
      this.standing = standing;
      this.schedule = schedule;
      this.protocol = protocol;
      this.asOf = asOf;
      this.treatmentDays = TreatmentDays.read(casebook, schedule, protocol, asOf);
      this.ended = RecordedForms.hasEnded(casebook, protocol);
      for (FormRecord form : casebook.forms().values()) {
        Place place = new Place(form.instance().visit(), form.instance().form());
        recorded.computeIfAbsent(place, any -> new ArrayList<>()).add(form);
      }
    }

    FormPlan derive() {
      Map<Place, FormStanding> all = new LinkedHashMap<>();
      for (PlannedVisit visit : schedule.visits().visits()) {
        for (String form : visit.visit().forms()) {
          Place place = new Place(visit.key(), form);
          all.put(place, planned(visit, place));
        }
      }
      recorded.forEach(
          (place, records) -> all.computeIfAbsent(place, any -> kept(place, records, null)));
      return new FormPlan(List.copyOf(all.values()));
    }

    private FormStanding planned(PlannedVisit visit, Place place) {
      List<FormRecord> records = recorded.getOrDefault(place, List.of());
      if (kind(place.form()) == FormKind.FRACTION && treatmentDays.isUnderWay()) {
        return fractions(visit, place, records);
      }
      if (!records.isEmpty()) {
        return kept(place, records, visit);
      }
      if (standing instanceof Standing.Failed) {
        return open(visit, place, FormStatus.NOT_APPLICABLE, FormReason.EXPECTED_NO_MORE.with());
      }
      return notGiven(place)
          .map(why -> open(visit, place, FormStatus.NOT_DONE, why))
          .orElseGet(() -> byWindow(visit, place));
    }

    private FormStanding byWindow(PlannedVisit visit, Place place) {
      if (ended && !asOf.isBefore(visit.earliest())) {
        return visit.latest().isBefore(asOf)
            ? open(visit, place, FormStatus.NOT_DONE, FormReason.MISSED.of(visit, asOf))
            : open(visit, place, FormStatus.NOT_APPLICABLE, FormReason.EXPECTED_NO_MORE.with());
      }
      if (asOf.isBefore(visit.earliest())) {
        return open(visit, place, FormStatus.NOT_YET_DUE, FormReason.PLANNED.of(visit, asOf));
      }
      if (!asOf.isAfter(visit.latest())) {
        return open(visit, place, FormStatus.DUE, FormReason.DUE.of(visit, asOf));
      }
      return visit.status() == VisitStatus.MISSED
          ? open(visit, place, FormStatus.NOT_DONE, FormReason.MISSED.of(visit, asOf))
          : open(visit, place, FormStatus.OVERDUE, FormReason.OVERDUE.of(visit, asOf));
    }

    private static FormStanding open(
        PlannedVisit visit, Place place, FormStatus status, Message why) {
      return new FormStanding(place.visit(), place.form(), status, why, 0, 0, visit);
    }

    private FormStanding kept(Place place, List<FormRecord> records, @Nullable PlannedVisit visit) {
      FormStatus status = FormStatus.NOT_APPLICABLE;
      for (FormRecord record : records) {
        status = status.or(status(record));
      }
      int complete = (int) records.stream().filter(FormRecord::complete).count();
      return new FormStanding(
          place.visit(),
          place.form(),
          status,
          why(status, records.size(), complete, place),
          records.size(),
          complete,
          visit);
    }

    private FormStatus status(FormRecord record) {
      return FormPlan.status(record, protocol);
    }

    private Message why(FormStatus status, int recorded, int complete, Place place) {
      if (status == FormStatus.NOT_DONE) {
        return kind(place.form()) == FormKind.FRACTION
            ? FormReason.NOT_DELIVERED.with()
            : FormReason.NO_VALUES.with();
      }
      if (recorded > 1) {
        return FormReason.COPIES.with("complete", complete, "recorded", recorded);
      }
      return (status == FormStatus.COMPLETE ? FormReason.COMPLETE : FormReason.STARTED).with();
    }

    /** A week of the course: its working days want a record each. */
    private FormStanding fractions(PlannedVisit week, Place place, List<FormRecord> records) {
      LocalDate from = week.planned().get();
      List<LocalDate> missing = treatmentDays.unrecorded(from);
      if (!missing.isEmpty()) {
        Message why =
            FormReason.DAYS_UNRECORDED.with(
                "days", FormReason.days(missing.size()), "first", missing.getFirst());
        return counted(place, records, week, FormStatus.OVERDUE, why);
      }
      FormStanding kept = records.isEmpty() ? null : kept(place, records, week);
      if (treatmentDays.isDueToday(from) && (kept == null || kept.status() != FormStatus.OVERDUE)) {
        Message why =
            FormReason.FRACTION_TODAY.with(
                "number", treatmentDays.next(), "total", treatmentDays.total());
        return counted(place, records, week, FormStatus.DUE, why);
      }
      if (kept != null) {
        return kept;
      }
      return asOf.isBefore(from) && treatmentDays.isOwed()
          ? open(week, place, FormStatus.NOT_YET_DUE, FormReason.PLANNED.of(week, asOf))
          : open(week, place, FormStatus.NOT_APPLICABLE, FormReason.EXPECTED_NO_MORE.with());
    }

    private static FormStanding counted(
        Place place, List<FormRecord> records, PlannedVisit week, FormStatus status, Message why) {
      int complete = (int) records.stream().filter(FormRecord::complete).count();
      return new FormStanding(
          place.visit(), place.form(), status, why, records.size(), complete, week);
    }

    /** What was not prescribed to be given is not administered. */
    private Optional<Message> notGiven(Place place) {
      if (kind(place.form()) != FormKind.ADMINISTRATION) {
        return Optional.empty();
      }
      return protocol.forms().of(FormKind.PRESCRIPTION).stream()
          .map(FormDefinition::key)
          .flatMap(
              form -> recorded.getOrDefault(new Place(place.visit(), form), List.of()).stream())
          .reduce((first, last) -> last)
          .flatMap(record -> RecordedForms.notGiven(record, protocol))
          .map(decision -> FormReason.NOT_GIVEN.with("decision", decision));
    }

    private @Nullable FormKind kind(String form) {
      return protocol.forms().form(form).map(FormDefinition::kind).orElse(null);
    }
  }
}
