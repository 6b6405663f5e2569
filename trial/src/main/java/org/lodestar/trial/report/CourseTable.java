package org.lodestar.trial.report;

import java.math.RoundingMode;
import java.util.List;
import org.lodestar.trial.fact.Words;

/** The courses of participants as a table: the twin of swimmer, waterfall and spider plots. */
public final class CourseTable {
  private CourseTable() {}

  /**
   * A row a participant, in the order in which they were given.
   *
   * @param enrolled how many are enrolled, also those whose time has not begun
   */
  public static ReportTable of(List<Course> courses, int enrolled) {
    long measured = courses.stream().filter(course -> course.bestChangePercent() != null).count();
    ReportTable.Builder table =
        ReportTable.of("courses", "Course of each participant", "每例受试者的病程")
            .text("Participant", "受试者")
            .text("Best response", "最佳疗效")
            .text("Confirmed", "经确认")
            .figures("Best change, %", "最佳变化（%）")
            .figures("Judged until, months", "评估至（月）")
            .text("Progression", "进展")
            .figures("Followed until, months", "随访至（月）")
            .text("At the cut-off", "截止时")
            .note(denominators(enrolled, courses.size(), measured));
    for (Course course : courses) {
      table.row(
          Words.same(course.code().toString()),
          course.best().code(),
          course.confirmed().code(),
          change(course),
          Shown.one(course.judgedUntil()),
          course.progressed() ? new Words("yes", "是") : new Words("no", "否"),
          Shown.one(course.followedUntil()),
          course.ending().words());
    }
    return table.done();
  }

  /** Who has a bar in the waterfall and who has not. */
  public static Words denominators(long enrolled, long begun, long measured) {
    return new Words(
        "Of "
            + enrolled
            + " enrolled, "
            + measured
            + " have a measured sum of diameters after baseline; without one: "
            + (begun - measured)
            + "; time not begun: "
            + (enrolled - begun)
            + ".",
        "入组 "
            + enrolled
            + " 例，其中 "
            + measured
            + " 例有基线后靶病灶总径；无总径 "
            + (begun - measured)
            + " 例；尚未起算 "
            + (enrolled - begun)
            + " 例。");
  }

  private static Object change(Course course) {
    return course.bestChangePercent() == null
        ? new Words("not measured", "未测量")
        : course
            .bestChangePercent()
            .setScale(1, RoundingMode.HALF_UP)
            .toPlainString()
            .replace('-', '−');
  }
}
