package org.lodestar.app.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.lodestar.app.print.Svg;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RadiotherapySettings;
import org.lodestar.trial.protocol.WorkingDayCalendar;
import org.lodestar.trial.schedule.PlannedFraction;
import org.lodestar.trial.schedule.Schedule;
import org.lodestar.trial.treatment.DayOne;

/**
 * The pictures of one participant: the whole course by month in lanes, and the weeks of
 * radiotherapy by day on the calendar of the machine.
 */
record Timeline(Happenings what, Schedule schedule, TrialWords words, LocalDate today) {
  private static final Words MILESTONES = new Words("Milestones", "里程碑");
  private static final Words RADIOTHERAPY = new Words("Radiotherapy", "放射治疗");
  private static final Words EVENTS = new Words("Adverse events", "不良事件");
  private static final Words ASSESSMENTS = new Words("Assessments", "疗效评估");
  private static final Words TODAY = new Words("today", "今日");
  private static final Words HELD = new Words("held {days} d", "暂停 {days} 天");
  private static final Words SAYS = new Words("Timeline", "时间线");
  private static final Words MORE_EVENTS = new Words(" more in the table", " 项见表格");
  private static final int WIDTH = 1170;
  private static final int LEFT = 150;
  private static final int RIGHT = 1150;
  private static final int LANE = 32;
  private static final int EVENT_ROW = 18;
  private static final int SHOWN_EVENT_ROWS = 12;
  private static final int LABEL = LEFT - 12;

  /** The whole course; empty before anything was dated. */
  String whole() {
    List<LocalDate> days = what.days();
    if (days.isEmpty()) {
      return "";
    }
    LocalDate from = days.getFirst().minusDays(10);
    LocalDate to = end(days.getLast());
    Scale x = new Scale(from, to, LEFT, RIGHT);
    List<Integer> rows = rows(x);
    int eventRows = Math.min(SHOWN_EVENT_ROWS, rows.stream().mapToInt(r -> r + 1).max().orElse(0));
    int events = 22 + LANE * (2 + what.agents().size());
    int assessments = events + Math.max(LANE, 14 + EVENT_ROW * eventRows);
    int bottom = assessments + LANE;
    Svg svg = new Svg("", WIDTH, bottom + 26, SAYS.in(words.language()));
    holidays(svg, x, bottom);
    months(svg, x, bottom);
    milestones(svg, x);
    agents(svg, x);
    fractions(svg, x, 22 + LANE * (1 + what.agents().size()));
    events(svg, x, events, rows);
    assessments(svg, x, assessments);
    separators(svg, events, assessments);
    now(svg, x, bottom);
    return svg.done();
  }

  private LocalDate end(LocalDate last) {
    LocalDate latest = last.isAfter(today) ? last : today;
    boolean longAgo = ChronoUnit.DAYS.between(last, latest) > 120;
    LocalDate end = (longAgo ? last : latest).plusDays(20);
    LocalDate planned = remaining().isEmpty() ? end : remaining().getLast().date().plusDays(12);
    return planned.isAfter(end) ? planned : end;
  }

  /** Public holidays, as far as they close the machine on a weekday; not over many years. */
  private void holidays(Svg svg, Scale x, int bottom) {
    if (x.day() < 1) {
      return;
    }
    WorkingDayCalendar calendar = CourseWeeks.calendar(words);
    x.from()
        .datesUntil(x.to())
        .map(calendar::on)
        .filter(CourseWeeks::isHoliday)
        .forEach(day -> svg.rect("hol", x.x(day.date()), 18, x.day() + 0.3, bottom - 18));
  }

  private void months(Svg svg, Scale x, int bottom) {
    long span = ChronoUnit.MONTHS.between(x.from(), x.to());
    int every = span > 30 ? 6 : span > 14 ? 3 : 1;
    LocalDate month = LocalDate.of(x.from().getYear(), 1, 1);
    for (; !month.isAfter(x.to()); month = month.plusMonths(every)) {
      if (x.shows(month)) {
        svg.line("gr", x.x(month), 18, x.x(month), bottom);
        if (x.x(month) < x.right() - 40) {
          svg.text("mu", x.x(month) + 4, 14, month.toString().substring(0, 7));
        }
      }
    }
    svg.line("ax", LEFT, bottom, RIGHT, bottom);
  }

