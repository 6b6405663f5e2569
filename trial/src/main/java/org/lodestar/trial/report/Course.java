package org.lodestar.trial.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.efficacy.AssessedVisit;
import org.lodestar.trial.efficacy.BestResponse;
import org.lodestar.trial.efficacy.ParticipantEfficacy;
import org.lodestar.trial.efficacy.Response;
import org.lodestar.trial.efficacy.TimeToEvent;
import org.lodestar.trial.efficacy.TumourResponse;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Words;

/**
 * One participant's course as swimmer, waterfall and spider plots show it and as the table beside
 * them lists it. Times are months from the origin of overall survival.
 *
 * @param best without confirmation
 * @param confirmed best response, confirmed
 * @param judgedUntil progression or else the last assessment: the end of the bar
 * @param followedUntil death or last contact
 * @param ending how the follow-up stands at the cut-off
 * @param bestChangePercent the smallest change of the sum from baseline up to progression or a new
 *     treatment; null without a measured sum after baseline
 */
public record Course(
    ParticipantCode code,
    Response best,
    Response confirmed,
    double judgedUntil,
    boolean progressed,
    double followedUntil,
    Ending ending,
    @Nullable BigDecimal bestChangePercent,
    List<Point> points) {

  /** How the follow-up of a participant stands at the cut-off. */
  public enum Ending {
    DIED("died", "死亡"),
    FOLLOWED("followed", "随访中"),
    LOST("lost or withdrawn", "失访或退出");

    private final Words words;

    Ending(String en, String zh) {
      this.words = new Words(en, zh);
    }

    public Words words() {
      return words;
    }
  }

  /**
   * One assessment.
   *
   * @param changePercent of the sum from baseline; null when there is no complete sum
   */
  public record Point(double month, @Nullable BigDecimal changePercent, Response overall) {}

  /** In which order pictures and table list the participants. */
  public enum Order {
    TIME,
    CHANGE,
    CODE;

    /** The order as a comparison; equal ones stay by code. */
    public Comparator<Course> comparator() {
      Comparator<Course> first =
          switch (this) {
            case TIME -> Comparator.comparingDouble(Course::followedUntil).reversed();
            case CHANGE -> Comparator.comparing(Course::sortedChange).reversed();
            case CODE -> Comparator.comparing(Course::code);
          };
      return first.thenComparing(Course::code);
    }
  }

  public Course {
    points = List.copyOf(points);
  }

  /** Without a measured sum a participant comes last. */
  private BigDecimal sortedChange() {
    return bestChangePercent == null ? BigDecimal.valueOf(-1000) : bestChangePercent;
  }

  /**
   * The course of one participant; empty before her time began.
   *
   * @param monthDays length of a month in days
   */
  public static Optional<Course> of(
      ParticipantCode code,
      Sheets sheets,
      ParticipantEfficacy efficacy,
      LocalDate cutoff,
      BigDecimal monthDays) {
    return efficacy
        .overallSurvival()
        .known()
        .map(time -> new Drawn(sheets, efficacy, time, cutoff, monthDays).course(code));
  }

  private record Drawn(
      Sheets sheets,
      ParticipantEfficacy efficacy,
      TimeToEvent survival,
      LocalDate cutoff,
      BigDecimal monthDays) {

    Course course(ParticipantCode code) {
      List<Point> points = points();
      LocalDate progression =
          efficacy.progression().known().filter(day -> !day.isAfter(survival.date())).orElse(null);
      double lastAssessed = points.isEmpty() ? 0 : points.getLast().month();
      return new Course(
          code,
          response(efficacy.best()),
          response(efficacy.bestConfirmed()),
          progression == null ? lastAssessed : month(progression),
          progression != null,
          month(survival.date()),
          ending(),
          bestChange(points, countsUntil(progression)),
          points);
    }

    private double month(LocalDate day) {
      long days = ChronoUnit.DAYS.between(survival.origin(), day) + 1;
      return Math.max(0, days / monthDays.doubleValue());
    }

    /** Assessments after progression or a new treatment say nothing of this one. */
    private double countsUntil(@Nullable LocalDate progression) {
      double until = progression == null ? Double.MAX_VALUE : month(progression);
      return efficacy
          .newTherapy()
          .known()
          .map(this::month)
          .map(m -> Math.min(m, until))
          .orElse(until);
    }

    private static Response response(Derived<BestResponse> best) {
      return best.known().map(BestResponse::response).orElse(Response.NE);
    }

    private List<Point> points() {
      List<Point> points = new ArrayList<>();
      for (AssessedVisit visit :
          efficacy.response().map(TumourResponse::visits).orElse(List.of())) {
        if (visit.date().isAfter(cutoff)) {
          continue;
        }
        points.add(
            new Point(
                month(visit.date()),
                visit.changeFromBaselinePercent().known().orElse(null),
                visit.overall().known().orElse(Response.NE)));
      }
      return points;
    }

    private static @Nullable BigDecimal bestChange(List<Point> points, double until) {
      BigDecimal best = null;
      for (Point point : points) {
        BigDecimal change = point.changePercent();
        if (change != null
            && point.month() <= until
            && (best == null || change.compareTo(best) < 0)) {
          best = change;
        }
      }
      return best;
    }

    private Ending ending() {
      if (survival.event()) {
        return Ending.DIED;
      }
      boolean withdrew =
          sheets.of("withdrawal").stream()
              .anyMatch(
                  sheet ->
                      !isAfterCutoff(sheet.date("withdrawn-on"))
                          && sheet
                              .text("scope")
                              .known()
                              .filter(s -> !s.equals("treatment"))
                              .isPresent());
      return withdrew || lastNotReached() ? Ending.LOST : Ending.FOLLOWED;
    }

    private boolean isAfterCutoff(Derived<LocalDate> day) {
      return day.known().filter(known -> known.isAfter(cutoff)).isPresent();
    }

    private boolean lastNotReached() {
      return sheets.of("survival-contact").stream()
          .filter(sheet -> sheet.date("contacted-on").isKnown())
          .filter(sheet -> !isAfterCutoff(sheet.date("contacted-on")))
          .max(Comparator.comparing(Drawn::contactedOn))
          .flatMap(sheet -> sheet.text("status").known())
          .filter("not-reached"::equals)
          .isPresent();
    }

    private static LocalDate contactedOn(Sheet sheet) {
      return sheet.date("contacted-on").get();
    }
  }
}
