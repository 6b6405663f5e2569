package org.lodestar.app.web;

import org.lodestar.trial.schedule.FormStatus;

/** The symbol and the colour of a form's state. */
final class Shape {
  private Shape() {}

  /** The name of the symbol on every page, and of the style class with its colour. */
  static String of(FormStatus status) {
    return switch (status) {
      case OVERDUE -> "O";
      case IN_PROGRESS -> "P";
      case DUE -> "D";
      case NOT_DONE -> "N";
      case COMPLETE -> "C";
      case NOT_YET_DUE -> "F";
      case NOT_APPLICABLE -> "Z";
    };
  }

  /** The tint of a table cell; empty for a state that is calm. */
  static String tint(FormStatus status) {
    return switch (status) {
      case OVERDUE -> "bad";
      case DUE -> "now";
      case IN_PROGRESS, NOT_DONE, COMPLETE, NOT_YET_DUE, NOT_APPLICABLE -> "";
    };
  }
}
