package org.lodestar.app.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.lodestar.app.print.PowerPlot;
import org.lodestar.statistics.design.BinomialHypotheses;
import org.lodestar.statistics.design.ExactSingleStage;
import org.lodestar.statistics.design.SampleSize;
import org.lodestar.statistics.design.WholeCurveMethod;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.report.Shown;

/** Puts the figures of the design into words of one language. */
final class DesignReader {
  private static final Words SAYS =
      new Words(
          "{null} % progression-free at {landmark} months in history, {hoped} % hoped for;"
              + " {sides} {alpha}, power {power} %. Accrual {accrual} months and follow-up"
              + " {follow} months are not in the record: assumed here.",
          "历史 {landmark} 个月无进展率 {null} %，期望 {hoped} %；{sides} {alpha}，检验效能 {power} %。"
              + "入组 {accrual} 个月、随访 {follow} 个月未见于登记记录，此处为假设。");
  private static final Words ONE_SIDED = new Words("one-sided", "单侧");
  private static final Words TWO_SIDED = new Words("two-sided", "双侧");
  private static final Words REGISTERED = new Words("Registered", "登记例数");
  private static final Words EVALUABLE = new Words("evaluable", "可评价");
  private static final Words REPRODUCED =
      new Words("{raw} by events over P(event)", "事件数除以事件概率得 {raw}");
  private static final Words WITH_DROPOUT = new Words("With {share} % dropout", "计脱落 {share} %");
  private static final Words OR = new Words("or {n}", "或 {n}");
  private static final Words READINGS =
      new Words(
          "n(1+d) = {plus}; n/(1−d) = {over}; within P(event) {inside}",
          "n(1+d) = {plus}；n/(1−d) = {over}；计入事件概率 {inside}");
  private static final Words RATIO = new Words("Hazard ratio", "风险比");
  private static final Words LOG_RANK_POWER =
      new Words("Power, log-rank, n = {n}", "对数秩检验效能，n = {n}");
  private static final Words SIMULATED = new Words("{trials} simulated trials", "模拟 {trials} 次");
  private static final Words RATE_POWER =
      new Words("Power, {landmark}-month rate, n = {n}", "{landmark} 个月率效能，n = {n}");
  private static final Words NEEDED = new Words("{n} needed for {power} %", "达 {power} % 需 {n} 例");
  private static final Words WARNING =
      new Words(
          "If the primary analysis is the {landmark}-month rate itself, {n} people give {exact} %"
              + " power, not {power} %",
          "若主要分析即 {landmark} 个月率本身，{n} 例的检验效能为 {exact} %，而非 {power} %");
  private static final Words WARNING_WHY =
      new Words(
          "The registered number fits a test on the whole curve. The record names the rate as"
              + " primary and does not name the test.",
          "登记例数对应整条曲线的检验。登记记录以该率为主要终点，但未指明检验方法。");
  private static final Words FLAT_WARNING =
      new Words(
          "A plateau in the control makes the log-rank reject a true null",
          "对照曲线出现平台时，对数秩检验会拒绝真实的零假设");

  /** A method that sizes a test which is not among the simulated ones. */
  private static final int NOT_SIMULATED = -1;

  private final DesignFigures figures;
  private final Language language;

  DesignReader(DesignFigures figures, Language language) {
    this.figures = figures;
    this.language = language;
  }

  DesignView read() {
    DesignFigures.Question question = figures.question();
    double exact = figures.exactPower(figures.required());
    return new DesignView(
        false,
        says(question),
        keys(question),
        exact < question.power() ? fill(WARNING) : "",
        fill(WARNING_WHY),
        methods(),
        plot(),
        power(),
        fill(FLAT_WARNING),
        flat());
  }

  private String says(DesignFigures.Question question) {
    return Message.of(
            SAYS,
            "null",
            percent(question.nullRate()),
            "hoped",
            percent(question.hopedRate()),
            "landmark",
            question.landmarkMonths(),
            "sides",
            question.sides() == 2 ? TWO_SIDED : ONE_SIDED,
            "alpha",
            plain(question.alpha()),
            "power",
            percent(question.power()),
            "accrual",
            question.accrualMonths(),
            "follow",
            DesignFigures.ASSUMED_FOLLOW_UP_MONTHS)
        .in(language);
  }

  /** Fills the figures that all sentences may name. */
  private String fill(Words words) {
    DesignFigures.Question question = figures.question();
    return Message.of(
            words,
            "n",
            figures.required(),
            "landmark",
            question.landmarkMonths(),
            "power",
            percent(question.power()),
            "exact",
            one(figures.exactPower(figures.required())),
            "share",
            percent(question.dropout()),
            "trials",
            String.format(java.util.Locale.ROOT, "%,d", DesignFigures.TRIALS),
            "raw",
            two(WholeCurveMethod.LOG_HAZARD_RATIO.size(figures.survival()).raw()),
            "plus",
            shown(figures.dropout().timesOnePlus().raw()),
            "over",
            shown(figures.dropout().overRetained().raw()),
            "inside",
            shown(figures.dropout().insideFollowUp().raw()))
        .in(language);
  }

