package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a participant received of one agent against what was planned.
 *
 * @param agent key of the agent
 * @param cycles the cycles begun, in order, also those in which the agent was omitted
 * @param intervalDays planned, from day 1 to the next day 1
 */
public record Exposure(String agent, List<CycleDose> cycles, int intervalDays) {
  private static final MathContext DIGITS = MathContext.DECIMAL128;
  private static final BigDecimal PERCENT = new BigDecimal("100");
  private static final BigDecimal DAYS_PER_WEEK = new BigDecimal("7");

  /**
   * One cycle of one agent.
   *
   * @param dayOne day 1 of the cycle
   * @param plannedMg the full dose for this participant, without reduction
   * @param givenMg what was given in the cycle, 0 when omitted
   */
  public record CycleDose(LocalDate dayOne, BigDecimal plannedMg, BigDecimal givenMg) {
    public CycleDose {
      if (plannedMg.signum() <= 0 || givenMg.signum() < 0) {
        throw new IllegalArgumentException(
            "a planned dose is above 0 and a given dose not below; got: "
                + plannedMg
                + " mg, "
                + givenMg
                + " mg");
      }
    }
  }

  public Exposure {
    if (intervalDays < 1) {
      throw new IllegalArgumentException("an interval is 1 day or more; got: " + intervalDays);
    }
    cycles = cycles.stream().sorted(Comparator.comparing(CycleDose::dayOne)).toList();
  }

  public BigDecimal cumulativeMg() {
    return cycles.stream().map(CycleDose::givenMg).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public BigDecimal plannedMg() {
    return cycles.stream().map(CycleDose::plannedMg).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public int cyclesGiven() {
    return (int) cycles.stream().filter(cycle -> cycle.givenMg().signum() > 0).count();
  }

  /** From day 1 of the first cycle to one interval after day 1 of the last one begun. */
  public int durationDays() {
    return cycles.isEmpty()
        ? 0
        : (int) ChronoUnit.DAYS.between(cycles.getFirst().dayOne(), cycles.getLast().dayOne())
            + intervalDays;
  }

  /** Given dose per week in mg; empty before the first cycle. */
  public Optional<BigDecimal> intensityMgPerWeek() {
    return cycles.isEmpty()
        ? Optional.empty()
        : Optional.of(perWeek(cumulativeMg(), durationDays()));
  }

  /**
   * Given dose per week over planned dose per week, in percent: relative dose intensity. It falls
   * with each reduction, omission and delay. Source: Hryniuk and Bush, J Clin Oncol 1984;2:1281.
   */
  public Optional<BigDecimal> relativeIntensityPercent() {
    return intensityMgPerWeek()
        .map(
            given ->
                given
                    .multiply(PERCENT)
                    .divide(perWeek(plannedMg(), cycles.size() * intervalDays), DIGITS));
  }

  private static BigDecimal perWeek(BigDecimal totalMg, int days) {
    return totalMg.multiply(DAYS_PER_WEEK).divide(BigDecimal.valueOf(days), DIGITS);
  }
}
