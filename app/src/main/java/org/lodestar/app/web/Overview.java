package org.lodestar.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the overview shows, counted at one moment.
 *
 * @param cap planned number of participants, or null when the protocol leaves it open
 * @param planned enrolled by today if enrolment followed the plan; empty when that is not planned
 * @param treated participants with a first treatment, the denominator of the adverse events
 */
record Overview(
    int enrolled,
    @Nullable Integer cap,
    String planned,
    int screened,
    int failures,
    int inScreening,
    int treated,
    int died,
    long forms,
    long complete,
    String share,
    int severe,
    int serious,
    int seriousPeople,
    String firstEnrolled,
    String plot,
    List<Quarter> quarters,
    List<VisitLine> visits,
    List<Term> terms,
    List<Cause> causes) {

  /** One line of the table beside the enrolment plot. */
  record Quarter(String name, int enrolled, int total) {}

  /** Forms of one kind of visit. */
  record VisitLine(String name, long started, long complete, long inProgress, int percent) {
    public String colour() {
      return inProgress == 0 ? "green" : "blue";
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
