package org.lodestar.app.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.lodestar.app.imaging.Regrowth;
import org.lodestar.radiotherapy.dose.LinearQuadratic;
import org.lodestar.radiotherapy.dose.LinearQuadratic.Repopulation;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.RadiotherapySettings;
import org.lodestar.trial.schedule.FractionCourse;

/**
 * What became of a course of radiotherapy, and what its overall time costs: the biologically
 * effective dose that regrowth takes between the planned overall time and the real one.
 */
final class CourseDrift {
  private static final Words DONE =
      new Words(
          "{delivered} of {total} fractions, {dose} Gy, from {first} to {last}: {days} days"
              + " overall.",
          "{total} 次中已照射 {delivered} 次，{dose} Gy，{first} 至 {last}，总时间 {days} 天。");
  private static final Words UNDER_WAY =
      new Words(
          "{delivered} of {total} fractions, {dose} Gy, since {first}; the last one falls on {last}"
              + " as planned now, {days} days overall.",
          "{total} 次中已照射 {delivered} 次，{dose} Gy，自 {first} 起；按现计划末次为 {last}，总时间 {days} 天。");
  private static final Words ON_TIME =
      new Words(
          " The calendar asks {planned} days of this start: nothing is lost.",
          "按日历该开始日需 {planned} 天，无延长。");
  private static final Words DRIFTED =
      new Words(
          " The calendar asks {planned} days of this start, {more} fewer: {lost} Gy of {bed} Gy"
              + " BED10 lost ({k} Gy a day after day {kick}, assumed).",
          "按日历该开始日需 {planned} 天，延长 {more} 天：BED10 {bed} Gy 损失 {lost} Gy（假设第 {kick} 天后每日 {k} Gy）。");

  private static final Words UNPRICED =
      new Words(
          " The calendar asks {planned} days of this start, {more} fewer; what a day costs is not"
              + " decided.",
          "按日历该开始日需 {planned} 天，延长 {more} 天；每日损失尚未规定。");

  private CourseDrift() {}

  /** Empty before the first fraction. */
  static Optional<List<Message>> describe(FractionCourse course, Protocol protocol) {
    if (course.delivered().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(List.of(so(course, protocol), cost(course, protocol)));
  }

  private static Message so(FractionCourse course, Protocol protocol) {
    BigDecimal dose =
        protocol
            .get(RadiotherapySettings.FRACTION_DOSE_GY)
            .find()
            .map(each -> each.multiply(BigDecimal.valueOf(course.completed())))
            .orElse(BigDecimal.ZERO);
    return Message.of(
        course.isComplete() ? DONE : UNDER_WAY,
        "delivered",
        course.completed(),
        "total",
        course.planned().fractions().size(),
        "dose",
        dose.toPlainString(),
        "first",
        course.delivered().getFirst().date(),
        "last",
        course.end().orElseThrow(),
        "days",
        course.overallDays());
  }

  private static Message cost(FractionCourse course, Protocol protocol) {
    int planned = course.planned().overallDays();
    int more = course.overrunDays();
    Optional<Double> bedGy = bedGy(protocol);
    if (more <= 0 || bedGy.isEmpty()) {
      return Message.of(ON_TIME, "planned", planned);
    }
    Optional<Repopulation> regrowth = Regrowth.of(protocol);
    if (regrowth.isEmpty()) {
      return Message.of(UNPRICED, "planned", planned, "more", more);
    }
    double lostGy = lostGy(regrowth.get(), planned, course.overallDays());
    return Message.of(
        DRIFTED,
        "planned",
        planned,
        "more",
        more,
        "lost",
        one(lostGy),
        "bed",
        one(bedGy.get()),
        "k",
        regrowth.get().gyPerDay(),
        "kick",
        regrowth.get().kickOffDay());
  }

  /** BED10 in Gy that the days beyond the planned overall time cost. */
  static double lostGy(Repopulation regrowth, int plannedDays, int overallDays) {
    return regrowth.lostGy(overallDays) - regrowth.lostGy(plannedDays);
  }

  private static Optional<Double> bedGy(Protocol protocol) {
    Optional<Integer> fractions = protocol.get(RadiotherapySettings.FRACTIONS).find();
    Optional<BigDecimal> doseGy = protocol.get(RadiotherapySettings.FRACTION_DOSE_GY).find();
    Optional<BigDecimal> alphaBetaGy =
        protocol.get(RadiotherapySettings.ALPHA_BETA_TUMOUR_GY).find();
    if (fractions.isEmpty() || doseGy.isEmpty() || alphaBetaGy.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        LinearQuadratic.bedGy(
            fractions.get(), doseGy.get().doubleValue(), alphaBetaGy.get().doubleValue()));
  }

  private static String one(double number) {
    return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }
}
