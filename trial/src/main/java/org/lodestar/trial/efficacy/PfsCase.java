package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.protocol.CensoringDate;
import org.lodestar.trial.protocol.CensoringResult;
import org.lodestar.trial.protocol.CensoringRule;
import org.lodestar.trial.protocol.CensoringSituation;
import org.lodestar.trial.protocol.ScanPhase;

/** Progression-free survival of one participant: a case of {@code lodestar-pfs-cases/1}. */
public record PfsCase(ProgressionHistory history, AssessmentPlan plan) {
  /** Length of a month in the format: a quarter of the days of four years, by twelve. */
  public static final BigDecimal MONTH_DAYS = new BigDecimal("30.4375");

  private static final int MISSED = 2;

  /** FDA's table A of the guidance on cancer trial endpoints, as far as this format needs it. */
  public static final List<CensoringRule> FDA_TYPE =
      List.of(
          censored(CensoringSituation.NO_BASELINE, CensoringDate.ORIGIN),
          censored(CensoringSituation.NEW_THERAPY, CensoringDate.LAST_ADEQUATE_BEFORE_THERAPY),
          censored(CensoringSituation.EVENT_AFTER_MISSED, CensoringDate.LAST_ADEQUATE_BEFORE_GAP),
          event(CensoringSituation.PROGRESSION),
          event(CensoringSituation.DEATH),
          censored(CensoringSituation.NO_EVENT, CensoringDate.LAST_ADEQUATE_ASSESSMENT));

  /** EMA's: every progression and death counts, whatever was missed or given before. */
  public static final List<CensoringRule> EMA_TYPE =
      List.of(
          event(CensoringSituation.PROGRESSION),
          event(CensoringSituation.DEATH),
          censored(CensoringSituation.NO_EVENT, CensoringDate.LAST_ADEQUATE_ASSESSMENT));

  private static CensoringRule censored(CensoringSituation situation, CensoringDate date) {
    return new CensoringRule(situation, CensoringResult.CENSORED, date);
  }

  private static CensoringRule event(CensoringSituation situation) {
    return new CensoringRule(situation, CensoringResult.EVENT, CensoringDate.EVENT_DATE);
  }

  public TimeToEvent answer(List<CensoringRule> rules) {
    return new ProgressionFreeSurvival(rules, plan).of(history);
  }

  /**
   * @throws IllegalArgumentException naming the place of what is missing or wrong
   */
  public static PfsCase read(JsonView json) {
    LocalDate origin = json.get("startDate").date();
    List<TimedResponse> assessments =
        json.get("assessments").items().stream().map(PfsCase::assessment).toList();
    ProgressionHistory history =
        new ProgressionHistory(
            origin,
            json.get("baselineAssessmentDone").flag(),
            assessments,
            assessments.stream()
                .filter(each -> each.response() == Response.PD)
                .map(TimedResponse::date)
                .min(LocalDate::compareTo)
                .orElse(null),
            json.date("newAnticancerTherapyDate").orElse(null),
            json.date("deathDate").orElse(null),
            json.get("dataCutoffDate").date());
    ScanPhase phase =
        new ScanPhase(
            null,
            json.get("assessmentIntervalDays").wholeNumber(),
            json.get("visitWindowDays").wholeNumber());
    return new PfsCase(history, new AssessmentPlan(origin, MONTH_DAYS, List.of(phase), MISSED));
  }

  private static TimedResponse assessment(JsonView json) {
    return new TimedResponse(json.get("date").date(), Response.ofCode(json.get("overall").text()));
  }
}
