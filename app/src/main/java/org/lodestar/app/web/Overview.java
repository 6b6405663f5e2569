package org.lodestar.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the overview shows, counted at one moment.
 *
 * @param cap planned number of participants, or null when the protocol leaves it open
 * @param planned enrolled by today if enrolment followed the plan; empty when that is not planned
 * @param treated participants with a first treatment, the denominator of the adverse events
 * @param onTreatment treated and treatment not given up
 * @param forms in the log or waiting
 * @param missed visits of which nothing is recorded and that can no longer be made up
 * @param share of the forms that are complete, in percent
 * @param comeToday how many people are expected today
 */
record Overview(
    int enrolled,
    @Nullable Integer cap,
    String planned,
    int screened,
    int failures,
    int inScreening,
    int treated,
    int onTreatment,
    int inRadiotherapy,
    int held,
    int died,
    long forms,
    long complete,
    long due,
    long overdue,
    long missed,
    String share,
    int severe,
    int serious,
    int seriousPeople,
    int comeToday,
    List<SeriousClock> clocks,
    List<CourseLine> courses,
    List<HoldLine> holds,
    String firstEnrolled,
    String plot,
    List<Quarter> quarters,
    List<VisitLine> visits,
    List<Term> terms,
    List<Cause> causes) {

  /** One line of the table beside the enrolment plot. */
  record Quarter(String name, int enrolled, int total) {}

  /**
   * Forms of one kind of visit.
   *
   * @param key of the kind
   * @param forms in the log or waiting
   */
  record VisitLine(
      String key, String name, long forms, long complete, long due, long overdue, int percent) {
    public String colour() {
      return overdue > 0 ? "amber" : due == 0 && complete == forms ? "green" : "blue";
    }
  }

  /** Worst grade per participant of one term; counts by grade 1 to 5. */
  record Term(
      String name,
      String verbatim,
      int any,
      List<Integer> grades,
      int severe,
      String share,
      String interval) {}

  /** Why screening ended, and how often. */
  record Cause(String words, int count) {}
}
