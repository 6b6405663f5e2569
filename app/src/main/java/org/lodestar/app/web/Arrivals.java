package org.lodestar.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.schedule.FormStanding;
import org.lodestar.trial.schedule.FractionCourse;
import org.lodestar.trial.schedule.PlannedVisit;
import org.lodestar.trial.treatment.DayOne;

/** Who is expected on a day, and for what. */
final class Arrivals {
  private static final Words FRACTION =
      new Words("Fraction {number} of {total}", "第 {number}/{total} 次放疗");
  private static final Words FRACTION_HELD =
      new Words(
          "Fraction {number} of {total}: held since {since}",
          "第 {number}/{total} 次放疗：自 {since} 起暂停");
  private static final Words COURSE =
      new Words(
          "{done} delivered. Last one planned {end}, overall time {days} days.",
          "已完成 {done} 次。计划末次 {end}，总治疗时间 {days} 天。");
  private static final Words DECIDE =
      new Words(
          "{done} delivered. Decide whether to go on, or record why not; overall time now {days}"
              + " days.",
          "已完成 {done} 次。请决定是否恢复，或记录未照射原因；目前总治疗时间 {days} 天。");
  private static final Words RADIOTHERAPY = new Words("radiotherapy", "放疗");
  private static final Words TO_FILL = new Words("To fill in: {forms}.", "应填：{forms}。");
  private static final Words OPEN = new Words("not recorded yet", "待记录");
  private static final Words WINDOW = new Words("window to {to}", "窗口至 {to}");
  private static final Words HELD = new Words("held", "暂停");
  private static final Words COMMA = new Words(", ", "、");

  private final TrialWords words;

  private Arrivals(TrialWords words) {
    this.words = words;
  }

  static List<Worklist.Task> of(List<Dossier> dossiers, TrialWords words) {
    Arrivals arrivals = new Arrivals(words);
    List<Worklist.Task> tasks = new ArrayList<>();
    for (Dossier dossier : dossiers) {
      arrivals.fraction(dossier).ifPresent(tasks::add);
      for (PlannedVisit visit : dossier.schedule().visits().visits()) {
        arrivals.visit(dossier, visit).ifPresent(tasks::add);
      }
    }
    tasks.sort(Comparator.comparing((Worklist.Task task) -> !task.isFraction()));
    return tasks;
  }

  private Optional<Worklist.Task> fraction(Dossier dossier) {
    Optional<FormStanding> due =
        dossier.forms().waiting().stream()
            .filter(standing -> isFraction(standing.form()))
            .findFirst();
    return dossier
        .courseUnderWay()
        .filter(course -> course.remaining().dates().contains(dossier.today()))
        .flatMap(course -> due.map(standing -> fraction(dossier, course, standing)));
  }

  private boolean isFraction(String form) {
    return Kinds.forms(words.protocol(), "fraction").contains(form);
  }

  private Worklist.Task fraction(Dossier dossier, FractionCourse course, FormStanding due) {
    var hold =
        dossier.holds().stream()
            .filter(each -> each.get().subject().equals(DayOne.RADIOTHERAPY))
            .findFirst();
    Message title =
        Message.of(
            hold.isPresent() ? FRACTION_HELD : FRACTION,
            "number",
            course.completed() + 1,
            "total",
            course.planned().fractions().size(),
            "since",
            hold.map(each -> each.get().since().toString()).orElse(""));
    Message says =
        Message.of(
            hold.isPresent() ? DECIDE : COURSE,
            "done",
            course.completed(),
            "end",
            course.end().map(Object::toString).orElse("-"),
            "days",
            course.overallDays());
    return new Worklist.Task(
        hold.isPresent() ? "soon" : "",
        hold.isPresent() ? "hold" : "D",
        hold.isPresent() ? "amber" : "blue",
        dossier.name(),
        dossier.code().text(),
        words.say(RADIOTHERAPY),
        "/participants/"
            + MatrixReader.address(
                dossier.code().text(), due.visit(), due.form(), due.recorded() + 1),
        title.in(words.language()),
        says.in(words.language()),
        words.say(hold.isPresent() ? HELD : OPEN),
        "",
        true);
  }

  private Optional<Worklist.Task> visit(Dossier dossier, PlannedVisit visit) {
    List<FormStanding> due =
        dossier.forms().waiting().stream()
            .filter(standing -> standing.visit().equals(visit.key()))
            .filter(standing -> !isFraction(standing.form()))
            .toList();
    if (visit.doneOn() != null || due.isEmpty() || !visit.appointment().equals(dossier.today())) {
      return Optional.empty();
    }
    String forms =
        due.stream()
            .map(standing -> words.form(standing.form()))
            .collect(Collectors.joining(words.say(COMMA)));
    return Optional.of(
        new Worklist.Task(
            "",
            "D",
            "blue",
            dossier.name(),
            dossier.code().text(),
            "",
            "/participants/" + MatrixReader.address(dossier.code().text(), due.getFirst()),
            words.visit(visit.key()),
            Message.of(TO_FILL, "forms", forms).in(words.language()),
            words.say(OPEN),
            Message.of(WINDOW, "to", visit.latest()).in(words.language()),
            false));
  }
}