  private List<EfficacyView.Key> keys(DesignFigures.Question question) {
    String over = Integer.toString(figures.dropout().overRetained().n());
    List<EfficacyView.Key> keys = new ArrayList<>();
    keys.add(
        new EfficacyView.Key(
            say(REGISTERED),
            Integer.toString(figures.required()),
            say(EVALUABLE),
            fill(REPRODUCED),
            ""));
    keys.add(
        new EfficacyView.Key(
            fill(WITH_DROPOUT),
            Integer.toString(figures.planned()),
            say(OR).replace("{n}", over),
            fill(READINGS),
            ""));
    keys.add(
        new EfficacyView.Key(
            say(RATIO),
            three(figures.survival().hazardRatio()),
            "",
            "ln " + plain(question.hopedRate()) + " / ln " + plain(question.nullRate()),
            ""));
    keys.add(
        new EfficacyView.Key(
            fill(LOG_RANK_POWER),
            one(figures.power(DesignFigures.BRESLOW, figures.required())),
            "%",
            fill(SIMULATED),
            ""));
    keys.add(
        new EfficacyView.Key(
            fill(RATE_POWER),
            one(figures.exactPower(figures.required())),
            "%",
            Message.of(NEEDED, "n", exact().n(), "power", percent(question.power())).in(language),
            ""));
    return keys;
  }

  private ExactSingleStage exact() {
    DesignFigures.Question question = figures.question();
    return ExactSingleStage.of(
        new BinomialHypotheses(
            question.nullRate(),
            question.hopedRate(),
            figures.survival().errors().oneSidedAlpha(),
            1 - question.power()));
  }

  private TableView methods() {
    List<TableView.Row> rows = new ArrayList<>();
    rows.add(
        method(
            WholeCurveMethod.LOG_HAZARD_RATIO,
            "main",
            new Words("Events needed over P(event), log hazard ratio", "所需事件数除以事件概率（对数风险比）"),
            DesignFigures.BRESLOW,
            new Words("reproduces the registered number", "重现登记例数")));
    rows.add(
        method(
            WholeCurveMethod.SWOG,
            "plain",
            new Words("Cube root of the hazard, + 1/2 (SWOG)", "风险率立方根 + 1/2（SWOG）"),
            NOT_SIMULATED,
            new Words("the same figure by another route", "另一途径得同一数字")));
    rows.add(
        method(
            WholeCurveMethod.WU_2015,
            "plain",
            new Words("One-sample log-rank, exact variance (Wu 2015)", "单样本对数秩，精确方差（Wu 2015）"),
            DesignFigures.BRESLOW,
            Words.same("")));
    rows.add(
        method(
            WholeCurveMethod.WU_MODIFIED,
            "plain",
            new Words("Modified log-rank, variance (O + E)/2 (Wu)", "改良对数秩，方差 (O + E)/2（Wu）"),
            DesignFigures.WU,
            new Words("keeps its size best", "一类错误最接近名义值")));
    rows.add(
        method(
            WholeCurveMethod.EXACT_GAMMA,
            "plain",
            new Words("Exact gamma test", "精确 gamma 检验"),
            DesignFigures.GAMMA,
            Words.same("")));
    rows.add(
        row(
            "plain",
            new Words("Landmark rate, arcsine", "里程碑率，反正弦"),
            two(figures.arcsineRaw()),
            Integer.toString((int) Math.ceil(figures.arcsineRaw())),
            "–",
            "–",
            Words.same("")));
    ExactSingleStage exact = exact();
    rows.add(
        row(
            "mark",
            new Words("Landmark rate, exact binomial", "里程碑率，精确二项"),
            "–",
            Integer.toString(exact.n()),
            one(figures.exactPower(figures.required())),
            two(100 * figures.exactSize(figures.required())),
            new Words(
                "the first n that holds; from " + exact.stableFrom() + " on every n does",
                "首个满足的 n；自 " + exact.stableFrom() + " 起均满足")));
    return new TableView(
        "",
        "",
        List.of(
            column("Method", "方法", false),
            column("n, exact", "未取整", true),
            column("n", "n", true),
            column(
                "Power at " + figures.required() + ", %",
                "n=" + figures.required() + " 效能 %",
                true),
            column("Size, %", "一类错误 %", true),
            column("Note", "说明", false)),
        rows);
  }

  private TableView.Row method(
      WholeCurveMethod method, String kind, Words name, int test, Words note) {
    SampleSize size = method.size(figures.survival());
    boolean simulated = test != NOT_SIMULATED;
    return row(
        kind,
        name,
        two(size.raw()),
        Integer.toString(size.n()),
        simulated ? one(figures.power(test, figures.required())) : "–",
        simulated ? two(100 * figures.atNull().results().get(test).rejected()) : "–",
        note);
  }

