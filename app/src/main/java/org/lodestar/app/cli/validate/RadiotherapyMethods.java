package org.lodestar.app.cli.validate;

import java.util.List;

/** Masks, margins, histograms and courses, recomputed by the radiotherapy library. */
final class RadiotherapyMethods {
  static final List<OracleMethod> ALL =
      List.of(new AnalyticMethod(), new RealCaseMethod(), new CourseMethod());

  private RadiotherapyMethods() {}
}
