package org.lodestar.radiotherapy.dicom.rt;

import java.util.List;
import java.util.Optional;
import org.lodestar.radiotherapy.delivery.Plan;
import org.lodestar.radiotherapy.delivery.TreatmentRecord;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;

/**
 * What a folder of RT objects holds, read once, immutable.
 *
 * @param patient who it is about, by the first object
 * @param image the CT series that the structures lie on
 * @param structureSets structure sets by UID
 * @param plans plans by label
 * @param doses doses
 * @param records treatment records by date
 * @param findings every inconsistency seen
 */
public record RtCase(
    Optional<PatientIdentity> patient,
    Optional<CtImage> image,
    List<StructureSet> structureSets,
    List<Plan> plans,
    List<RtDose> doses,
    List<TreatmentRecord> records,
    List<Finding> findings) {
  public RtCase {
    structureSets = List.copyOf(structureSets);
    plans = List.copyOf(plans);
    doses = List.copyOf(doses);
    records = List.copyOf(records);
    findings = List.copyOf(findings);
  }

  /** Whether a kind of finding was made. */
  public boolean has(FindingCode code) {
    return findings.stream().anyMatch(f -> f.code() == code);
  }

  /** Whether somebody is named, and nobody else. */
  public boolean isOfOnePatient() {
    return patient.isPresent() && !has(FindingCode.PATIENTS_DIFFER);
  }

  /** The dose of the whole plan, if there is exactly one such object in Gy. */
  public Optional<RtDose> planDose() {
    List<RtDose> plan =
        doses.stream().filter(d -> d.summation().equals("PLAN") && d.dose().isPresent()).toList();
    return plan.size() == 1 ? Optional.of(plan.getFirst()) : Optional.empty();
  }
}
