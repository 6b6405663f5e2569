package org.lodestar.app.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.print.Svg;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;

/**
 * Enrolment against the plan: steps, the plan as a straight line from the first enrolment, the cap.
 *
 * @param days of enrolment, in order; not empty
 * @param cap planned number
 * @param planEnd when the plan reaches the cap; null when the protocol names no accrual time
 */
record EnrolmentPlot(
    List<LocalDate> days,
    int cap,
    @Nullable LocalDate planEnd,
    LocalDate today,
    Language language) {
  private static final Words ENROLLED = new Words(" enrolled", " 例已入组");
  private static final Words CAP = new Words(", the cap", "，上限");
  private static final Words PLAN = new Words("plan", "计划");
  private static final int BOTTOM = 34;
  private static final int TOP = 24;

  String wide() {
    return draw("wide", 680, 270, 96, 6);
  }

  String narrow() {
    return draw("narrow", 340, 240, 14, 12);
  }

  private String draw(String kind, int width, int height, int rightMargin, int tickMonths) {
    Scale x = new Scale(start(), end(), 34, width - rightMargin);
    double ground = height - BOTTOM;
    double unit = (ground - TOP) / Math.max(cap, days.size());
    Svg svg = new Svg(kind, width, height, sentence());
    levels(svg, x, ground, unit);
    months(svg, x, ground, tickMonths);
    plan(svg, x, ground, unit);
    double capY = ground - unit * cap;
    svg.line("ref", x.left(), capY, x.right(), capY);
    boolean roomy = rightMargin > 50;
    String capText = cap + CAP.in(language);
    svg.text("bd halo", roomy ? x.right() + 6 : x.left() + 6, roomy ? capY + 4 : capY - 6, capText);
    steps(svg, x, ground, unit);
    return svg.done();
  }

  private LocalDate start() {
    return days.getFirst().minusDays(20);
  }

  private LocalDate end() {
    LocalDate end = today.isAfter(days.getLast()) ? days.getLast() : today;
    LocalDate planned = planEnd == null ? end : planEnd;
    return (planned.isAfter(end) ? planned : end).plusDays(45);
  }

  private String sentence() {
    return days.size() + ENROLLED.in(language) + " / " + cap;
  }

  private void levels(Svg svg, Scale x, double ground, double unit) {
    svg.line("ax", x.left(), ground, x.right(), ground);
    for (int level = 0; level <= cap; level += 10) {
      double y = ground - unit * level;
      if (level > 0) {
        svg.line("gr", x.left(), y, x.right(), y);
      }
      svg.text("e mu", x.left() - 6, y + 4, Integer.toString(level));
    }
  }

  private void months(Svg svg, Scale x, double ground, int every) {
    LocalDate month = LocalDate.of(start().getYear(), 1, 1);
    for (; !month.isAfter(end()); month = month.plusMonths(every)) {
      if (x.shows(month)) {
        svg.line("ax", x.x(month), ground, x.x(month), ground + 5);
        String at = x.x(month) > x.right() - 24 ? "e mu" : "m mu";
        svg.text(at, x.x(month), ground + 18, month.toString().substring(0, 7));
      }
    }
  }

  private void plan(Svg svg, Scale x, double ground, double unit) {
    if (planEnd == null) {
      return;
    }
    svg.line("plan", x.x(days.getFirst()), ground, x.x(planEnd), ground - unit * cap);
    LocalDate middle =
        LocalDate.ofEpochDay((days.getFirst().toEpochDay() + planEnd.toEpochDay()) / 2);
    svg.text("mu halo", x.x(middle) + 12, ground - unit * cap / 2 + 14, PLAN.in(language));
  }

  private void steps(Svg svg, Scale x, double ground, double unit) {
    StringBuilder path = new StringBuilder("M" + Svg.n(x.x(days.getFirst())) + " " + Svg.n(ground));
    for (int i = 0; i < days.size(); i++) {
      path.append('H').append(Svg.n(x.x(days.get(i))));
      path.append('V').append(Svg.n(ground - unit * (i + 1)));
    }
    double last = x.x(today.isBefore(end()) ? today : end());
    double y = ground - unit * days.size();
    svg.path("line", path + "H" + Svg.n(last));
    svg.dot(last, y, 4);
    boolean right = last < x.left() + 120;
    svg.text(
        right ? "bd halo" : "e bd halo",
        last + (right ? 8 : -8),
        y - 9,
        days.size() + ENROLLED.in(language));
  }
}
