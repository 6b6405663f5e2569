package org.lodestar.radiotherapy.dicom.rt;

import java.util.Optional;
import org.lodestar.radiotherapy.dose.PlanDose;

/**
 * A dose object.
 *
 * @param uid SOP Instance UID
 * @param summation PLAN, FRACTION, BEAM and so on
 * @param planUid the plan that it names, if any
 * @param dose the dose in Gy; empty when it is not a physical dose in Gy
 */
public record RtDose(
    String uid, String summation, Optional<String> planUid, Optional<PlanDose> dose) {}
