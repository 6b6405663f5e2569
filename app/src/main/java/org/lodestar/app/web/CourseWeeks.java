package org.lodestar.app.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestar.app.print.Svg;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RadiotherapySettings;
import org.lodestar.trial.protocol.WorkingDayCalendar;
import org.lodestar.trial.schedule.FractionCourse;
import org.lodestar.trial.schedule.PlannedFraction;

/**
 * The weeks of radiotherapy by day: the course as this start allowed it, hollow; what was
 * delivered, solid; holidays, holds and make-up days of the machine's calendar.
 */
record CourseWeeks(
    FractionCourse course,
    Happenings what,
    List<HoldSpan> holds,
    TrialWords words,
    LocalDate today) {
  private static final Words RADIOTHERAPY = new Words("Weeks of radiotherapy", "放疗周历");
  private static final Words PLANNED = new Words("Planned", "计划");
  private static final Words DELIVERED = new Words("Delivered", "已照射");
  private static final Words CALENDAR = new Words("Calendar", "日历");
  private static final Words HELD = new Words("held, {days} days", "暂停 {days} 天");
  private static final Words STILL_HELD = new Words("held for {days} days", "已暂停 {days} 天");
  private static final Words TODAY = new Words("today", "今日");
  private static final int WIDTH = 1170;
  private static final int LEFT = 150;
  private static final int RIGHT = 1150;
  private static final int LABEL = LEFT - 12;
  private static final int TOP = 24;
  private static final int PLAN = 32;
  private static final int GIVEN = 60;
  private static final int BOTTOM = 118;
  private static final int BOX = 19;

  String picture() {
    Scale x = scale();
    Svg svg = new Svg("", WIDTH, BOTTOM + 16, RADIOTHERAPY.in(words.language()));
    WorkingDayCalendar calendar = calendar(words);
    List<WorkingDayCalendar.Day> days = x.from().datesUntil(x.to()).map(calendar::on).toList();
    days.stream()
        .filter(CourseWeeks::isHoliday)
        .forEach(day -> svg.rect("hol", x.x(day.date()), TOP, x.day(), BOTTOM - TOP));
    holds.forEach(hold -> band(svg, x, hold));
    days.stream()
        .filter(day -> day.date().getDayOfWeek() == DayOfWeek.MONDAY)
        .forEach(day -> week(svg, x, day.date()));
    svg.line("ax", LEFT, TOP, RIGHT, TOP);
    svg.line("gr", LEFT, 88, RIGHT, 88);
    svg.line("ax", LEFT, BOTTOM, RIGHT, BOTTOM);
    svg.text("e", LABEL, PLAN + 14, PLANNED.in(words.language()));
    svg.text("e bd", LABEL, GIVEN + 14, DELIVERED.in(words.language()));
    svg.text("e", LABEL, 106, CALENDAR.in(words.language()));
    course.planned().fractions().forEach(each -> hollow(svg, x, each, PLAN));
    course.remaining().fractions().forEach(each -> hollow(svg, x, each, GIVEN));
    what.fractions().stream()
        .filter(Happenings.Fraction::delivered)
        .forEach(each -> solid(svg, x, each));
    holds.forEach(hold -> name(svg, x, hold));
    names(svg, x, days);
    now(svg, x);
    return svg.done();
  }

  private Scale scale() {
    Stream<LocalDate> all =
        Stream.of(
                course.planned().dates().stream(),
                course.remaining().dates().stream(),
                what.fractions().stream().map(Happenings.Fraction::day))
            .flatMap(days -> days);
    List<LocalDate> days = all.sorted(Comparator.naturalOrder()).toList();
    return new Scale(
        days.getFirst().with(DayOfWeek.MONDAY),
        days.getLast().with(DayOfWeek.SUNDAY).plusDays(1),
        LEFT,
        RIGHT);
  }

  /** The calendar of the machine. */
  static WorkingDayCalendar calendar(TrialWords words) {
    return words
        .protocol()
        .get(RadiotherapySettings.CALENDAR)
        .find()
        .flatMap(words.protocol()::calendar)
        .orElseGet(WorkingDayCalendar::mondayToFriday);
  }

  /** A closed day that is not an ordinary weekend. */
  static boolean isHoliday(WorkingDayCalendar.Day day) {
    boolean weekend = day.date().getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
    return !day.working() && (!weekend || day.why() != null);
  }

  private static void week(Svg svg, Scale x, LocalDate monday) {
    svg.line("gr", x.x(monday), 6, x.x(monday), BOTTOM);
    svg.text("mu sm", x.x(monday) + 3, 18, monday.toString().substring(5));
  }

  private static double box(Scale x) {
    return Math.min(23, x.day() - 1.5);
  }

  private static void hollow(Svg svg, Scale x, PlannedFraction each, int top) {
    double width = box(x);
    double left = x.x(each.date()) + (x.day() - width) / 2;
    svg.rect("slot", left, top, width, BOX, each.date().toString());
    svg.text("m sm mu", left + width / 2, top + 13.5, Integer.toString(each.number()));
  }

  private static void solid(Svg svg, Scale x, Happenings.Fraction each) {
    double width = box(x);
    double left = x.x(each.day()) + (x.day() - width) / 2;
    svg.rect("rt", left, GIVEN, width, BOX, each.day().toString());
    svg.text("m sm on", left + width / 2, GIVEN + 13.5, Integer.toString(each.number()));
  }

  private void band(Svg svg, Scale x, HoldSpan hold) {
    double right = Math.min(x.x(hold.until()), x.right());
    svg.rect("hold", x.x(hold.from()), 28, right - x.x(hold.from()), 56, says(hold));
  }

  private void name(Svg svg, Scale x, HoldSpan hold) {
    double right = Math.min(x.x(hold.until()), x.right());
    double width = right - x.x(hold.from());
    if (width > 90) {
      svg.text("m bd sm f-red", x.x(hold.from()) + width / 2, GIVEN + 13.5, says(hold));
    }
  }

  private String says(HoldSpan hold) {
    Words said = hold.until().isAfter(today) ? STILL_HELD : HELD;
    return Message.of(said, "days", hold.days()).in(words.language());
  }

  /** Names each holiday once, on its first day, and each make-up day below. */
  private void names(Svg svg, Scale x, List<WorkingDayCalendar.Day> days) {
    String last = "";
    for (WorkingDayCalendar.Day day : days) {
      String name = Optional.ofNullable(day.why()).map(words::say).orElse("");
      if (!name.isEmpty() && !name.equals(last)) {
        boolean left = x.x(day.date()) > RIGHT - 110;
        String kind = (left ? "e " : "") + (day.working() ? "sm f-blue bd halo" : "sm halo");
        double at = left ? x.right() - 2 : x.x(day.date()) + 2;
        svg.text(kind, at, day.working() ? 114 : 101, name);
      }
      last = name;
    }
  }

  private void now(Svg svg, Scale x) {
    if (x.shows(today)) {
      svg.line("ax s-blue", x.x(today), TOP, x.x(today), BOTTOM);
      boolean right = x.x(today) > RIGHT - 40;
      svg.text(
          (right ? "e" : "m") + " f-blue bd sm",
          x.x(today),
          BOTTOM + 13,
          TODAY.in(words.language()));
    }
  }
}
