package org.lodestar.app.print;

import java.util.List;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.report.Course;

/**
 * Best change of the sum of diameters from baseline, a bar a participant with a measured sum; the
 * colour is the confirmed best response, the letter says the same without colour.
 */
public record WaterfallPlot(List<Course> courses, Language language) {
  private static final Words SAYS =
      new Words("Waterfall plot: best change of the sum of diameters", "瀑布图：靶病灶总径最佳变化");
  private static final Words AXIS = new Words("Best change, %", "最佳变化（%）");
  private static final int TOP = 22;
  private static final int LEFT = 44;
  private static final double ROOM_FOR_LETTER = 9;

  /** The participants with a bar, in the order in which they were given. */
  public List<Course> measured() {
    return courses.stream().filter(course -> course.bestChangePercent() != null).toList();
  }

  public String wide() {
    return draw("wide", 560, 320, 52);
  }

  public String narrow() {
    return draw("narrow", 340, 280, 44);
  }

  public String paper() {
    return draw("paper", 690, 300, 56);
  }

  private String draw(String kind, int width, int height, int margin) {
    List<Course> bars = measured();
    double highest = bars.stream().mapToDouble(WaterfallPlot::change).max().orElse(0);
    double top = Math.max(40, Math.ceil(highest / 20) * 20);
    double scale = (height - TOP - 14) / (top + 100);
    double zero = TOP + top * scale;
    Svg svg = new Svg(kind, width, height, SAYS.in(language));
    svg.text("mu", 0, 11, AXIS.in(language));
    for (int percent = -100; percent <= top; percent += percent % 40 == 0 ? 40 : 20) {
      double y = zero - percent * scale;
      svg.line("gr", LEFT, y, width - margin, y);
      svg.text("e mu", LEFT - 6, y + 4, signed(percent));
    }
    double step = bars.isEmpty() ? 1 : Math.min(26, (width - LEFT - margin) / (double) bars.size());
    for (int i = 0; i < bars.size(); i++) {
      bar(svg, bars.get(i), LEFT + i * step, step, zero, scale);
    }
    svg.line("ax", LEFT, zero, width - margin, zero);
    level(svg, width - margin, zero, scale, 20);
    level(svg, width - margin, zero, scale, -30);
    return svg.done();
  }

  private static double change(Course course) {
    return course.bestChangePercent() == null ? 0 : course.bestChangePercent().doubleValue();
  }

  private static void bar(
      Svg svg, Course course, double x, double step, double zero, double scale) {
    double change = change(course);
    ResponseClass response = ResponseClass.of(course.confirmed());
    double height = Math.max(1, Math.abs(change) * scale);
    svg.rect(
        response.name() + " edge",
        x + step * 0.08,
        change > 0 ? zero - height : zero,
        step * 0.84,
        height,
        course.code() + " " + Svg.n(change) + " % " + course.confirmed().code());
    if (step >= ROOM_FOR_LETTER) {
      svg.text("sm m", x + step / 2, change > 0 ? zero + 13 : zero - 4, response.letter());
    }
  }

  private static void level(Svg svg, double right, double zero, double scale, int percent) {
    double y = zero - percent * scale;
    svg.line("ref", LEFT, y, right, y);
    svg.text("", right + 5, y + 4, signed(percent) + " %");
  }

  /** A change with its sign, the minus as a typographer sets it. */
  static String signed(int percent) {
    return percent > 0 ? "+" + percent : percent < 0 ? "−" + -percent : "0";
  }
}
