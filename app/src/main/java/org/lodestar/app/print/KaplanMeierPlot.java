package org.lodestar.app.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.statistics.survival.Landmark;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.DesignSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingKey;

/**
 * A survival curve with its band, the landmark, the levels of the design, and the numbers at risk
 * under their ticks, all from the same estimate.
 */
public record KaplanMeierPlot(
    KaplanMeier estimate,
    Optional<Landmark> landmark,
    double monthDays,
    double level,
    Protocol protocol,
    Language language) {
  private static final Words AT_RISK = new Words("At risk", "在险");
  private static final Words MONTHS = new Words("months", "月");
  private static final Words HISTORY = new Words(" % history, H0", " % 历史，H0");
  private static final Words HOPED = new Words(" % hoped for, H1", " % 期望，H1");
  private static final Words SAYS = new Words("Kaplan-Meier estimate", "Kaplan-Meier 估计");
  private static final int TOP = 14;

  private record Frame(double left, double right, double ground, double months) {
    double x(double month) {
      return left + (right - left) * month / months;
    }

    double y(double share) {
      return ground - (ground - TOP) * share;
    }
  }

  public String wide() {
    return draw("wide", 1120, 400, 150, 6);
  }

  public String narrow() {
    return draw("narrow", 340, 300, 10, 12);
  }

  private String draw(String kind, int width, int height, int margin, int every) {
    double months = Math.ceil(estimate.lastTime() / monthDays / every) * every;
    Frame frame = new Frame(64, width - margin, height - 64, Math.max(every, months));
    Svg svg = new Svg(kind, width, height, SAYS.in(language));
    axes(svg, frame, every);
    band(svg, frame);
    level(svg, frame, DesignSettings.NULL_RATE_PERCENT, "ref s-red", "f-red", HISTORY, margin > 50);
    level(
        svg,
        frame,
        DesignSettings.ALTERNATIVE_RATE_PERCENT,
        "ref s-blue",
        "f-blue",
        HOPED,
        margin > 50);
    curve(svg, frame);
    landmark.ifPresent(known -> landmark(svg, frame, known));
    return svg.done();
  }

  private void axes(Svg svg, Frame frame, int every) {
    for (int percent = 0; percent <= 100; percent += 20) {
      double y = frame.y(percent / 100.0);
      svg.line("ax", frame.left() - 5, y, frame.left(), y);
      svg.text("e mu", frame.left() - 9, y + 4, Integer.toString(percent));
    }
    svg.line("ax", frame.left(), TOP, frame.left(), frame.ground());
    svg.line("ax", frame.left(), frame.ground(), frame.right(), frame.ground());
    svg.text("e bd", frame.left() - 14, frame.ground() + 44, AT_RISK.in(language));
    for (int month = 0; month <= frame.months(); month += every) {
      double x = frame.x(month);
      svg.line("ax", x, frame.ground(), x, frame.ground() + 5);
      svg.text("m mu", x, frame.ground() + 18, Integer.toString(month));
      String atRisk = Integer.toString(estimate.atRisk(month * monthDays));
      svg.text("m bd", x, frame.ground() + 44, atRisk);
    }
    svg.text("e mu", frame.right(), frame.ground() + 30, MONTHS.in(language));
  }

  private void band(Svg svg, Frame frame) {
    List<KaplanMeier.Step> steps = estimate.steps();
    double lower = 1;
    double upper = 1;
    double from = 0;
    for (int i = 0; i <= steps.size(); i++) {
      double to = i == steps.size() ? estimate.lastTime() : steps.get(i).time();
      if (to > from && lower < upper) {
        double x = frame.x(from / monthDays);
        double width = frame.x(to / monthDays) - x;
        svg.rect("band", x, frame.y(upper), width, frame.y(lower) - frame.y(upper));
      }
      if (i < steps.size()) {
        Interval interval = estimate.intervalAt(i, IntervalType.LOG_LOG, level);
        boolean known = interval.lower().isEstimable() && interval.upper().isEstimable();
        lower = known ? interval.lower().value() : 1;
        upper = known ? interval.upper().value() : 1;
        from = to;
      }
    }
  }

  private void curve(Svg svg, Frame frame) {
    StringBuilder path = new StringBuilder("M" + Svg.n(frame.x(0)) + " " + Svg.n(frame.y(1)));
    for (KaplanMeier.Step step : estimate.steps()) {
      double x = frame.x(step.time() / monthDays);
      path.append('H').append(Svg.n(x)).append('V').append(Svg.n(frame.y(step.survival())));
      if (step.censored() > 0) {
        double y = frame.y(step.survival());
        svg.line("ax", x, y - 5, x, y + 5);
      }
    }
    svg.path("line", path.toString());
  }

  private void level(
      Svg svg,
      Frame frame,
      SettingKey<BigDecimal> key,
      String line,
      String colour,
      Words name,
      boolean named) {
    Optional<BigDecimal> percent = protocol.get(key).find();
    if (percent.isEmpty()) {
      return;
    }
    double y = frame.y(percent.get().doubleValue() / 100);
    svg.line(line, frame.left(), y, frame.right(), y);
    String text = percent.get().stripTrailingZeros().toPlainString();
    if (named) {
      svg.text(colour, frame.right() + 8, y + 4, text + name.in(language));
    } else {
      svg.text("e halo " + colour, frame.right() - 2, y - 4, text + " %");
    }
  }

  private static void landmark(Svg svg, Frame frame, double monthDays, Landmark known) {
    double x = frame.x(known.time() / monthDays);
    svg.line("ref", x, TOP, x, frame.ground());
    if (!known.survival().isEstimable()) {
      return;
    }
    double y = frame.y(known.survival().value());
    Interval interval = known.interval();
    if (interval.lower().isEstimable() && interval.upper().isEstimable()) {
      svg.line("ax", x, frame.y(interval.lower().value()), x, frame.y(interval.upper().value()));
    }
    svg.dot(x, y, 4.5);
    svg.text("bd halo", x + 9, y - 9, percent(known.survival()) + " %");
  }

  private void landmark(Svg svg, Frame frame, Landmark known) {
    landmark(svg, frame, monthDays, known);
  }

  private static String percent(Estimate estimate) {
    return BigDecimal.valueOf(100 * estimate.value())
        .setScale(1, RoundingMode.HALF_EVEN)
        .toPlainString();
  }
}
