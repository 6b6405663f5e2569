package org.lodestar.app.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.lodestar.trial.fact.Words;

/**
 * The operating characteristics of a batch beside those of the textbook.
 *
 * @param n the median number enrolled, with which the textbook's trials were simulated
 * @param rejections per test, in the order of {@link DecisionRule}
 */
public record BatchReport(
    int n, List<Rejection> rejections, List<Figure> figures, Textbook textbook) {
  public BatchReport {
    rejections = List.copyOf(rejections);
    figures = List.copyOf(figures);
  }

  /** How often a test rejected: its size under the null, its power under an alternative. */
  public record Rejection(DecisionRule test, int rejected, int trials) {
    public double share() {
      return (double) rejected / trials;
    }

    /** Monte Carlo standard error of {@link #share}. */
    public double standardError() {
      return Math.sqrt(share() * (1 - share()) / trials);
    }
  }

  /**
   * A figure of a trial, over all trials in which it is estimable.
   *
   * @param standardError Monte Carlo, of the mean; empty with a single trial
   * @param low the 5 % quantile
   * @param high the 95 % quantile
   */
  public record Figure(
      String key,
      Words words,
      int trials,
      double mean,
      OptionalDouble standardError,
      double low,
      double median,
      double high) {

    static Figure of(String key, Words words, double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int n = sorted.length;
      double mean = Arrays.stream(sorted).sum() / n;
      double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
      return new Figure(
          key,
          words,
          n,
          mean,
          n > 1 ? OptionalDouble.of(Math.sqrt(squares / (n - 1) / n)) : OptionalDouble.empty(),
          quantile(sorted, 0.05),
          quantile(sorted, 0.5),
          quantile(sorted, 0.95));
    }

    /** Whether it lies between 0 and 1. */
    public boolean isRate() {
      return key.endsWith("Rate") || key.startsWith("rate");
    }

    /** Linear between the order statistics (Hyndman and Fan 1996, type 7). */
    private static double quantile(double[] sorted, double p) {
      double place = p * (sorted.length - 1);
      int below = (int) place;
      int above = Math.min(below + 1, sorted.length - 1);
      return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
  }

  /** What the trials of a batch came to, and the textbook's trials of the same size and length. */
  public static BatchReport of(
      TrialBatch batch, List<TrialOutcome> outcomes, long seed, int threads) {
    List<Rejection> rejections = new ArrayList<>();
    for (DecisionRule test : DecisionRule.values()) {
      int rejected = (int) outcomes.stream().filter(each -> each.rejected().contains(test)).count();
      rejections.add(new Rejection(test, rejected, outcomes.size()));
    }
    int n = (int) Math.max(1, Math.round(median(outcomes, TrialOutcome::enrolled)));
    double accrual = median(outcomes, TrialOutcome::enrolmentDays);
    double followUp = Math.max(1, median(outcomes, TrialOutcome::followUpDays));
    return new BatchReport(
        n, rejections, figures(outcomes), Textbook.of(batch, n, accrual, followUp, seed, threads));
  }

  private static double median(List<TrialOutcome> outcomes, ToDoubleFunction<TrialOutcome> figure) {
    double[] values = outcomes.stream().mapToDouble(figure).toArray();
    return Figure.of("", Words.same(""), values).median();
  }

  private static List<Figure> figures(List<TrialOutcome> outcomes) {
    List<Figure> figures = new ArrayList<>();
    rate(figures, "rateAtLandmark", LANDMARK, outcomes, TrialOutcome::rateAtLandmark);
    rate(figures, "rateAtExactDay", EXACT, outcomes, TrialOutcome::rateAtExactDay);
    rate(figures, "trueRate", TRUE, outcomes, TrialOutcome::trueRate);
    count(figures, "enrolled", "enrolled", "入组", outcomes, TrialOutcome::enrolled);
    count(figures, "events", "events", "事件", outcomes, TrialOutcome::events);
    count(figures, "censored", "censored", "删失", outcomes, TrialOutcome::censored);
    count(figures, "dropouts", "dropouts", "退出访视", outcomes, TrialOutcome::dropouts);
    count(figures, "missedScans", "missed scans", "漏做的影像", outcomes, TrialOutcome::missedScans);
    count(
        figures,
        "enrolmentDays",
        "enrolment, days",
        "入组历时（天）",
        outcomes,
        TrialOutcome::enrolmentDays);
    count(figures, "facts", "facts in the log", "日志记录数", outcomes, TrialOutcome::facts);
    return figures;
  }

  private static final Words LANDMARK =
      new Words("rate at the protocol's landmark day", "方案里程碑日的率");
  private static final Words EXACT = new Words("rate at the exact day", "确切日的率");
  private static final Words TRUE = new Words("true rate at the exact day", "确切日的真实率");

  private static void rate(
      List<Figure> figures,
      String key,
      Words words,
      List<TrialOutcome> outcomes,
      Function<TrialOutcome, OptionalDouble> rate) {
    double[] values =
        outcomes.stream()
            .map(rate)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    if (values.length > 0) {
      figures.add(Figure.of(key, words, values));
    }
  }

  private static void count(
      List<Figure> figures,
      String key,
      String en,
      String zh,
      List<TrialOutcome> outcomes,
      ToDoubleFunction<TrialOutcome> value) {
    figures.add(Figure.of(key, new Words(en, zh), outcomes.stream().mapToDouble(value).toArray()));
  }
}
