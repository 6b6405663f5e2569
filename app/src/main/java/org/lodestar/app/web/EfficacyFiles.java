package org.lodestar.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.app.print.KaplanMeierPlot;
import org.lodestar.app.print.SvgFile;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.report.Course;
import org.lodestar.trial.report.EfficacyTables.Endpoint;
import org.lodestar.trial.report.SurvivalPicture;

/** The pictures of efficacy and their numbers as files, with full precision and stable names. */
final class EfficacyFiles {
  private final EfficacySet set;
  private final String stamp;

  /**
   * @param stamp where the numbers come from, in one line
   */
  EfficacyFiles(EfficacySet set, String stamp) {
    this.set = set;
    this.stamp = stamp;
  }

  /** A picture that needs no other file; empty when there is none of this name. */
  Optional<String> svg(String name, Language language) {
    EfficacyFigures figures = new EfficacyFigures(set, language, Optional.empty());
    Optional<String> picture =
        switch (name) {
          case "swimmer" -> Optional.of(figures.swimmer().paper());
          case "waterfall" -> Optional.of(figures.waterfall().paper());
          case "spider" -> Optional.of(figures.spider().wide());
          default -> picture(name).map(each -> new KaplanMeierPlot(each, language).wide());
        };
    return picture.map(svg -> SvgFile.of(svg, stamp));
  }

  /** The numbers of a picture; empty when there is none of this name. */
  Optional<String> csv(String name) {
    Optional<List<String>> lines =
        switch (name) {
          case "swimmer", "waterfall" -> Optional.of(courses());
          case "spider" -> Optional.of(points());
          default -> picture(name).map(EfficacyFiles::steps);
        };
    return lines.map(rows -> "\uFEFF# " + stamp + "\r\n" + String.join("\r\n", rows) + "\r\n");
  }

  private Optional<SurvivalPicture> picture(String name) {
    for (Endpoint endpoint : Endpoint.values()) {
      if (endpoint.key().equals(name)) {
        return set.tables().picture(endpoint);
      }
    }
    return Optional.empty();
  }

  private static List<String> steps(SurvivalPicture picture) {
    List<String> rows = new ArrayList<>();
    rows.add("day,at_risk,events,censored,survival,lower,upper");
    KaplanMeier estimate = picture.curve().kaplanMeier();
    List<KaplanMeier.Step> steps = estimate.steps();
    for (int i = 0; i < steps.size(); i++) {
      KaplanMeier.Step step = steps.get(i);
      Interval band = estimate.intervalAt(i, IntervalType.LOG_LOG, picture.level());
      rows.add(
          row(
              (long) step.time(),
              step.atRisk(),
              step.events(),
              step.censored(),
              step.survival(),
              number(band.lower()),
              number(band.upper())));
    }
    return rows;
  }

  private static String number(Estimate estimate) {
    return estimate.isEstimable() ? Double.toString(estimate.value()) : "";
  }

  private List<String> courses() {
    List<String> rows = new ArrayList<>();
    rows.add(
        "participant,best_response,best_response_confirmed,best_change_percent,"
            + "judged_until_month,progressed,followed_until_month,at_cutoff");
    for (Course course : set.courses(Course.Order.TIME)) {
      rows.add(
          row(
              course.code(),
              course.best().code(),
              course.confirmed().code(),
              course.bestChangePercent() == null ? "" : course.bestChangePercent().toPlainString(),
              course.judgedUntil(),
              course.progressed(),
              course.followedUntil(),
              course.ending().words().en()));
    }
    return rows;
  }

  private List<String> points() {
    List<String> rows = new ArrayList<>();
    rows.add("participant,month,change_percent,overall_response");
    for (Course course : set.courses(Course.Order.CODE)) {
      for (Course.Point point : course.points()) {
        rows.add(
            row(
                course.code(),
                point.month(),
                point.changePercent() == null ? "" : point.changePercent().toPlainString(),
                point.overall().code()));
      }
    }
    return rows;
  }

  private static String row(Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      texts.add(String.valueOf(cell));
    }
    return String.join(",", texts);
  }
}
