package org.lodestar.app.web;

import java.util.List;
import java.util.regex.Pattern;
import org.lodestar.app.print.Svg;

/**
 * What waits for somebody today.
 *
 * @param now in the order in which it presses: clocks, overdue forms, proposals
 * @param today who is expected
 * @param window visits whose window is open, by their last day
 * @param courses radiotherapy under way
 */
record Worklist(
    String day,
    List<Task> now,
    List<Task> today,
    List<Task> window,
    List<CourseLine> courses,
    List<HoldLine> holds,
    int overdue,
    int enrolled,
    String cap) {

  /**
   * One thing to do.
   *
   * @param kind of style: late, soon, or empty
   * @param shape and its colour
   * @param where in the trial: visit or form
   * @param when what is left, in bold, and the day below
   * @param isFraction whether it is a fraction of today
   */
  record Task(
      String kind,
      String shape,
      String colour,
      String participant,
      String code,
      String where,
      String address,
      String title,
      String says,
      String when,
      String day,
      boolean isFraction) {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** What it says, its dates marked so that no line breaks inside them. */
    public String markup() {
      return DATE.matcher(Svg.escape(says)).replaceAll("<time>$0</time>");
    }
  }
}