  private TableView.Row row(
      String kind, Words name, String raw, String n, String power, String size, Words note) {
    return new TableView.Row(
        kind,
        List.of(
            new TableView.Cell(say(name), false),
            new TableView.Cell(raw, true),
            new TableView.Cell(n, true),
            new TableView.Cell(power, true),
            new TableView.Cell(size, true),
            new TableView.Cell(say(note), false)));
  }

  private TableView.Column column(String en, String zh, boolean number) {
    return new TableView.Column(say(new Words(en, zh)), number);
  }

  private List<PowerPlot.Line> lines() {
    List<Double> exact = figures.sizes().stream().map(n -> 100 * figures.exactPower(n)).toList();
    return List.of(
        line(new Words("exact gamma", "精确 gamma"), "g", DesignFigures.GAMMA),
        line(new Words("modified log-rank", "改良对数秩"), "v", DesignFigures.WU),
        line(new Words("classical log-rank", "经典对数秩"), "b", DesignFigures.BRESLOW),
        new PowerPlot.Line(
            new Words(
                "exact " + figures.question().landmarkMonths() + "-month rate",
                figures.question().landmarkMonths() + " 个月率（精确）"),
            "r",
            figures.sizes(),
            exact));
  }

  private PowerPlot.Line line(Words name, String colour, int test) {
    return new PowerPlot.Line(
        name,
        colour,
        figures.sizes(),
        figures.sizes().stream().map(n -> 100 * figures.power(test, n)).toList());
  }

  private String plot() {
    PowerPlot plot =
        new PowerPlot(
            lines(),
            List.of(figures.required(), figures.planned()),
            100 * figures.question().power(),
            language);
    return plot.wide() + plot.narrow() + plot.paper();
  }

  private TableView power() {
    List<TableView.Column> columns = new ArrayList<>();
    columns.add(column("n", "n", true));
    lines().forEach(line -> columns.add(new TableView.Column(line.name().in(language), true)));
    List<TableView.Row> rows = new ArrayList<>();
    for (int i = 0; i < figures.sizes().size(); i++) {
      List<TableView.Cell> cells = new ArrayList<>();
      cells.add(new TableView.Cell(figures.sizes().get(i).toString(), true));
      for (PowerPlot.Line line : lines()) {
        cells.add(new TableView.Cell(Shown.one(line.powers().get(i)), true));
      }
      int n = figures.sizes().get(i);
      boolean marked = n == figures.required() || n == figures.planned();
      rows.add(new TableView.Row(marked ? "main" : "plain", cells));
    }
    return new TableView("", "", columns, rows);
  }

  private TableView flat() {
    List<TableView.Row> rows = new ArrayList<>();
    rows.add(
        flatRow(
            "plain",
            new Words("falls on, exponential", "继续下降（指数）"),
            figures.atNull().results().get(DesignFigures.BRESLOW).rejected(),
            figures.atNull().results().get(DesignFigures.WU).rejected(),
            figures.atNull().results().get(DesignFigures.TRUNCATED).rejected()));
    for (DesignFigures.FlatControl plateau : figures.plateaus()) {
      rows.add(
          flatRow(
              "mark",
              new Words(
                  "plateau at " + percent(plateau.share()) + " %",
                  "平台 " + percent(plateau.share()) + " %"),
              plateau.rejected().results().get(DesignFigures.BRESLOW).rejected(),
              plateau.rejected().results().get(DesignFigures.WU).rejected(),
              plateau.rejected().results().get(DesignFigures.TRUNCATED).rejected()));
    }
    return new TableView(
        "",
        "",
        List.of(
            column("Control curve after the landmark", "里程碑后对照曲线", false),
            column("Classical, rejects %", "经典，拒绝 %", true),
            column("Modified, rejects %", "改良，拒绝 %", true),
            column("Stopped at the landmark, %", "止于里程碑，拒绝 %", true)),
        rows);
  }

  private TableView.Row flatRow(String kind, Words name, double a, double b, double c) {
    return new TableView.Row(
        kind,
        List.of(
            new TableView.Cell(say(name), false),
            new TableView.Cell(one(a), true),
            new TableView.Cell(one(b), true),
            new TableView.Cell(one(c), true)));
  }

  private String say(Words words) {
    return words.in(language);
  }

  /** A share in percent with one decimal. */
  private static String one(double share) {
    return Shown.one(100 * share);
  }

  private static String shown(double number) {
    return Shown.one(number);
  }

  private static String two(double number) {
    return rounded(number, 2);
  }

  private static String three(double number) {
    return rounded(number, 3);
  }

  private static String rounded(double number, int decimals) {
    return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /** A share in percent without needless zeros. */
  private static String percent(double share) {
    return plain(BigDecimal.valueOf(share).movePointRight(2).doubleValue());
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
