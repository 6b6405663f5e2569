package org.lodestar.app.print;

import java.util.List;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.statistics.survival.Landmark;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.report.Shown;
import org.lodestar.trial.report.SurvivalPicture;
import org.lodestar.trial.report.Tick;

/**
 * A survival curve with its band, the landmark, the levels of the design, and under the ticks the
 * numbers at risk, of events and of censored, all from the same estimate.
 */
public record KaplanMeierPlot(SurvivalPicture picture, Language language) {
  private static final Words AT_RISK = new Words("At risk", "在险");
  private static final Words EVENTS = new Words("Events", "事件");
  private static final Words CENSORED = new Words("Censored", "删失");
  private static final Words SAYS = new Words("Kaplan-Meier estimate: ", "Kaplan-Meier 估计：");
  private static final Words TO = new Words(" to ", " 至 ");
  private static final int TOP = 14;
  private static final int BELOW = 98;

  private record Frame(double left, double right, double ground, double months) {
    double x(double month) {
      return left + (right - left) * month / months;
    }

    double y(double share) {
      return ground - (ground - TOP) * share;
    }
  }

  /** Where the numbers under the ticks stand, from the ground down. */
  private static final int ROW = 16;

  public String wide() {
    return draw("wide", 1120, 440, 150, 6);
  }

  public String narrow() {
    return draw("narrow", 340, 330, 10, 12);
  }

  public String paper() {
    return draw("paper", 690, 315, 120, 6);
  }

  private KaplanMeier estimate() {
    return picture.curve().kaplanMeier();
  }

  private double month(double days) {
    return days / picture.monthDays().doubleValue();
  }

  private String draw(String kind, int width, int height, int margin, int every) {
    List<Tick> ticks = picture.ticks(every);
    double months = Math.max(every, ticks.getLast().month());
    Frame frame = new Frame(76, width - margin, height - BELOW, months);
    Svg svg = new Svg(kind, width, height, SAYS.in(language) + picture.measure().in(language));
    axes(svg, frame);
    ticks.forEach(tick -> tick(svg, frame, tick));
    band(svg, frame);
    for (SurvivalPicture.DesignLevel level : picture.levels()) {
      level(svg, frame, level, margin > 50);
    }
    curve(svg, frame);
    picture.landmark().ifPresent(known -> landmark(svg, frame, known));
    return svg.done();
  }

  private void axes(Svg svg, Frame frame) {
    for (int percent = 0; percent <= 100; percent += 20) {
      double y = frame.y(percent / 100.0);
      svg.line("ax", frame.left() - 5, y, frame.left(), y);
      svg.text("e mu", frame.left() - 9, y + 4, Integer.toString(percent));
    }
    svg.line("ax", frame.left(), TOP, frame.left(), frame.ground());
    svg.line("ax", frame.left(), frame.ground(), frame.right(), frame.ground());
    double below = frame.ground() + 36;
    svg.text("m mu", (frame.left() + frame.right()) / 2, below, picture.axis().in(language));
    svg.text("bd", 0, below + ROW + 4, AT_RISK.in(language));
    svg.text("mu", 0, below + 2 * ROW + 4, EVENTS.in(language));
    svg.text("mu", 0, below + 3 * ROW + 4, CENSORED.in(language));
  }

  private static void tick(Svg svg, Frame frame, Tick tick) {
    double x = frame.x(tick.month());
    double below = frame.ground() + 36;
    svg.line("ax", x, frame.ground(), x, frame.ground() + 5);
    svg.text("m mu", x, frame.ground() + 18, Integer.toString(tick.month()));
    svg.text("m bd", x, below + ROW + 4, Integer.toString(tick.atRisk()));
    svg.text("m mu", x, below + 2 * ROW + 4, Integer.toString(tick.events()));
    svg.text("m mu", x, below + 3 * ROW + 4, Integer.toString(tick.censored()));
  }

  private void band(Svg svg, Frame frame) {
    KaplanMeier estimate = estimate();
    List<KaplanMeier.Step> steps = estimate.steps();
    double lower = 1;
    double upper = 1;
    double from = 0;
    for (int i = 0; i <= steps.size(); i++) {
      double to = i == steps.size() ? estimate.lastTime() : steps.get(i).time();
      if (to > from && lower < upper) {
        double x = frame.x(month(from));
        double width = frame.x(month(to)) - x;
        svg.rect("band", x, frame.y(upper), width, frame.y(lower) - frame.y(upper));
      }
      if (i < steps.size()) {
        Interval interval = estimate.intervalAt(i, IntervalType.LOG_LOG, picture.level());
        boolean known = interval.lower().isEstimable() && interval.upper().isEstimable();
        lower = known ? interval.lower().value() : 1;
        upper = known ? interval.upper().value() : 1;
        from = to;
      }
    }
  }

  private void curve(Svg svg, Frame frame) {
    StringBuilder path = new StringBuilder("M" + Svg.n(frame.x(0)) + " " + Svg.n(frame.y(1)));
    for (KaplanMeier.Step step : estimate().steps()) {
      double x = frame.x(month(step.time()));
      path.append('H').append(Svg.n(x)).append('V').append(Svg.n(frame.y(step.survival())));
      if (step.censored() > 0) {
        double y = frame.y(step.survival());
        svg.line("ax", x, y - 5, x, y + 5);
      }
    }
    svg.path("line", path.toString());
  }

  private void level(Svg svg, Frame frame, SurvivalPicture.DesignLevel level, boolean named) {
    String colour = level.hoped() ? "blue" : "red";
    double y = frame.y(level.percent().doubleValue() / 100);
    svg.line("ref s-" + colour, frame.left(), y, frame.right(), y);
    String text = level.percent().stripTrailingZeros().toPlainString() + " %";
    if (named) {
      String name = text + " " + level.name().in(language);
      svg.text("f-" + colour, frame.right() + 8, y + 4, name);
    } else {
      svg.text("e halo f-" + colour, frame.right() - 2, y - 4, text);
    }
  }

  private void landmark(Svg svg, Frame frame, Landmark known) {
    double x = frame.x(month(known.time()));
    svg.line("ref", x, TOP, x, frame.ground());
    if (!known.survival().isEstimable()) {
      return;
    }
    double y = frame.y(known.survival().value());
    Interval interval = known.interval();
    String text = Shown.percent(known.survival()) + " %";
    if (interval.lower().isEstimable() && interval.upper().isEstimable()) {
      svg.line("ax", x, frame.y(interval.lower().value()), x, frame.y(interval.upper().value()));
      text +=
          " ("
              + Shown.percent(interval.lower())
              + TO.in(language)
              + Shown.percent(interval.upper())
              + ")";
    }
    svg.dot(x, y, 4.5);
    svg.text("bd halo", x + 9, y - 9, text);
  }
}
