package org.lodestar.app.web;

import java.time.LocalDate;

/** Places days between two days on a line of a picture. */
record Scale(LocalDate from, LocalDate to, double left, double right) {
  Scale {
    if (!to.isAfter(from)) {
      throw new IllegalArgumentException("a scale ends after " + from + "; got: " + to);
    }
  }

  double x(LocalDate day) {
    double span = to.toEpochDay() - from.toEpochDay();
    return left + (right - left) * (day.toEpochDay() - from.toEpochDay()) / span;
  }

  /** The width of a day. */
  double day() {
    return (right - left) / (to.toEpochDay() - from.toEpochDay());
  }

  boolean shows(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
