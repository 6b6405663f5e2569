package org.lodestar.app.cli.bedside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.Session;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.schedule.CalendarText;
import org.lodestar.trial.schedule.Cycle;
import org.lodestar.trial.schedule.FractionCourse;
import org.lodestar.trial.schedule.PlanBreach;
import org.lodestar.trial.schedule.PlannedVisit;
import org.lodestar.trial.schedule.Schedule;
import org.lodestar.trial.schedule.ScheduleEvents;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A schedule as lines, tables, JSON and calendar events. */
final class SchedulePages {
  private SchedulePages() {}

  static void describe(
      Session session,
      Schedule schedule,
      List<Derived<PlanBreach>> breaches,
      ObjectNode node,
      Answer.Builder answer) {
    cycles(session, schedule, node.putArray("cycles"), answer);
    radiotherapy(session, schedule, node.putObject("radiotherapy"), answer);
    visits(session, schedule, node.putArray("visits"), answer);
    breaches(session, breaches, node.putArray("outsideLimits"), answer);
  }

  private static void cycles(
      Session session, Schedule schedule, ArrayNode list, Answer.Builder answer) {
    if (!schedule.cycles().isKnown()) {
      answer.line(Shown.line(session, schedule.cycles()));
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (Cycle cycle : schedule.cycles().get().cycles()) {
      Derived<LocalDate> day = schedule.cycleDays().get(cycle.number());
      ObjectNode node = list.addObject().put("cycle", cycle.number());
      node.put("planned", cycle.planned().toString())
          .put("firstPlanned", cycle.firstPlanned().toString())
          .put("delayDays", cycle.delayDays())
          .put("given", cycle.isGiven());
      if (day != null) {
        Shown.node(session, node, day);
      }
      rows.add(
          List.of(
              Integer.toString(cycle.number()),
              cycle.planned().toString(),
              cycle.isGiven() ? session.say("given", "已给") : session.say("planned", "计划"),
              day == null ? "" : day.sentence(session.language())));
    }
    answer.table(
        List.of(
            session.say("cycle", "周期"),
            session.say("day 1", "第 1 天"),
            session.say("state", "状态"),
            session.say("because", "依据")),
        rows);
  }

  private static void radiotherapy(
      Session session, Schedule schedule, ObjectNode node, Answer.Builder answer) {
    answer.line(Shown.line(session, schedule.radiotherapyStart()));
    answer.line(Shown.line(session, schedule.radiotherapy()));
    Shown.node(session, node, schedule.radiotherapy());
    Optional<FractionCourse> course = schedule.radiotherapy().known();
    course.ifPresent(
        known -> {
          course(known, node);
          answer.line(
              session.say(
                      "overall time " + known.overallDays() + " days, longest gap ",
                      "总时间 " + known.overallDays() + " 天，最长间隔 ")
                  + known.longestGapDays()
                  + session.say(" days", " 天"));
        });
  }

  static void course(FractionCourse course, ObjectNode node) {
    node.put("delivered", course.completed())
        .put("end", course.end().map(LocalDate::toString).orElse(null))
        .put("overallDays", course.overallDays())
        .put("overrunDays", course.overrunDays())
        .put("longestGapDays", course.longestGapDays())
        .put("provisionalFrom", text(course.remaining().provisionalFrom()));
    ArrayNode remaining = node.putArray("remaining");
    course.remaining().fractions().stream()
        .map(fraction -> fraction.date().toString())
        .forEach(remaining::add);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static void visits(
      Session session, Schedule schedule, ArrayNode list, Answer.Builder answer) {
    List<List<String>> rows = new ArrayList<>();
    for (PlannedVisit visit : schedule.visits().visits()) {
      Shown.node(session, list.addObject(), visit.planned())
          .put("visit", visit.key())
          .put("planned", visit.planned().get().toString())
          .put("appointment", visit.appointment().toString())
          .put("earliest", visit.earliest().toString())
          .put("latest", visit.latest().toString())
          .put("doneOn", text(visit.doneOn()))
          .put("status", visit.status().name());
      rows.add(
          List.of(
              visit.key(),
              visit.visit().words().in(session.language()),
              visit.appointment().toString(),
              visit.earliest() + " .. " + visit.latest(),
              visit.status().words().in(session.language())));
    }
    answer.table(
        List.of(
            session.say("visit", "访视"),
            session.say("name", "名称"),
            session.say("appointment", "预约日"),
            session.say("window", "窗口"),
            session.say("state", "状态")),
        rows);
  }

  static void breaches(
      Session session, List<Derived<PlanBreach>> breaches, ArrayNode list, Answer.Builder answer) {
    for (Derived<PlanBreach> breach : breaches) {
      Shown.node(session, list.addObject(), breach)
          .put("what", breach.get().what())
          .put("on", breach.get().on().toString())
          .put("happened", breach.get().happened());
      answer.line("! " + Shown.line(session, breach));
    }
  }

  /** Writes the events to a file, for a calendar program. */
  static void export(Session session, String code, Schedule schedule, LocalDate asOf, Path file)
      throws IOException {
    Files.writeString(
        file,
        CalendarText.render(
            ScheduleEvents.of(code, schedule, session.language()),
            asOf.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }
}
