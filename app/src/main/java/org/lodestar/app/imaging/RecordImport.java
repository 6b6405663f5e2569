package org.lodestar.app.imaging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestar.radiotherapy.delivery.DeliveredCourse;
import org.lodestar.radiotherapy.delivery.DeliveredFraction;
import org.lodestar.radiotherapy.delivery.Delivery;
import org.lodestar.radiotherapy.delivery.Plan;
import org.lodestar.radiotherapy.delivery.TreatmentRecord;
import org.lodestar.radiotherapy.dicom.rt.RtCase;
import org.lodestar.trial.capture.CaptureCommand;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.FormRecord;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.FormKind;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.RadiotherapySettings;
import org.lodestar.trial.protocol.WorkingDayCalendar;

/**
 * What a case adds to a participant's record: results as saves of forms, each value with the object
 * that it came from. Nothing is overwritten: where the record holds another value, that is a
 * conflict for a person.
 *
 * @param saves forms to save, plan first
 * @param conflicts where record and case differ
 * @param unchanged values that the record holds already
 */
public record RecordImport(
    List<CaptureCommand.SaveForm> saves, List<Conflict> conflicts, int unchanged) {
  private static final String RUNNING = "running";

  /**
   * A value of the record that the case contradicts.
   *
   * @param entry what would be saved in its place, if a person decides so
   */
  public record Conflict(
      FormInstance instance, String item, String recorded, String found, Entry entry) {}

  public RecordImport {
    saves = List.copyOf(saves);
    conflicts = List.copyOf(conflicts);
  }

  /** Works out what a case adds. */
  public static RecordImport of(
      RtCase rt, ParticipantCode participant, Casebook casebook, Protocol protocol) {
    return new Working(rt, participant, casebook, protocol).work();
  }

  private static final class Working {
    private final RtCase rt;
    private final ParticipantCode participant;
    private final Casebook casebook;
    private final Protocol protocol;
    private final List<CaptureCommand.SaveForm> saves = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Map<String, Integer> next = new TreeMap<>();
    private int unchanged;

    Working(RtCase rt, ParticipantCode participant, Casebook casebook, Protocol protocol) {
      this.rt = rt;
      this.participant = participant;
      this.casebook = casebook;
      this.protocol = protocol;
    }

    RecordImport work() {
      form(FormKind.RT_PLAN).ifPresent(form -> rt.plans().forEach(plan -> plan(form, plan)));
      form(FormKind.FRACTION)
          .ifPresent(form -> course().ifPresent(course -> fractions(form, course)));
      return new RecordImport(saves, conflicts, unchanged);
    }

    private Optional<String> form(FormKind kind) {
      return protocol.forms().of(kind).stream().findFirst().map(form -> form.key());
    }

    private void plan(String form, Plan plan) {
      SortedMap<String, Entry> items = new TreeMap<>();
      String origin = "dicom:" + plan.uid();
      put(items, form, "plan-uid", plan.uid(), null, origin);
      put(items, form, "label", plan.label(), null, origin);
      plan.plannedDoseGy()
          .ifPresent(gy -> put(items, form, "dose", ReviewFigures.plain(gy), "Gy", origin));
      plan.fractionDoseGy()
          .ifPresent(
              gy -> put(items, form, "fraction-dose", ReviewFigures.plain(gy), "Gy", origin));
      if (plan.fractionsPlanned() > 0) {
        put(items, form, "fractions", Integer.toString(plan.fractionsPlanned()), null, origin);
      }
      if (rt.plans().size() == 1) {
        ReviewCase.of(rt, ReviewRules.of(protocol))
            .ifPresent(
                review ->
                    ReviewFigures.of(review)
                        .forEach(
                            (item, figure) ->
                                put(items, form, item, figure.text(), figure.unit(), origin)));
      }
      save(
          form,
          items,
          same(form, "plan-uid", plan.uid()).or(() -> same(form, "label", plan.label())));
    }

    private Optional<DeliveredCourse> course() {
      if (rt.plans().isEmpty() || rt.records().isEmpty()) {
        return Optional.empty();
      }
      WorkingDayCalendar calendar =
          protocol
              .get(RadiotherapySettings.CALENDAR)
              .find()
              .flatMap(protocol::calendar)
              .orElseGet(WorkingDayCalendar::mondayToFriday);
      int planned =
          protocol
              .get(RadiotherapySettings.FRACTIONS)
              .find()
              .orElseGet(() -> rt.plans().stream().mapToInt(Plan::fractionsPlanned).sum());
      return Optional.of(
          Delivery.derive(rt.plans(), rt.records(), planned, calendar::isWorkingDay));
    }

    private void fractions(String form, DeliveredCourse course) {
      for (DeliveredFraction fraction : course.fractions()) {
        String number = Integer.toString(fraction.sequence());
        Optional<TreatmentRecord> record = first(fraction);
        String origin = record.map(each -> "dicom:" + each.source()).orElse("dicom");
        SortedMap<String, Entry> items = new TreeMap<>();
        put(items, form, "number", number, null, origin);
        LocalTime time = record.flatMap(TreatmentRecord::time).orElse(LocalTime.MIDNIGHT);
        put(
            items,
            form,
            "delivered-at",
            LocalDateTime.of(fraction.first(), time).truncatedTo(ChronoUnit.MINUTES).toString(),
            null,
            origin);
        BigDecimal dose = fraction.doseGy().setScale(3, RoundingMode.HALF_EVEN);
        put(items, form, "dose", ReviewFigures.plain(dose), "Gy", origin);
        boolean partial = fraction.status() == DeliveredFraction.Status.PARTIAL;
        put(items, form, "status", partial ? "partial" : "complete", null, origin);
        put(items, form, "plan", fraction.planLabel(), null, origin);
        if (!fraction.machines().isEmpty()) {
          put(items, form, "machine", fraction.machines().getFirst(), null, origin);
        }
        save(form, items, same(form, "number", number));
      }
    }

    private Optional<TreatmentRecord> first(DeliveredFraction fraction) {
      return rt.records().stream()
          .filter(
              each -> each.fraction() == fraction.number() && each.date().equals(fraction.first()))
          .findFirst();
    }

    private static void put(
        SortedMap<String, Entry> items,
        String form,
        String item,
        String text,
        @org.jspecify.annotations.Nullable String unit,
        String origin) {
      if (!text.isEmpty()) {
        items.put(form + "." + item, new Entry.Value(text, unit, null, origin));
      }
    }

    /** The copy of a form in the record that speaks of the same thing. */
    private Optional<FormRecord> same(String form, String item, String text) {
      return casebook.forms(form).stream()
          .filter(
              record ->
                  record.entry(form + "." + item) instanceof Entry.Value value
                      && value.text().equals(text))
          .findFirst();
    }

    private void save(String form, SortedMap<String, Entry> items, Optional<FormRecord> known) {
      if (known.isEmpty()) {
        int repeat = next.merge(form, casebook.nextRepeat(RUNNING, form), (have, any) -> have + 1);
        saves.add(
            new CaptureCommand.SaveForm(
                new FormInstance(participant, RUNNING, form, repeat), items, null));
        return;
      }
      SortedMap<String, Entry> added = new TreeMap<>();
      items.forEach((item, entry) -> compare(known.get(), item, entry, added));
      if (!added.isEmpty()) {
        saves.add(new CaptureCommand.SaveForm(known.get().instance(), added, null));
      }
    }

    private void compare(
        FormRecord known, String item, Entry found, SortedMap<String, Entry> added) {
      Entry recorded = known.entry(item);
      if (recorded == null) {
        added.put(item, found);
      } else if (text(recorded).equals(text(found)) || equalNumbers(recorded, found)) {
        unchanged++;
      } else {
        conflicts.add(new Conflict(known.instance(), item, text(recorded), text(found), found));
      }
    }

    private static String text(Entry entry) {
      return entry instanceof Entry.Value value
          ? value.unit() == null ? value.text() : value.text() + " " + value.unit()
          : "";
    }

    private static boolean equalNumbers(Entry a, Entry b) {
      if (a instanceof Entry.Value first
          && b instanceof Entry.Value second
          && java.util.Objects.equals(first.unit(), second.unit())) {
        try {
          return new BigDecimal(first.text()).compareTo(new BigDecimal(second.text())) == 0;
        } catch (NumberFormatException words) {
          return false;
        }
      }
      return false;
    }
  }
}