  private void label(Svg svg, int laneTop, String name) {
    svg.text("e bd", LABEL, laneTop + 20, name);
  }

  private void separators(Svg svg, int events, int assessments) {
    for (int y = 22 + LANE; y <= events; y += LANE) {
      svg.line("gr", 4, y, RIGHT, y);
    }
    svg.line("gr", 4, assessments, RIGHT, assessments);
  }

  private void milestones(Svg svg, Scale x) {
    label(svg, 22, MILESTONES.in(words.language()));
    for (Happenings.Milestone each : what.milestones()) {
      double at = x.x(each.day());
      String text = each.what() + " " + each.day();
      svg.diamond(at, 38, text);
      boolean left = at > RIGHT - 180;
      svg.text(left ? "e halo" : "halo", left ? at - 10 : at + 10, 42, text);
    }
  }

  private void agents(Svg svg, Scale x) {
    int top = 22 + LANE;
    for (Happenings.AgentDays agent : what.agents()) {
      label(svg, top, agent.name());
      for (HoldSpan hold : what.holds(agent.key())) {
        held(svg, x, hold, top);
      }
      String colour = agent.immunotherapy() ? "camre" : "chemo";
      double width = Math.min(8, Math.max(2.5, x.day() * 6));
      for (Happenings.Given given : agent.given()) {
        svg.rect(colour, x.x(given.day()), top + 6, width, 20, given.day() + " " + given.dose());
      }
      if (agent.immunotherapy()) {
        next(svg, x, top);
      }
      top += LANE;
    }
  }

  private void held(Svg svg, Scale x, HoldSpan hold, int top) {
    if (!x.shows(hold.from())) {
      return;
    }
    String says = Message.of(HELD, "days", hold.days()).in(words.language());
    double left = x.x(hold.from());
    double right = x.x(hold.until().isAfter(today) ? today : hold.until());
    svg.rect("hold", left, top + 4, right - left, 24, hold.from() + " " + says);
    boolean inside = right - left > 64;
    if (inside) {
      svg.text("m sm f-red", (left + right) / 2, top + 20, says);
    }
  }

  /** The next dose that is planned. */
  private void next(Svg svg, Scale x, int top) {
    schedule.visits().visits().stream()
        .filter(visit -> visit.visit().forms().contains("administration"))
        .filter(visit -> visit.doneOn() == null && x.shows(visit.appointment()))
        .filter(visit -> !visit.appointment().isBefore(today))
        .findFirst()
        .ifPresent(
            visit -> {
              double at = x.x(visit.appointment());
              String name = words.visit(visit.key()) + " " + visit.appointment();
              svg.rect("slot camre-edge", at, top + 6, 8, 20, name);
            });
  }

  private void fractions(Svg svg, Scale x, int top) {
    label(svg, top, RADIOTHERAPY.in(words.language()));
    what.holds(DayOne.RADIOTHERAPY).forEach(hold -> held(svg, x, hold, top));
    double width = Math.max(1.2, Math.min(4, x.day() * 0.75));
    long delivered = 0;
    double after = 0;
    for (Happenings.Fraction each : what.fractions()) {
      if (each.delivered()) {
        delivered++;
        svg.rect("rt", x.x(each.day()), top + 6, width, 20, each.day() + " #" + each.number());
        after = x.x(each.day());
      }
    }
    for (PlannedFraction each : remaining()) {
      if (x.shows(each.date())) {
        svg.rect("slot", x.x(each.date()), top + 6, width, 20, each.date() + " #" + each.number());
        after = x.x(each.date());
      }
    }
    if (delivered > 0) {
      svg.text("mu halo", after + 10, top + 20, delivered + planned());
    }
  }

