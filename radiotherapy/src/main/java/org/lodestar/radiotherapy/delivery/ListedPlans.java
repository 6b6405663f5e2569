package org.lodestar.radiotherapy.delivery;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestar.radiotherapy.delivery.TreatmentRecord.BeamDelivery;

/**
 * The plans that a delivery list alone lets one assume, for a course whose plan objects are not in
 * hand: the fraction dose is shared among the beams of a plan by their planned monitor units, and
 * equally where a beam states none. It says what share of the fractions was given, not what dose
 * the planning system computed.
 */
public final class ListedPlans {
  private static final String UNNAMED = "listed";

  private ListedPlans() {}

  /**
   * The assumed plans, in the order in which they were used.
   *
   * @param records sessions of a list
   * @param fractionDoseGy what a whole fraction gives
   * @param fractions planned fractions of the course
   */
  public static List<Plan> of(
      List<TreatmentRecord> records, BigDecimal fractionDoseGy, int fractions) {
    Map<String, SortedMap<Integer, Optional<BigDecimal>>> beams = new LinkedHashMap<>();
    for (TreatmentRecord record : records) {
      SortedMap<Integer, Optional<BigDecimal>> known =
          beams.computeIfAbsent(record.planUid().orElse(UNNAMED), any -> new TreeMap<>());
      for (BeamDelivery beam : record.beams()) {
        known.merge(beam.beamNumber(), beam.specifiedMu(), ListedPlans::larger);
      }
    }
    List<Plan> plans = new ArrayList<>();
    beams.forEach((name, known) -> plans.add(plan(name, shares(known, fractionDoseGy), fractions)));
    return plans;
  }

  /** A session that only completes a fraction states the rest; the whole is the largest. */
  private static Optional<BigDecimal> larger(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    return a.isEmpty() ? b : b.isEmpty() ? a : Optional.of(a.get().max(b.get()));
  }

  private static List<Plan.BeamShare> shares(
      SortedMap<Integer, Optional<BigDecimal>> beams, BigDecimal fractionDoseGy) {
    if (beams.isEmpty()) {
      return List.of(new Plan.BeamShare(1, Optional.of(fractionDoseGy), Optional.empty()));
    }
    boolean stated =
        beams.values().stream().allMatch(mu -> mu.isPresent() && mu.get().signum() > 0);
    BigDecimal whole =
        stated
            ? beams.values().stream().map(Optional::get).reduce(BigDecimal.ZERO, BigDecimal::add)
            : BigDecimal.valueOf(beams.size());
    List<Plan.BeamShare> shares = new ArrayList<>();
    beams.forEach(
        (number, mu) -> {
          BigDecimal part = stated ? mu.orElseThrow() : BigDecimal.ONE;
          BigDecimal gy = fractionDoseGy.multiply(part).divide(whole, MathContext.DECIMAL64);
          shares.add(new Plan.BeamShare(number, Optional.of(gy), mu));
        });
    return shares;
  }

  private static Plan plan(String name, List<Plan.BeamShare> shares, int fractions) {
    return new Plan(
        name,
        name,
        Optional.empty(),
        Optional.empty(),
        List.of(new Plan.FractionGroup(1, fractions, shares)),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
