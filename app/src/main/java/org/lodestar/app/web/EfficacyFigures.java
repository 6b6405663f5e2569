package org.lodestar.app.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lodestar.app.print.KaplanMeierPlot;
import org.lodestar.app.print.SpiderPlot;
import org.lodestar.app.print.SwimmerPlot;
import org.lodestar.app.print.WaterfallPlot;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.Landmark;
import org.lodestar.statistics.survival.SurvivalQuantile;
import org.lodestar.trial.efficacy.Endpoints;
import org.lodestar.trial.efficacy.ResponseRate;
import org.lodestar.trial.efficacy.SurvivalCurve;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.EndpointSettings;
import org.lodestar.trial.report.Course;
import org.lodestar.trial.report.CourseTable;
import org.lodestar.trial.report.EfficacyTables.Endpoint;
import org.lodestar.trial.report.Shown;
import org.lodestar.trial.report.SurvivalPicture;

/** What the page of efficacy shows, in one language. */
final class EfficacyFigures {
  private static final Words CURVE =
      new Words("Kaplan-Meier estimate with its band", "Kaplan-Meier 估计及区间");
  private static final Words TICK = new Words("tick: censored", "竖线：删失");
  private static final Words SWIMMER = new Words("Swimmer", "泳道图");
  private static final Words SWIMMER_SAYS =
      new Words(
          "bar to progression or last assessment; colour: best response", "条至进展或末次评估；颜色：最佳疗效");
  private static final Words WATERFALL = new Words("Waterfall", "瀑布图");
  private static final Words SPIDER = new Words("Spider", "蜘蛛图");
  private static final Words SPIDER_SAYS =
      new Words("true days; broken without a sum; dot: progression", "实际日期；无总径处断开；点：进展");
  private static final Words LANDMARK = new Words("Rate at the landmark", "里程碑率");
  private static final Words MEDIAN = new Words("Median", "中位数");
  private static final Words MONTHS = new Words("months", "月");
  private static final Words EVENTS = new Words("Events", "事件");
  private static final Words RESPONSE = new Words("Response rate", "客观缓解率");
  private static final Words INTERVAL = new Words("95 % interval ", "95% 区间 ");
  private static final Words EXACT = new Words(", exact", "，精确法");

  private final EfficacySet set;
  private final Language language;
  private final Optional<Course.Order> order;

  /**
   * @param order for all pictures alike; empty for each its own
   */
  EfficacyFigures(EfficacySet set, Language language, Optional<Course.Order> order) {
    this.set = set;
    this.language = language;
    this.order = order;
  }

  EfficacyView read(Endpoint endpoint) {
    Derived<SurvivalCurve> curve = set.tables().curve(endpoint);
    Optional<SurvivalPicture> picture = set.tables().picture(endpoint);
    if (picture.isEmpty()) {
      return EfficacyView.without(endpoint.key(), say(endpoint.words()), curve.sentence(language));
    }
    List<EfficacyView.Figure> figures = new ArrayList<>();
    figures.add(survival(endpoint, picture.get()));
    figures.addAll(courses());
    return new EfficacyView(
        true,
        "",
        "",
        endpoint.key(),
        say(endpoint.words()),
        keys(endpoint, curve),
        figures,
        TableView.of(set.tables().response(), language),
        TableView.of(
            CourseTable.of(courses(Course.Order.TIME), set.participants().size()), language),
        order.map(o -> o.name().toLowerCase(Locale.ROOT)).orElse(""));
  }

  private EfficacyView.Figure survival(Endpoint endpoint, SurvivalPicture picture) {
    KaplanMeierPlot plot = new KaplanMeierPlot(picture, language);
    return new EfficacyView.Figure(
        endpoint.key(),
        say(CURVE),
        say(TICK),
        plot.wide() + plot.narrow() + plot.paper(),
        false,
        set.tables().ticks(endpoint).map(table -> TableView.of(table, language)).orElse(null));
  }

  private List<EfficacyView.Figure> courses() {
    SwimmerPlot swimmer = swimmer();
    WaterfallPlot waterfall = waterfall();
    SpiderPlot spider = spider();
    Words denominators =
        CourseTable.denominators(
            set.participants().size(), set.courses().size(), waterfall.measured().size());
    return List.of(
        new EfficacyView.Figure(
            "swimmer",
            say(SWIMMER),
            say(SWIMMER_SAYS),
            swimmer.wide() + swimmer.narrow() + swimmer.paper(),
            true,
            null),
        new EfficacyView.Figure(
            "waterfall",
            say(WATERFALL),
            say(denominators),
            waterfall.wide() + waterfall.narrow() + waterfall.paper(),
            false,
            null),
        new EfficacyView.Figure(
            "spider",
            say(SPIDER),
            say(SPIDER_SAYS),
            spider.wide() + spider.narrow() + spider.paper(),
            false,
            null));
  }

  SwimmerPlot swimmer() {
    return new SwimmerPlot(courses(Course.Order.TIME), set.axis(), language);
  }

  WaterfallPlot waterfall() {
    return new WaterfallPlot(courses(Course.Order.CHANGE), language);
  }

  SpiderPlot spider() {
    return new SpiderPlot(courses(Course.Order.TIME), set.axis(), language);
  }

  private List<Course> courses(Course.Order own) {
    return set.courses(order.orElse(own));
  }

  private List<EfficacyView.Key> keys(Endpoint endpoint, Derived<SurvivalCurve> curve) {
    Derived<Landmark> landmark = Endpoints.landmark(curve, set.protocol());
    BigDecimal month = set.protocol().get(EndpointSettings.MONTH_DAYS).require();
    double level = set.tables().level();
    SurvivalQuantile median = curve.get().kaplanMeier().median(IntervalType.LOG_LOG, level);
    Derived<ResponseRate> rate = Endpoints.objectiveResponse(set.participants(), set.protocol());
    int people = curve.get().times().size();
    List<EfficacyView.Key> keys = new ArrayList<>();
    keys.add(
        new EfficacyView.Key(
            say(LANDMARK),
            landmark.known().map(known -> Shown.percent(known.survival())).orElse("NE"),
            "%",
            landmark
                .known()
                .map(known -> say(INTERVAL) + Shown.percent(known.interval()))
                .orElse(landmark.sentence(language)),
            endpoint == Endpoint.PFS ? "/why/landmark" : ""));
    keys.add(
        new EfficacyView.Key(
            say(MEDIAN),
            Shown.months(median.time(), month),
            say(MONTHS),
            say(INTERVAL) + Shown.months(median.interval(), month),
            ""));
    keys.add(
        new EfficacyView.Key(
            say(EVENTS),
            Integer.toString(curve.get().eventCount()),
            language == Language.ZH ? "/ " + people : "of " + people,
            "",
            ""));
    rate.known()
        .ifPresent(
            known ->
                keys.add(
                    new EfficacyView.Key(
                        say(RESPONSE),
                        Shown.percent(Estimate.of(known.rate())),
                        "%",
                        say(INTERVAL) + Shown.percent(known.interval()) + say(EXACT),
                        "/why/response-rate")));
    return keys;
  }

  private String say(Words words) {
    return words.in(language);
  }
}
