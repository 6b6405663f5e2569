package org.lodestar.app.print;

import java.util.List;
import java.util.Locale;
import org.lodestar.trial.efficacy.Response;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.report.Course;

/**
 * A bar a participant, to progression or the last assessment, in the colour of her best response; a
 * thin line to death or last contact.
 */
public record SwimmerPlot(List<Course> courses, Words axis, Language language) {
  private static final Words SAYS =
      new Words(
          "Swimmer plot: time to progression and follow-up of each participant",
          "泳道图：每例受试者的进展时间与随访");
  private static final Words TITLE =
      new Words(
          "{code}: best response {best}, judged until month {judged}, {ending} at month {until}",
          "{code}：最佳疗效 {best}，评估至第 {judged} 月，第 {until} 月{ending}");
  private static final int ROW = 13;
  private static final int TOP = 6;
  private static final int LEFT = 74;
  private static final int TICK_MONTHS = 6;
  private static final int LANDMARK_MONTHS = 12;

  public String wide() {
    return draw("wide", 560, 20);
  }

  public String narrow() {
    return draw("narrow", 340, 14);
  }

  public String paper() {
    return draw("paper", 690, 24);
  }

  private String draw(String kind, int width, int margin) {
    double last = courses.stream().mapToDouble(Course::followedUntil).max().orElse(TICK_MONTHS);
    double months = Math.max(1, Math.ceil(last / TICK_MONTHS)) * TICK_MONTHS;
    double scale = (width - LEFT - margin) / months;
    int ground = TOP + ROW * courses.size() + 4;
    Svg svg = new Svg(kind, width, ground + 40, SAYS.in(language));
    axis(svg, scale, months, ground, width < 400 ? 2 * TICK_MONTHS : TICK_MONTHS);
    for (int i = 0; i < courses.size(); i++) {
      lane(svg, courses.get(i), scale, TOP + ROW * i);
    }
    return svg.done();
  }

  private void axis(Svg svg, double scale, double months, int ground, int every) {
    for (int month = 0; month <= months; month += every) {
      double x = LEFT + scale * month;
      svg.line(month == LANDMARK_MONTHS ? "ref" : "gr", x, TOP, x, ground);
      svg.line("ax", x, ground, x, ground + 5);
      svg.text("m mu", x, ground + 18, Integer.toString(month));
    }
    svg.line("ax", LEFT, ground, LEFT + scale * months, ground);
    svg.text("m mu", LEFT + scale * months / 2, ground + 35, axis.in(language));
  }

  private void lane(Svg svg, Course course, double scale, int y) {
    double middle = y + ROW / 2.0;
    double judged = LEFT + scale * course.judgedUntil();
    double until = LEFT + scale * course.followedUntil();
    svg.text("sm mu", 0, middle + 4, course.code().toString());
    svg.text("sm e mu", LEFT - 5, middle + 4, shortCode(course.best()));
    svg.line("line thin", judged, middle, Math.max(judged, until), middle);
    svg.rect(
        ResponseClass.of(course.best()).name() + " edge",
        LEFT,
        y + 2,
        judged - LEFT,
        ROW - 4,
        title(course));
    if (course.progressed()) {
      svg.path("pd edge", "M" + Svg.n(judged) + " " + Svg.n(middle - 5) + "l5 5l-5 5l-5 -5z");
    }
    end(svg, course.ending(), until, middle);
  }

  private static void end(Svg svg, Course.Ending ending, double x, double y) {
    switch (ending) {
      case DIED -> {
        svg.line("line thin", x - 3.5, y - 3.5, x + 3.5, y + 3.5);
        svg.line("line thin", x - 3.5, y + 3.5, x + 3.5, y - 3.5);
      }
      case FOLLOWED -> svg.path("dot", "M" + Svg.n(x) + " " + Svg.n(y - 4) + "l7 4l-7 4z");
      case LOST -> svg.line("line thin", x, y - 4, x, y + 4);
    }
  }

  private static String shortCode(Response response) {
    return response == Response.NON_CR_NON_PD ? "non" : response.code();
  }

  private String title(Course course) {
    return org.lodestar.trial.fact.Message.of(
            TITLE,
            "code",
            course.code(),
            "best",
            course.best().code(),
            "judged",
            one(course.judgedUntil()),
            "until",
            one(course.followedUntil()),
            "ending",
            course.ending().words())
        .in(language);
  }

  private static String one(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
