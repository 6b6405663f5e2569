package org.lodestar.app.web;

import java.util.List;
import java.util.Optional;
import org.lodestar.radiotherapy.review.Verdict.Grade;

/**
 * What the page of one participant's radiotherapy shows.
 *
 * @param name the enrolment number, else the code
 * @param says one sentence under the title
 * @param alarm what a reviewer must see first; empty when nothing is out of bounds
 * @param images why there is no image; empty when there is one
 */
record RadiotherapyView(
    String code,
    String name,
    String says,
    Optional<Alarm> alarm,
    String images,
    Optional<Viewer> viewer,
    List<Side> sides,
    String sidesSay,
    List<Item> checklist,
    String checklistSays,
    List<Cost> costs,
    String dvhWide,
    String dvhNarrow,
    List<Volume> volumes,
    List<List<FractionCalendar.Cell>> weeks,
    String courseSays,
    List<Decided> decided,
    List<String> findings) {

  /** The sentence of the red box and what it rests on. */
  record Alarm(String bold, String why) {}

  /** Three planes and the choices behind them. */
  record Viewer(
      String base,
      List<Tile> tiles,
      List<Legend> legend,
      String window,
      boolean dose,
      boolean lines,
      List<Integer> levels,
      String prescribed) {}

  /** One plane: {@code parameter} is its place in the address, {@code shown} counts from 1. */
  record Tile(String plane, String parameter, int shown, int of, String svg) {}

  record Legend(String look, String name) {}

  /** One side of the margin. */
  record Side(String name, String required, String drawn, String difference, Grade grade) {
    public String shape() {
      return RadiotherapyView.shape(grade);
    }
  }

  /**
   * One line of the checklist.
   *
   * @param rule what is asked, with its limit
   * @param basis on whose word
   */
  record Item(
      Grade grade, String title, String evidence, String rule, String source, String basis) {
    public String shape() {
      return RadiotherapyView.shape(grade);
    }
  }

  record Cost(String label, String value, String note) {}

  record Volume(
      String name,
      String look,
      String cc,
      String d98,
      String d50,
      String d2,
      String mean,
      String v95) {}

  /** What a person decided on a review form. */
  record Decided(String day, String subject, String verdict, String comment, String address) {}

  /** The shape that stands for a class; the word stands beside it. */
  static String shape(Grade grade) {
    return switch (grade) {
      case ACCEPTABLE -> "C";
      case ACCEPTABLE_VARIATION -> "P";
      case UNACCEPTABLE_VARIATION -> "O";
      case NOT_SPECIFIED, NOT_MEASURED -> "info";
    };
  }
}
