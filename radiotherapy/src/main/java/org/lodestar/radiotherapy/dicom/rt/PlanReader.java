package org.lodestar.radiotherapy.dicom.rt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.radiotherapy.delivery.Plan;
import org.lodestar.radiotherapy.delivery.TreatmentRecord;
import org.lodestar.radiotherapy.delivery.TreatmentRecord.BeamDelivery;
import org.lodestar.radiotherapy.delivery.TreatmentRecord.Termination;
import org.lodestar.radiotherapy.dicom.Tag;
import org.lodestar.radiotherapy.finding.FindingCode;

/** Reads RTPLAN objects and RT Beams Treatment Records (DICOM PS3.3, C.8.8.9 to C.8.8.21). */
final class PlanReader {
  private PlanReader() {}

  static Plan plan(Attributes object) {
    List<Plan.FractionGroup> groups =
        object.items(Tag.FRACTION_GROUP_SEQUENCE).stream().map(PlanReader::group).toList();
    List<Plan.Beam> beams =
        object.items(Tag.BEAM_SEQUENCE).stream().map(b -> beam(b, groups)).toList();
    Plan plan =
        new Plan(
            object.textOr(Tag.SOP_INSTANCE_UID, ""),
            object.textOr(Tag.RT_PLAN_LABEL, ""),
            prescription(object),
            object.text(Tag.APPROVAL_STATUS),
            groups,
            beams,
            object
                .item(Tag.REFERENCED_STRUCTURE_SET_SEQUENCE)
                .flatMap(i -> i.text(Tag.REFERENCED_SOP_INSTANCE_UID)),
            object.text(Tag.FRAME_OF_REFERENCE_UID));
    report(object, plan);
    return plan;
  }

  private static void report(Attributes object, Plan plan) {
    if (plan.groups().size() > 1) {
      object.add(FindingCode.SEVERAL_FRACTION_GROUPS, Integer.toString(plan.groups().size()));
    }
    plan.beams().stream()
        .filter(Plan.Beam::setup)
        .forEach(b -> object.add(FindingCode.SETUP_BEAM, Integer.toString(b.number()), b.name()));
    if (plan.prescribedGy().isEmpty()) {
      object.add(FindingCode.PRESCRIPTION_MISSING);
    }
    if (plan.approval().isEmpty()) {
      object.add(FindingCode.APPROVAL_MISSING);
    }
    if (plan.treatmentGroup().isEmpty()) {
      object.add(FindingCode.MISSING_ATTRIBUTE, "Fraction Group Sequence (300A,0070)");
    }
  }

  private static Optional<BigDecimal> prescription(Attributes object) {
    return object.items(Tag.DOSE_REFERENCE_SEQUENCE).stream()
        .filter(r -> r.textOr(Tag.DOSE_REFERENCE_TYPE, "").equals("TARGET"))
        .flatMap(r -> r.number(Tag.TARGET_PRESCRIPTION_DOSE).stream())
        .max(BigDecimal::compareTo);
  }

  /** A beam typed for treatment that no group gives a monitor unit only serves set-up. */
  private static boolean givesNothing(int number, List<Plan.FractionGroup> groups) {
    List<BigDecimal> metersets =
        groups.stream()
            .flatMap(g -> g.beams().stream())
            .filter(s -> s.beamNumber() == number)
            .flatMap(s -> s.meterset().stream())
            .toList();
    return !metersets.isEmpty() && metersets.stream().allMatch(m -> m.signum() == 0);
  }