  private List<PlannedFraction> remaining() {
    return schedule
        .radiotherapy()
        .known()
        .map(course -> course.remaining().fractions())
        .orElse(List.of());
  }

  private String planned() {
    return words
        .protocol()
        .get(RadiotherapySettings.FRACTIONS)
        .find()
        .map(number -> " / " + number)
        .orElse("");
  }

  /** For each event the row in which it and its name have room. */
  private List<Integer> rows(Scale x) {
    List<Double> ends = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (Happenings.Event each : what.events()) {
      double from = nameLeft(x, each) ? x.x(each.from()) - nameWidth(each) : x.x(each.from());
      int row = 0;
      while (row < ends.size() && ends.get(row) > from) {
        row++;
      }
      if (row == ends.size()) {
        ends.add(0.0);
      }
      double end = x.x(until(x, each)) + (nameLeft(x, each) ? 6 : nameWidth(each));
      ends.set(row, end);
      rows.add(row);
    }
    return rows;
  }

  private LocalDate until(Scale x, Happenings.Event event) {
    LocalDate until = event.until() == null || event.until().isAfter(today) ? today : event.until();
    LocalDate shown = until.isAfter(x.to()) ? x.to() : until;
    return shown.isBefore(event.from()) ? event.from() : shown;
  }

  private double nameWidth(Happenings.Event event) {
    int perLetter = words.language() == Language.ZH ? 13 : 7;
    return 14 + perLetter * Math.min(event.term().length(), 44);
  }

  private boolean nameLeft(Scale x, Happenings.Event event) {
    return x.x(until(x, event)) + nameWidth(event) > RIGHT;
  }

  private void events(Svg svg, Scale x, int top, List<Integer> rows) {
    label(svg, top, EVENTS.in(words.language()));
    int hidden = 0;
    for (int i = 0; i < rows.size(); i++) {
      Happenings.Event each = what.events().get(i);
      if (rows.get(i) >= SHOWN_EVENT_ROWS) {
        hidden++;
        continue;
      }
      double y = top + 8 + EVENT_ROW * rows.get(i);
      double left = x.x(each.from());
      double width = Math.max(11, x.x(until(x, each)) - left);
      svg.rect("g" + each.grade() + " edge", left, y, width, 13, each.term() + " " + each.from());
      svg.text("bd sm n" + each.grade(), left + 3, y + 10.5, Integer.toString(each.grade()));
      boolean before = nameLeft(x, each);
      svg.text(
          before ? "e halo" : "halo", before ? left - 5 : left + width + 5, y + 11, name(each));
    }
    if (hidden > 0) {
      String more = "+" + hidden + MORE_EVENTS.in(words.language());
      svg.text("e mu", LABEL, top + 38, more);
    }
  }

  private static String name(Happenings.Event event) {
    return event.term().length() > 44 ? event.term().substring(0, 43) + "…" : event.term();
  }

  private void assessments(Svg svg, Scale x, int top) {
    label(svg, top, ASSESSMENTS.in(words.language()));
    double last = 0;
    for (Happenings.Assessment each : what.assessments()) {
      double at = x.x(each.day());
      String shown = what.shown(each, words.language());
      svg.rect(colour(each.response()) + " edge", at, top + 9, 13, 13, each.day() + " " + shown);
      if (at + 16 > last) {
        svg.text("sm", at + 16, top + 20, shown);
        last = at + 20 + 7 * shown.length();
      }
    }
  }

  private static String colour(String response) {
    return switch (response) {
      case "CR" -> "cr";
      case "PR" -> "pr";
      case "SD", "NON-CR/NON-PD" -> "sd";
      case "PD" -> "pd";
      default -> "ne";
    };
  }

  private void now(Svg svg, Scale x, int bottom) {
    if (x.shows(today)) {
      svg.line("ax s-blue", x.x(today), 18, x.x(today), bottom);
      svg.text("m f-blue bd", x.x(today), bottom + 16, TODAY.in(words.language()));
    }
  }
}
