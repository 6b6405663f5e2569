package org.lodestar.app.simulate;

/** The visits under which forms are filed; a visit of a series carries its number. */
final class Visits {
  static final String SCREENING = "screening";
  static final String PLANNING = "planning";
  static final String END_OF_TREATMENT = "end-of-treatment";
  static final String SAFETY_FOLLOW_UP = "safety-follow-up";

  /** For forms that are filled whenever something happens. */
  static final String RUNNING = "running";

  private Visits() {}

  static String cycle(int number) {
    return "cycle-" + number;
  }

  static String maintenance(int number) {
    return "maintenance-" + number;
  }

  static String radiotherapyWeek(int number) {
    return "radiotherapy-week-" + number;
  }

  static String assessment(int number) {
    return "assessment-" + number;
  }

  static String survival(int number) {
    return "survival-" + number;
  }
}