  private static Plan.Beam beam(Attributes beam, List<Plan.FractionGroup> groups) {
    String delivery = beam.textOr(Tag.TREATMENT_DELIVERY_TYPE, "TREATMENT");
    int number = beam.integer(Tag.BEAM_NUMBER).orElse(-1);
    return new Plan.Beam(
        number,
        beam.textOr(Tag.BEAM_NAME, ""),
        beam.textOr(Tag.RADIATION_TYPE, ""),
        beam.textOr(Tag.BEAM_TYPE, ""),
        (!delivery.equals("TREATMENT") && !delivery.equals("CONTINUATION"))
            || givesNothing(number, groups),
        beam.text(Tag.TREATMENT_MACHINE_NAME),
        beam.item(Tag.CONTROL_POINT_SEQUENCE).flatMap(p -> p.number(Tag.NOMINAL_BEAM_ENERGY)));
  }

  private static Plan.FractionGroup group(Attributes group) {
    List<Plan.BeamShare> shares = new ArrayList<>();
    for (Attributes beam : group.items(Tag.REFERENCED_BEAM_SEQUENCE)) {
      shares.add(
          new Plan.BeamShare(
              beam.integer(Tag.REFERENCED_BEAM_NUMBER).orElse(-1),
              beam.number(Tag.BEAM_DOSE),
              beam.number(Tag.BEAM_METERSET)));
    }
    return new Plan.FractionGroup(
        group.integer(Tag.FRACTION_GROUP_NUMBER).orElse(-1),
        Math.max(0, group.integer(Tag.NUMBER_OF_FRACTIONS_PLANNED).orElse(0)),
        shares);
  }

  /** A treatment record, one per fraction number that it holds; none without a date. */
  static List<TreatmentRecord> records(Attributes object) {
    Optional<LocalDate> date = object.date(Tag.TREATMENT_DATE);
    List<Attributes> beams = object.items(Tag.TREATMENT_SESSION_BEAM_SEQUENCE);
    if (date.isEmpty() || beams.isEmpty()) {
      object.add(
          FindingCode.MISSING_ATTRIBUTE,
          "Treatment Date (3008,0250) / Treatment Session Beam Sequence (3008,0020)");
      return List.of();
    }
    return beams.stream()
        .map(b -> b.integer(Tag.CURRENT_FRACTION_NUMBER).orElse(-1))
        .distinct()
        .map(fraction -> record(object, date.get(), fraction, beams))
        .toList();
  }

  private static TreatmentRecord record(
      Attributes object, LocalDate date, int fraction, List<Attributes> beams) {
    return new TreatmentRecord(
        object.textOr(Tag.SOP_INSTANCE_UID, object.subject()),
        TreatmentRecord.Origin.TREATMENT_RECORD,
        object
            .item(Tag.REFERENCED_RT_PLAN_SEQUENCE)
            .flatMap(i -> i.text(Tag.REFERENCED_SOP_INSTANCE_UID)),
        date,
        object.time(Tag.TREATMENT_TIME),
        fraction,
        object
            .item(Tag.TREATMENT_MACHINE_SEQUENCE)
            .flatMap(i -> i.text(Tag.TREATMENT_MACHINE_NAME)),
        beams.stream()
            .filter(b -> b.integer(Tag.CURRENT_FRACTION_NUMBER).orElse(-1) == fraction)
            .map(PlanReader::beamDelivery)
            .toList());
  }

  private static BeamDelivery beamDelivery(Attributes beam) {
    String delivery = beam.textOr(Tag.TREATMENT_DELIVERY_TYPE, "TREATMENT");
    return new BeamDelivery(
        beam.integer(Tag.REFERENCED_BEAM_NUMBER).orElse(-1),
        !delivery.equals("TREATMENT") && !delivery.equals("CONTINUATION"),
        beam.number(Tag.SPECIFIED_PRIMARY_METERSET),
        beam.number(Tag.DELIVERED_PRIMARY_METERSET),
        termination(beam.textOr(Tag.TREATMENT_TERMINATION_STATUS, "UNKNOWN")));
  }

  private static Termination termination(String text) {
    return switch (text) {
      case "NORMAL" -> Termination.NORMAL;
      case "OPERATOR" -> Termination.OPERATOR;
      case "MACHINE" -> Termination.MACHINE;
      default -> Termination.UNKNOWN;
    };
  }
}
