package org.lodestar.app.cli.design;

import org.lodestar.app.cli.Session;
import org.lodestar.statistics.simulation.Rule;
import org.lodestar.statistics.simulation.Statistic;

/** Rules as a table names them, in the language of the run. */
final class RuleWords {
  private RuleWords() {}

  static String of(Session session, Rule rule) {
    return switch (rule) {
      case Rule.LogRank test -> logRank(session, test);
      case Rule.LandmarkBinomial test ->
          session.say("exact binomial at ", "精确二项，时间 ") + Figures.plain(test.landmark());
      case Rule.LandmarkKaplanMeier test ->
          session.say("Kaplan-Meier rate at ", "Kaplan-Meier 生存率，时间 ")
              + Figures.plain(test.landmark())
              + session.say(", interval ", "，区间 ")
              + test.type();
      case Rule.Sequential test ->
          session.say("one-sample log-rank, looks: ", "单样本对数秩，期中分析次数：") + test.looks().size();
      case Rule.Analysis analysis -> analysis.describe();
    };
  }

  private static String logRank(Session session, Rule.LogRank test) {
    String name =
        session.say("one-sample log-rank, ", "单样本对数秩，") + statistic(session, test.statistic());
    return Double.isFinite(test.truncatedAt())
        ? name + session.say(", truncated at ", "，截至 ") + Figures.plain(test.truncatedAt())
        : name;
  }

  private static String statistic(Session session, Statistic statistic) {
    return switch (statistic) {
      case BRESLOW -> "Breslow";
      case WU -> "Wu";
      case SQUARE_ROOT -> session.say("square root", "平方根");
      case EXACT_POISSON -> session.say("exact Poisson", "精确 Poisson");
      case GAMMA -> session.say("exact gamma", "精确 gamma");
      case LOG_RATIO -> session.say("log ratio", "对数比");
      case RATE -> session.say("rate", "风险率");
      case MEAN -> session.say("mean", "均值");
      case CUBE_ROOT_RATE -> session.say("cube root of the rate", "风险率立方根");
      case CUBE_ROOT_MEAN -> session.say("cube root of the mean", "均值立方根");
    };
  }
}
