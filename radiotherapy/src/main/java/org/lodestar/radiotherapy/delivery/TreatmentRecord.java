package org.lodestar.radiotherapy.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * One session at the machine, whatever told of it.
 *
 * @param source where it came from: a UID, a file and row, or a person
 * @param origin the kind of source
 * @param planUid the plan that it names, if any
 * @param date the day
 * @param time the time of day, if known
 * @param fraction the fraction's number as recorded
 * @param machine the treatment machine, if known
 * @param beams what was delivered; empty means the whole fraction as planned
 */
public record TreatmentRecord(
    String source,
    Origin origin,
    Optional<String> planUid,
    LocalDate date,
    Optional<LocalTime> time,
    int fraction,
    Optional<String> machine,
    List<BeamDelivery> beams) {
  public TreatmentRecord {
    beams = List.copyOf(beams);
  }

  /** What told of a session. */
  public enum Origin {
    TREATMENT_RECORD,
    RECORD_AND_VERIFY,
    BY_HAND
  }

  /** How a beam ended (DICOM PS3.3 C.8.8.21). */
  public enum Termination {
    NORMAL,
    OPERATOR,
    MACHINE,
    UNKNOWN
  }

  /**
   * One beam of a session.
   *
   * @param beamNumber the beam
   * @param setup whether it only served set-up
   * @param specifiedMu monitor units that were to be given in this session, if stated
   * @param deliveredMu monitor units given, if stated
   * @param termination how it ended
   */
  public record BeamDelivery(
      int beamNumber,
      boolean setup,
      Optional<BigDecimal> specifiedMu,
      Optional<BigDecimal> deliveredMu,
      Termination termination) {}
}
