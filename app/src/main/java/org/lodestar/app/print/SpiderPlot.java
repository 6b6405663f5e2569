package org.lodestar.app.print;

import java.util.List;
import org.lodestar.trial.efficacy.Response;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.report.Course;

/**
 * Change of the sum of diameters from baseline at the true days, a line a participant; the line is
 * broken over an assessment without a complete sum, and a ring marks progression.
 */
public record SpiderPlot(List<Course> courses, Words axis, Language language) {
  private static final Words SAYS =
      new Words("Spider plot: change of the sum of diameters over time", "蜘蛛图：靶病灶总径随时间变化");
  private static final Words AXIS = new Words("Change from baseline, %", "较基线变化（%）");
  private static final int TOP = 22;
  private static final int LEFT = 44;
  private static final int MOST_SHOWN = 100;
  private static final int TICK_MONTHS = 6;

  private record Frame(double right, double zero, double scale, double month) {
    double x(double months) {
      return LEFT + month * months;
    }

    double y(double percent) {
      return zero - scale * Math.min(MOST_SHOWN, percent);
    }
  }

  public String wide() {
    return draw("wide", 1120, 360, 60);
  }

  public String narrow() {
    return draw("narrow", 340, 300, 46);
  }

  public String paper() {
    return draw("paper", 690, 320, 56);
  }

  private String draw(String kind, int width, int height, int margin) {
    double last =
        courses.stream()
            .flatMap(course -> course.points().stream())
            .mapToDouble(Course.Point::month)
            .max()
            .orElse(TICK_MONTHS);
    double highest =
        courses.stream()
            .flatMap(course -> course.points().stream())
            .mapToDouble(point -> shown(point) ? change(point) : 0)
            .max()
            .orElse(0);
    double top = Math.clamp(Math.ceil(highest / 20) * 20, 40, MOST_SHOWN);
    double months = Math.max(1, Math.ceil(last / TICK_MONTHS)) * TICK_MONTHS;
    double ground = height - 40.0;
    double scale = (ground - TOP) / (top + 100);
    double zero = TOP + top * scale;
    Frame frame = new Frame(width - margin, zero, scale, (width - margin - LEFT) / months);
    Svg svg = new Svg(kind, width, height, SAYS.in(language));
    axes(svg, frame, top, months, ground);
    courses.forEach(course -> track(svg, frame, course));
    level(svg, frame, 20);
    level(svg, frame, -30);
    return svg.done();
  }

  private void axes(Svg svg, Frame frame, double top, double months, double ground) {
    svg.text("mu", 0, 11, AXIS.in(language));
    for (int percent = -100; percent <= top; percent += percent % 40 == 0 ? 40 : 20) {
      svg.line("gr", LEFT, frame.y(percent), frame.right(), frame.y(percent));
      svg.text("e mu", LEFT - 6, frame.y(percent) + 4, WaterfallPlot.signed(percent));
    }
    svg.line("ax", LEFT, frame.zero(), frame.right(), frame.zero());
    for (int month = 0; month <= months; month += TICK_MONTHS) {
      svg.line("ax", frame.x(month), ground, frame.x(month), ground + 5);
      svg.text("m mu", frame.x(month), ground + 18, Integer.toString(month));
    }
    svg.text("m mu", (LEFT + frame.right()) / 2, ground + 35, axis.in(language));
  }

  private static boolean shown(Course.Point point) {
    return point.changePercent() != null;
  }

  private static double change(Course.Point point) {
    return point.changePercent() == null ? 0 : point.changePercent().doubleValue();
  }

  private static void track(Svg svg, Frame frame, Course course) {
    StringBuilder path = new StringBuilder("M" + Svg.n(frame.x(0)) + " " + Svg.n(frame.y(0)));
    boolean broken = false;
    for (Course.Point point : course.points()) {
      if (!shown(point)) {
        broken = true;
        continue;
      }
      path.append(broken ? 'M' : 'L')
          .append(Svg.n(frame.x(point.month())))
          .append(' ')
          .append(Svg.n(frame.y(change(point))));
      broken = false;
    }
    String kind = ResponseClass.of(course.confirmed()).name();
    svg.path("track t-" + kind, path.toString(), course.code() + " " + course.confirmed().code());
    for (Course.Point point : course.points()) {
      if (shown(point) && point.overall() == Response.PD) {
        svg.circle("pd edge", frame.x(point.month()), frame.y(change(point)), 3);
      }
    }
  }

  private static void level(Svg svg, Frame frame, int percent) {
    svg.line("ref", LEFT, frame.y(percent), frame.right(), frame.y(percent));
    svg.text("", frame.right() + 5, frame.y(percent) + 4, WaterfallPlot.signed(percent) + " %");
  }
}
