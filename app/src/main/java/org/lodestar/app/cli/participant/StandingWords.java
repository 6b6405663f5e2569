package org.lodestar.app.cli.participant;

import org.jspecify.annotations.Nullable;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.enrolment.ScreenFailure;
import org.lodestar.trial.fact.Words;

/** Where a participant stands, in words. */
final class StandingWords {
  private StandingWords() {}

  static Words of(@Nullable Standing standing) {
    return switch (standing) {
      case null -> new Words("not registered", "未登记");
      case Standing.InScreening ignored -> new Words("in screening", "筛选中");
      case Standing.Enrolled ignored -> new Words("enrolled", "已入组");
      case Standing.Failed failed -> {
        Words cause = ScreenFailure.parse(failed.cause()).words();
        yield new Words("screening failed: " + cause.en(), "筛选失败：" + cause.zh());
      }
    };
  }

  static String key(@Nullable Standing standing) {
    return switch (standing) {
      case null -> "unknown";
      case Standing.InScreening ignored -> "in-screening";
      case Standing.Enrolled ignored -> "enrolled";
      case Standing.Failed ignored -> "screen-failed";
    };
  }

  static String number(@Nullable Standing standing) {
    return standing instanceof Standing.Enrolled enrolled ? enrolled.number() : "";
  }

  static String enrolledOn(@Nullable Standing standing) {
    return standing instanceof Standing.Enrolled enrolled ? enrolled.on().toString() : "";
  }
}
