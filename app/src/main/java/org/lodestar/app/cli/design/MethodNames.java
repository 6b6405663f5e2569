package org.lodestar.app.cli.design;

import java.util.Map;
import org.lodestar.app.cli.Session;

/** Methods and tests by name; in English as the library names them. */
final class MethodNames {
  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry("log hazard ratio, D / P1", "对数风险比，D / P1"),
          Map.entry("log hazard ratio, D rounded up first", "对数风险比，先将 D 取整"),
          Map.entry("log hazard ratio, D / P0", "对数风险比，D / P0"),
          Map.entry("log hazard ratio, D / mean(P0, P1)", "对数风险比，D / (P0 与 P1 之均值)"),
          Map.entry("log hazard ratio, null and alternative variance", "对数风险比，零假设与备择方差"),
          Map.entry("one-sample log-rank, exact variance (Wu)", "单样本对数秩，精确方差（Wu）"),
          Map.entry(
              "modified one-sample log-rank (Wu), variance (O + E) / 2",
              "修正单样本对数秩（Wu），方差 (O + E) / 2"),
          Map.entry("one-sample log-rank (Kwak and Jung)", "单样本对数秩（Kwak 与 Jung）"),
          Map.entry("one-sample log-rank, null variance at the null", "单样本对数秩，零假设下的零方差"),
          Map.entry("variance-stabilised, 2 (sqrt O - sqrt E)", "方差稳定化，2 (sqrt O - sqrt E)"),
          Map.entry(
              "SWOG one-arm exponential, cube root of the hazard, + 1/2",
              "SWOG 单臂指数法，风险率立方根，+ 1/2"),
          Map.entry("SWOG one-arm exponential without the 1/2", "SWOG 单臂指数法，不加 1/2"),
          Map.entry("exponential, cube root of the mean", "指数分布，均值立方根"),
          Map.entry("exponential, cube root of the mean, P1 throughout", "指数分布，均值立方根，均用 P1"),
          Map.entry("exact gamma test, events / P1", "精确 gamma 检验，事件数 / P1"),
          Map.entry("exponential, estimate of the mean", "指数分布，均值估计"),
          Map.entry("exponential, estimate of the rate", "指数分布，风险率估计"),
          Map.entry("half of a two-sample log-rank trial", "双样本对数秩试验的一半"),
          Map.entry("landmark rate, identity with continuity correction", "界标率，恒等变换，连续性校正"),
          Map.entry("exact binomial, first n", "精确二项，首个 n"),
          Map.entry("exact binomial, every n from", "精确二项，自此各 n 均满足"),
          Map.entry("Simon optimal", "Simon 最优"),
          Map.entry("Simon minimax", "Simon 极小极大"),
          Map.entry("exact Poisson", "精确 Poisson"),
          Map.entry("exact gamma", "精确 gamma"),
          Map.entry("exact binomial at the landmark", "界标时间的精确二项"),
          Map.entry("Breslow truncated at the landmark", "Breslow，截至界标时间"),
          Map.entry("Wu truncated at the landmark", "Wu，截至界标时间"),
          Map.entry("loss inside P(event)", "失访计入事件概率"));

  /** Landmark methods: a transform, perhaps with the variance that is used. */
  private static final Map<String, String> CHINESE_PARTS =
      Map.of(
          "landmark rate", "界标率",
          "identity", "恒等变换",
          "log", "对数",
          "log-log", "双对数",
          "logit", "logit",
          "arcsine", "反正弦",
          "alternative variance", "备择方差",
          "null variance", "零假设方差");

  private MethodNames() {}

  static String of(Session session, String english) {
    return session.say(english, chinese(english));
  }

  static String chinese(String english) {
    String whole = CHINESE.get(english);
    if (whole != null || !english.startsWith("landmark rate, ")) {
      return whole == null ? english : whole;
    }
    String[] parts = english.split(", ");
    for (int i = 0; i < parts.length; i++) {
      parts[i] = CHINESE_PARTS.getOrDefault(parts[i], parts[i]);
    }
    return String.join("，", parts);
  }
}
