package org.lodestar.app.web;

import java.util.Optional;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.enrolment.ScreenFailure;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.schedule.Cycle;
import org.lodestar.trial.schedule.FractionCourse;

/** One or two words about where a participant is: what a colleague would say beside her number. */
final class RowNote {
  private static final Words CLOCK = new Words("SAE clock", "SAE 计时中");
  private static final Words HELD = new Words("held", "暂停");
  private static final Words FRACTION_TODAY =
      new Words("fraction {number} today", "今日第 {number} 次放疗");
  private static final Words FRACTION =
      new Words("fraction {number} of {total}", "放疗 {number}/{total}");
  private static final Words DIED = new Words("died", "已死亡");
  private static final Words WITHDRAWN = new Words("withdrawn", "已退出");
  private static final Words FOLLOW_UP = new Words("follow-up", "随访");
  private static final Words MAINTENANCE = new Words("maintenance {number}", "维持 {number}");
  private static final Words CYCLE = new Words("cycle {number}", "第 {number} 周期");
  private static final Words ENROLLED = new Words("enrolled", "已入组");
  private static final Words IN_SCREENING = new Words("in screening", "筛选中");

  private RowNote() {}

  static String of(Dossier dossier, TrialWords words) {
    return switch (dossier.standing()) {
      case Standing.Failed failed -> words.say(ScreenFailure.parse(failed.cause()).words());
      case Standing.InScreening ignored -> words.say(IN_SCREENING);
      case Standing.Enrolled ignored -> enrolled(dossier).in(words.language());
      case null -> "";
    };
  }

  private static Message enrolled(Dossier dossier) {
    if (!dossier.runningClocks().isEmpty()) {
      return Message.of(CLOCK);
    }
    if (!dossier.holds().isEmpty()) {
      return Message.of(HELD);
    }
    if (dossier.hasDied()) {
      return Message.of(DIED);
    }
    if (!dossier.sheets().of("withdrawal").isEmpty()) {
      return Message.of(WITHDRAWN);
    }
    return dossier.courseUnderWay().map(course -> course(course, dossier)).orElse(phase(dossier));
  }

  private static Message course(FractionCourse course, Dossier dossier) {
    boolean today = course.remaining().dates().contains(dossier.today());
    int next = course.completed() + 1;
    return today
        ? Message.of(FRACTION_TODAY, "number", next)
        : Message.of(
            FRACTION, "number", course.completed(), "total", course.planned().fractions().size());
  }

  private static Message phase(Dossier dossier) {
    if (!dossier.isTreated()) {
      return Message.of(ENROLLED);
    }
    if (!dossier.isOnTreatment()) {
      return Message.of(FOLLOW_UP);
    }
    Optional<Cycle> maintenance = last(dossier.schedule().maintenance().known());
    return maintenance
        .map(cycle -> Message.of(MAINTENANCE, "number", cycle.number()))
        .or(
            () ->
                last(dossier.schedule().cycles().known())
                    .map(cycle -> Message.of(CYCLE, "number", cycle.number())))
        .orElse(Message.of(ENROLLED));
  }

  private static Optional<Cycle> last(Optional<org.lodestar.trial.schedule.CyclePlan> plan) {
    return plan.stream()
        .flatMap(known -> known.cycles().stream())
        .filter(Cycle::isGiven)
        .reduce((first, second) -> second);
  }
}
