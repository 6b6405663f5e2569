package org.lodestar.app.cli.design;

import org.lodestar.app.cli.Session;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.PiecewiseExponential;
import org.lodestar.statistics.survival.Plateau;
import org.lodestar.statistics.survival.PublishedCurve;
import org.lodestar.statistics.survival.SurvivalModel;
import org.lodestar.statistics.survival.Weibull;

/** Survival models in words, in the language of the run. */
public final class ModelWords {
  private ModelWords() {}

  /** What the curve is. */
  public static String describe(Session session, SurvivalModel model) {
    return session.say(model.describe(), chinese(model));
  }

  private static String chinese(SurvivalModel model) {
    return switch (model) {
      case Exponential m -> "指数分布，风险率 " + Figures.plain(m.rate());
      case Weibull m ->
          "Weibull 分布，形状 " + Figures.plain(m.shape()) + "，尺度 " + Figures.plain(m.scale());
      case Plateau m -> "平台 " + Figures.plain(m.cured()) + "，其余者风险率 " + Figures.plain(m.rate());
      case PiecewiseExponential m -> "分段指数分布，共 " + m.pieces() + " 段";
      case PublishedCurve m -> "已发表曲线，" + m.points() + " 个点，至 " + Figures.plain(m.lastTime());
      default -> model.describe();
    };
  }

  /** What the curve takes for granted after its last stated point. */
  public static String assumption(Session session, SurvivalModel model) {
    return session.say(model.assumption(), chineseAssumption(model));
  }

  private static String chineseAssumption(SurvivalModel model) {
    return switch (model) {
      case Exponential ignored -> "风险率保持不变直至随访结束";
      case Weibull ignored -> "风险率按同一时间幂变化直至随访结束";
      case Plateau m -> "曲线趋于 " + Figures.plain(m.cured()) + " 后不再下降";
      case PiecewiseExponential m ->
          "自 "
              + Figures.plain(m.start(m.pieces() - 1))
              + " 起风险率保持 "
              + Figures.plain(m.rate(m.pieces() - 1))
              + " 直至随访结束";
      case PublishedCurve m -> "已发表曲线即为真实曲线，且 " + Figures.plain(m.lastTime()) + " 之后沿用其最后的风险率";
      default -> model.assumption();
    };
  }
}
