package org.lodestar.app.cli.design;

import org.lodestar.app.cli.CliRule;
import org.lodestar.app.cli.Failure;
import org.lodestar.statistics.design.BinomialHypotheses;
import org.lodestar.statistics.design.OneArmSurvival;
import picocli.CommandLine.Option;

/** The design itself, as all its commands take it. */
final class DesignOptions {
  @Option(names = "--null", required = true, paramLabel = "RATE")
  double nullRate;

  @Option(names = "--alternative", required = true, paramLabel = "RATE")
  double alternative;

  @Option(names = "--at", required = true, paramLabel = "TIME", converter = Months.Converter.class)
  Months at;

  @Option(
      names = "--accrual",
      required = true,
      paramLabel = "TIME",
      converter = Months.Converter.class)
  Months accrual;

  @Option(
      names = "--follow-up",
      required = true,
      paramLabel = "TIME",
      converter = Months.Converter.class)
  Months followUp;

  @Option(names = "--alpha", paramLabel = "ALPHA", defaultValue = "0.05")
  double alpha;

  @Option(names = "--sides", paramLabel = "1|2", defaultValue = "2")
  int sides;

  @Option(names = "--power", paramLabel = "POWER", defaultValue = "0.8")
  double power;

  @Option(names = "--shape", paramLabel = "SHAPE", defaultValue = "1")
  double shape;

  @Option(names = "--dropout", paramLabel = "SHARE", defaultValue = "0.10")
  double dropout;

  OneArmSurvival design() {
    return new OneArmSurvival(
        at.value(),
        nullRate,
        alternative,
        accrual.value(),
        followUp.value(),
        0,
        shape,
        new OneArmSurvival.Errors(alpha, sides, power));
  }

  BinomialHypotheses binomial() {
    return new BinomialHypotheses(nullRate, alternative, alpha / sides, 1 - power);
  }

  /** What the library refuses is a mistake of the command line. */
  static Failure refused(String command, IllegalArgumentException refusal) {
    return CliRule.WRONG_USE.failure(
        "detail", String.valueOf(refusal.getMessage()), "command", "lodestar design " + command);
  }
}
