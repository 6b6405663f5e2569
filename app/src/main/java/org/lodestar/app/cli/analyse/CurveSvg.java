package org.lodestar.app.cli.analyse;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.design.Figures;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.statistics.survival.SurvivalModel;

/**
 * Kaplan-Meier curves as one SVG: steps, censoring marks, the band of a single curve, and the
 * numbers at risk under the ticks, read from the same curve. Title and description are inside it.
 */
final class CurveSvg {
  private static final int LEFT = 70;
  private static final int TOP = 30;
  private static final int WIDTH = 560;
  private static final int HEIGHT = 300;
  private static final int MOST_TICKS = 8;
  private static final int LINE = 18;

  /** Straight pieces of a model's curve. */
  private static final int PIECES = 120;

  private static final List<String> COLOURS =
      List.of("#1b4f72", "#b03a2e", "#1e8449", "#7d3c98", "#b9770e", "#515a5a");

  private final StringBuilder svg = new StringBuilder();
  private final double last;
  private final double step;

  private CurveSvg(double last) {
    this.last = last > 0 ? last : 1;
    this.step = step(this.last);
  }

  /** The least of 1, 2, 5, 10, ... times a power of 10 that needs at most eight ticks. */
  private static double step(double last) {
    double power = Math.pow(10, Math.floor(Math.log10(last / MOST_TICKS)));
    for (double multiple : new double[] {1, 2, 5}) {
      if (last / (multiple * power) <= MOST_TICKS) {
        return multiple * power;
      }
    }
    return 10 * power;
  }

  /** One named curve. */
  record Named(String name, KaplanMeier curve) {}

  static String render(
      String title,
      List<Named> curves,
      @Nullable SurvivalModel nullModel,
      IntervalType type,
      double level) {
    double last = curves.stream().mapToDouble(c -> c.curve().lastTime()).max().orElse(1);
    CurveSvg figure = new CurveSvg(last);
    int height = TOP + HEIGHT + 60 + LINE * curves.size();
    figure.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " font-family=\"sans-serif\" font-size=\"12\">%n",
        LEFT + WIDTH + 30, height);
    figure.append("<title>%s</title>%n", escape(title));
    figure.append("<desc>%s</desc>%n", escape(description(curves)));
    figure.axes();
    if (curves.size() == 1) {
      figure.band(curves.getFirst().curve(), type, level);
    }
    if (nullModel != null) {
      figure.model(nullModel);
    }
    for (int i = 0; i < curves.size(); i++) {
      figure.curve(curves.get(i), COLOURS.get(i % COLOURS.size()));
      figure.atRisk(curves.get(i), i);
    }
    return figure.append("</svg>%n").svg.toString();
  }

  private static String description(List<Named> curves) {
    StringBuilder text = new StringBuilder();
    for (Named each : curves) {
      KaplanMeier curve = each.curve();
      text.append(each.name())
          .append(": ")
          .append(curve.participants())
          .append(" participants, ")
          .append(curve.eventCount())
          .append(" events, followed to ")
          .append(Shown.number(curve.lastTime()))
          .append(". ");
    }
    return text.toString().trim();
  }

  private void axes() {
    append(
        "<path d=\"M%d %d V%d H%d\" fill=\"none\" stroke=\"#000\"/>%n",
        LEFT, TOP, TOP + HEIGHT, LEFT + WIDTH);
    for (int i = 0; i <= 4; i++) {
      double s = i / 4.0;
      append("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.2f</text>%n", LEFT - 8, y(s) + 4, s);
    }
    for (double t = 0; t <= last; t += step) {
      append(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
          x(t), TOP + HEIGHT + LINE, Figures.plain(t));
    }
  }

  private void band(KaplanMeier curve, IntervalType type, double level) {
    StringBuilder upper = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    double from = 0;
    double low = 1;
    double high = 1;
    for (int i = 0; i <= curve.table().size(); i++) {
      double to = i < curve.table().size() ? curve.table().time(i) : curve.lastTime();
      upper.append(point(from, high)).append(point(to, high));
      lower.insert(0, point(to, low) + point(from, low));
      if (i < curve.table().size()) {
        Interval interval = curve.intervalAt(i, type, level);
        if (interval.lower().isEstimable() && interval.upper().isEstimable()) {
          low = interval.lower().value();
          high = interval.upper().value();
        }
        from = to;
      }
    }
    append(
        "<polygon points=\"%s%s\" fill=\"%s\" opacity=\"0.15\"/>%n",
        upper, lower, COLOURS.getFirst());
  }

  /** A model as a dashed line. */
  private void model(SurvivalModel model) {
    StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "M%.1f %.1f", x(0), y(1)));
    for (int i = 1; i <= PIECES; i++) {
      double t = last * i / PIECES;
      path.append(String.format(Locale.ROOT, " L%.1f %.1f", x(t), y(model.survival(t))));
    }
    append("<path d=\"%s\" fill=\"none\" stroke=\"#000\" stroke-dasharray=\"6 4\"/>%n", path);
  }

  private void curve(Named named, String colour) {
    StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "M%.1f %.1f", x(0), y(1)));
    StringBuilder marks = new StringBuilder();
    for (KaplanMeier.Step step : named.curve().steps()) {
      path.append(String.format(Locale.ROOT, " H%.1f V%.1f", x(step.time()), y(step.survival())));
      if (step.censored() > 0) {
        marks.append(
            String.format(Locale.ROOT, "M%.1f %.1f v8 ", x(step.time()), y(step.survival()) - 4));
      }
    }
    append("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n", path, colour);
    append("<path d=\"%s\" fill=\"none\" stroke=\"%s\"/>%n", marks.toString().trim(), colour);
  }

  private void atRisk(Named named, int row) {
    int y = TOP + HEIGHT + 50 + LINE * row;
    String colour = COLOURS.get(row % COLOURS.size());
    append("<text x=\"4\" y=\"%d\" fill=\"%s\">%s</text>%n", y, colour, escape(named.name()));
    for (double t = 0; t <= last; t += step) {
      append(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"%s\">%d</text>%n",
          x(t), y, colour, named.curve().atRisk(t));
    }
  }

  private double x(double time) {
    return LEFT + WIDTH * time / last;
  }

  private static double y(double survival) {
    return TOP + HEIGHT * (1 - survival);
  }

  private String point(double time, double survival) {
    return String.format(Locale.ROOT, "%.1f,%.1f ", x(time), y(survival));
  }

  private CurveSvg append(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    return this;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
