package org.lodestar.app.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestar.statistics.design.Dropout;
import org.lodestar.statistics.design.ExactSingleStage;
import org.lodestar.statistics.design.LandmarkMethod;
import org.lodestar.statistics.design.OneArmSurvival;
import org.lodestar.statistics.design.WholeCurveMethod;
import org.lodestar.statistics.simulation.OperatingCharacteristics;
import org.lodestar.statistics.simulation.Rule;
import org.lodestar.statistics.simulation.Run;
import org.lodestar.statistics.simulation.SingleArmSimulation;
import org.lodestar.statistics.simulation.SingleArmTrial;
import org.lodestar.statistics.simulation.Statistic;
import org.lodestar.statistics.survival.Plateau;
import org.lodestar.trial.protocol.DesignSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Sidedness;

/**
 * What the design of one arm against a historical rate gives by each method: sizes by formula,
 * power and size by simulation, the rate at the landmark exactly.
 *
 * @param sizes numbers of participants at which the power was simulated
 * @param power one a number of participants
 * @param atNull the tests at the required number when the control falls on as assumed
 * @param plateaus the same when the control flattens after the landmark
 */
record DesignFigures(
    Question question,
    int required,
    int planned,
    OneArmSurvival survival,
    Dropout dropout,
    List<Integer> sizes,
    List<OperatingCharacteristics> power,
    OperatingCharacteristics atNull,
    List<FlatControl> plateaus) {
  /** The record names no follow-up after the last enrolment; with this one it gives 37. */
  static final int ASSUMED_FOLLOW_UP_MONTHS = 24;

  static final int TRIALS = 100_000;
  private static final long SEED = 1;
  private static final double MONTHS_A_YEAR = 12;

  /** The tests that are simulated, in the order of the results. */
  static final int BRESLOW = 0;

  static final int WU = 1;
  static final int GAMMA = 2;
  static final int TRUNCATED = 3;

  /** Shares at which the control curve may flatten, as long as they are below its rate. */
  private static final List<Double> PLATEAUS = List.of(0.10, 0.15, 0.20);

  /** The control flattens at a share; what the tests then reject although the null is true. */
  record FlatControl(double share, OperatingCharacteristics rejected) {}

  /** What the protocol asks; equal questions have equal answers. */
  record Question(
      double nullRate,
      double hopedRate,
      int landmarkMonths,
      int accrualMonths,
      double alpha,
      int sides,
      double power,
      double dropout,
      int required,
      int planned) {

    /** Empty while the protocol leaves one of them open. */
    static Optional<Question> of(Protocol protocol) {
      Optional<BigDecimal> nullRate = protocol.get(DesignSettings.NULL_RATE_PERCENT).find();
      Optional<BigDecimal> hoped = protocol.get(DesignSettings.ALTERNATIVE_RATE_PERCENT).find();
      Optional<Integer> landmark = protocol.get(DesignSettings.LANDMARK_MONTHS).find();
      Optional<Integer> accrual = protocol.get(DesignSettings.ACCRUAL_MONTHS).find();
      Optional<BigDecimal> alpha = protocol.get(DesignSettings.ALPHA).find();
      Optional<Sidedness> sides = protocol.get(DesignSettings.SIDEDNESS).find();
      Optional<BigDecimal> power = protocol.get(DesignSettings.POWER_PERCENT).find();
      Optional<BigDecimal> dropout = protocol.get(DesignSettings.DROPOUT_PERCENT).find();
      Optional<Integer> required = protocol.get(DesignSettings.REQUIRED).find();
      Optional<Integer> planned = protocol.get(DesignSettings.PLANNED_ENROLMENT).find();
      boolean whole =
          Stream.of(
                  nullRate, hoped, landmark, accrual, alpha, sides, power, dropout, required,
                  planned)
              .allMatch(Optional::isPresent);
      return whole
          ? Optional.of(
              new Question(
                  share(nullRate.get()),
                  share(hoped.get()),
                  landmark.get(),
                  accrual.get(),
                  alpha.get().doubleValue(),
                  sides.get() == Sidedness.TWO_SIDED ? 2 : 1,
                  share(power.get()),
                  share(dropout.get()),
                  required.get(),
                  planned.get()))
          : Optional.empty();
    }

    private static double share(BigDecimal percent) {
      return percent.movePointLeft(2).doubleValue();
    }

    /** Around the required and the planned number, both among them. */
    List<Integer> sizes() {
      return Stream.of(
              required - 5,
              required - 3,
              required - 1,
              required,
              required + 1,
              planned - 1,
              planned,
              planned + 1)
          .filter(n -> n > 1)
          .distinct()
          .sorted()
          .toList();
    }

    OneArmSurvival survival() {
      return new OneArmSurvival(
          landmarkMonths,
          nullRate,
          hopedRate,
          accrualMonths,
          ASSUMED_FOLLOW_UP_MONTHS,
          0,
          1,
          new OneArmSurvival.Errors(alpha, sides, power));
    }
  }

  /** Simulates; a few seconds of one processor, the same figures each time. */
  static DesignFigures of(Question question) {
    OneArmSurvival design = question.survival();
    double alpha = design.errors().oneSidedAlpha();
    List<Rule> rules =
        List.of(
            Rule.LogRank.whole(Statistic.BRESLOW, design.nullModel(), alpha),
            Rule.LogRank.whole(Statistic.WU, design.nullModel(), alpha),
            Rule.LogRank.whole(Statistic.GAMMA, design.nullModel(), alpha),
            new Rule.LogRank(Statistic.BRESLOW, design.nullModel(), design.time(), alpha));
    List<OperatingCharacteristics> power = new ArrayList<>();
    for (int n : question.sizes()) {
      power.add(SingleArmSimulation.of(trial(design, n), rules, Run.of(TRIALS, SEED)));
    }
    SingleArmTrial required = trial(design, question.required());
    List<FlatControl> plateaus = new ArrayList<>();
    for (double share : PLATEAUS) {
      if (share < question.nullRate()) {
        SingleArmTrial flat =
            required.under(Plateau.through(share, design.time(), question.nullRate()));
        plateaus.add(
            new FlatControl(share, SingleArmSimulation.of(flat, rules, Run.of(TRIALS, SEED))));
      }
    }
    return new DesignFigures(
        question,
        question.required(),
        question.planned(),
        design,
        Dropout.of(WholeCurveMethod.LOG_HAZARD_RATIO, design, question.dropout(), MONTHS_A_YEAR),
        question.sizes(),
        power,
        SingleArmSimulation.of(required.under(design.nullModel()), rules, Run.of(TRIALS, SEED)),
        plateaus);
  }

  private static SingleArmTrial trial(OneArmSurvival design, int participants) {
    return SingleArmTrial.uniform(
        participants, design.accrual(), design.followUp(), design.alternativeModel());
  }

  /** The chance that the exact test of the rate at the landmark rejects, when nobody is lost. */
  double exactPower(int participants) {
    return atLeast(critical(participants), participants, question.hopedRate());
  }

  /** Its true size, at most the nominal one. */
  double exactSize(int participants) {
    return atLeast(critical(participants), participants, question.nullRate());
  }

  private int critical(int participants) {
    return ExactSingleStage.critical(
        participants, question.nullRate(), survival.errors().oneSidedAlpha());
  }

  /** The upper tail of a binomial distribution. */
  private static double atLeast(int successes, int n, double p) {
    double term = Math.pow(1 - p, n);
    double below = 0;
    for (int k = 0; k < successes; k++) {
      below += term;
      term *= (n - k) / (k + 1.0) * p / (1 - p);
    }
    return 1 - below;
  }

  double arcsineRaw() {
    return LandmarkMethod.ARCSINE
        .size(
            question.nullRate(),
            question.hopedRate(),
            survival.errors(),
            LandmarkMethod.Variance.NULL_AND_ALTERNATIVE)
        .raw();
  }

  /** Power of a simulated test at one of the {@link #sizes}. */
  double power(int test, int participants) {
    return power.get(sizes.indexOf(participants)).results().get(test).rejected();
  }
}
