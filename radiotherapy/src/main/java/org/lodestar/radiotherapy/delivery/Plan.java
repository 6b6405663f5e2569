package org.lodestar.radiotherapy.delivery;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A treatment plan, as far as its delivery is checked.
 *
 * @param uid SOP Instance UID
 * @param label its label
 * @param prescribedGy target prescription dose of the whole plan, if it states one
 * @param approval its approval status, if it states one
 * @param groups fraction groups
 * @param beams beams
 * @param structureSetUid the structure set that it names, if any
 * @param frameOfReferenceUid its frame of reference, if known
 */
public record Plan(
    String uid,
    String label,
    Optional<BigDecimal> prescribedGy,
    Optional<String> approval,
    List<FractionGroup> groups,
    List<Beam> beams,
    Optional<String> structureSetUid,
    Optional<String> frameOfReferenceUid) {
  public Plan {
    groups = List.copyOf(groups);
    beams = List.copyOf(beams);
  }

  /**
   * A beam.
   *
   * @param number its number within the plan
   * @param name its name
   * @param radiation PHOTON, ELECTRON and so on
   * @param technique STATIC or DYNAMIC
   * @param setup whether it only serves set-up or imaging
   * @param machine the treatment machine, if stated
   * @param energyMv nominal energy of its first control point, if stated
   */
  public record Beam(
      int number,
      String name,
      String radiation,
      String technique,
      boolean setup,
      Optional<String> machine,
      Optional<BigDecimal> energyMv) {}

  /**
   * What a beam gives in each fraction of a group.
   *
   * @param beamNumber the beam
   * @param doseGy dose at the beam's point, if stated
   * @param meterset monitor units, if stated
   */
  public record BeamShare(
      int beamNumber, Optional<BigDecimal> doseGy, Optional<BigDecimal> meterset) {}

  /**
   * A fraction group.
   *
   * @param number its number
   * @param fractionsPlanned planned fractions
   * @param beams what each beam gives per fraction
   */
  public record FractionGroup(int number, int fractionsPlanned, List<BeamShare> beams) {
    public FractionGroup {
      beams = List.copyOf(beams);
    }
  }

  /** The beam of a number. */
  public Optional<Beam> beam(int number) {
    return beams.stream().filter(b -> b.number == number).findFirst();
  }

  /** Whether a beam only serves set-up. */
  public boolean isSetup(int beamNumber) {
    return beam(beamNumber).map(Beam::setup).orElse(false);
  }

  /** The fraction group that treats: the first whose beams are not all for set-up. */
  public Optional<FractionGroup> treatmentGroup() {
    return groups.stream()
        .filter(g -> g.beams.stream().anyMatch(b -> !isSetup(b.beamNumber)))
        .findFirst();
  }

  /** The fractions of the group that treats; 0 without one. */
  public int fractionsPlanned() {
    return treatmentGroup().map(FractionGroup::fractionsPlanned).orElse(0);
  }

  /**
   * The sum of the beam doses of one fraction, set-up beams left out; empty if a beam states none.
   */
  public Optional<BigDecimal> fractionDoseGy() {
    BigDecimal sum = BigDecimal.ZERO;
    List<BeamShare> shares =
        treatmentGroup().map(FractionGroup::beams).orElse(List.of()).stream()
            .filter(b -> !isSetup(b.beamNumber))
            .toList();
    for (BeamShare share : shares) {
      if (share.doseGy.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(share.doseGy.get());
    }
    return shares.isEmpty() ? Optional.empty() : Optional.of(sum);
  }

  /** Fraction dose times fractions; empty if a beam states no dose. */
  public Optional<BigDecimal> plannedDoseGy() {
    return fractionDoseGy().map(d -> d.multiply(BigDecimal.valueOf(fractionsPlanned())));
  }
}
