package org.lodestar.app.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lodestar.app.print.KaplanMeierPlot;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.statistics.survival.Landmark;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.efficacy.BestResponse;
import org.lodestar.trial.efficacy.EfficacyDerivation;
import org.lodestar.trial.efficacy.EfficacyRule;
import org.lodestar.trial.efficacy.Endpoints;
import org.lodestar.trial.efficacy.ParticipantEfficacy;
import org.lodestar.trial.efficacy.ResponseRate;
import org.lodestar.trial.efficacy.SurvivalCurve;
import org.lodestar.trial.efficacy.TimeToEvent;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.EndpointSettings;
import org.lodestar.trial.protocol.TrialSettings;

/** Derives the efficacy of all enrolled, for its page and for the question why. */
final class EfficacyReader {
  private static final Words NOT_SHOWN =
      new Words(
          "Efficacy is not shown to this role. It is shown to: {roles}",
          "当前角色不显示疗效数据。可查看的角色：{roles}");
  private static final Words NOBODY = new Words("nobody", "无");
  private static final int TICK_MONTHS = 6;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final TrialState state;
  private final TrialWords words;
  private final LocalDate cutoff;

  EfficacyReader(TrialState state, TrialWords words, LocalDate cutoff) {
    this.state = state;
    this.words = words;
    this.cutoff = cutoff;
  }

  /** Who may not see efficacy is told who may. */
  static Optional<String> refusal(TrialWords words, Role role) {
    List<Role> readers =
        words.protocol().get(TrialSettings.EFFICACY_READERS).find().orElse(List.of());
    if (readers.contains(role)) {
      return Optional.empty();
    }
    String names =
        readers.stream()
            .map(reader -> words.say(reader.words()))
            .collect(Collectors.joining(words.language() == Language.ZH ? "、" : ", "));
    return Optional.of(
        Message.of(NOT_SHOWN, "roles", names.isEmpty() ? words.say(NOBODY) : names)
            .in(words.language()));
  }

  ParticipantEfficacy participant(ParticipantCode code) {
    Sheets sheets = new Sheets(state.casebook(code), kind -> Kinds.forms(words.protocol(), kind));
    return EfficacyDerivation.derive(sheets, words.protocol(), enrolment(code), cutoff);
  }

  private Derived<LocalDate> enrolment(ParticipantCode code) {
    return state.index().enrolment().standing(code) instanceof Standing.Enrolled enrolled
        ? Derived.of(EfficacyRule.ORIGIN, enrolled.on(), new FactRef(enrolled.seq(), "on"))
        : Derived.missing(
            EfficacyRule.ORIGIN, Message.of(EfficacyRule.NO_ORIGIN.words(), "origin", code));
  }

  List<ParticipantEfficacy> all() {
    return state.index().enrolment().enrolled().stream().map(this::participant).toList();
  }

  static Derived<SurvivalCurve> curve(List<ParticipantEfficacy> all) {
    return Endpoints.curve(all.stream().map(ParticipantEfficacy::progressionFreeSurvival).toList());
  }

  Derived<Landmark> landmark(List<ParticipantEfficacy> all) {
    return Endpoints.landmark(curve(all), words.protocol());
  }

  Derived<ResponseRate> responseRate(List<ParticipantEfficacy> all) {
    return Endpoints.responseRate(
        all.stream().map(ParticipantEfficacy::best).toList(), words.protocol());
  }

  EfficacyView read() {
    List<ParticipantEfficacy> all = all();
    Derived<SurvivalCurve> curve = curve(all);
    Optional<BigDecimal> month = words.protocol().get(EndpointSettings.MONTH_DAYS).find();
    if (!curve.isKnown() || month.isEmpty()) {
      return new EfficacyView(
          true,
          "",
          curve.sentence(words.language()),
          0,
          0,
          "",
          "",
          "",
          "",
          "",
          "",
          List.of(),
          List.of());
    }
    KaplanMeier estimate = curve.get().kaplanMeier();
    Derived<Landmark> landmark = landmark(all);
    Derived<ResponseRate> rate = responseRate(all);
    double level = level();
    return new EfficacyView(
        true,
        "",
        "",
        curve.get().times().size(),
        curve.get().eventCount(),
        landmark.known().map(known -> percent(known.survival())).orElse("-"),
        landmark.sentence(words.language()),
        months(estimate.median(IntervalType.LOG_LOG, level).time(), month.get()),
        rate.known().map(known -> percent(Estimate.of(known.rate()))).orElse("-"),
        rate.sentence(words.language()),
        plot(estimate, landmark, month.get(), level),
        lines(estimate, curve.get(), month.get(), level),
        best(all));
  }

  private double level() {
    return words
        .protocol()
        .get(EndpointSettings.CONFIDENCE_PERCENT)
        .find()
        .map(percent -> percent.divide(HUNDRED).doubleValue())
        .orElse(0.95);
  }

  private String plot(
      KaplanMeier estimate, Derived<Landmark> landmark, BigDecimal month, double level) {
    KaplanMeierPlot plot =
        new KaplanMeierPlot(
            estimate,
            landmark.known(),
            month.doubleValue(),
            level,
            words.protocol(),
            words.language());
    return plot.wide() + plot.narrow();
  }

  static String percent(Estimate estimate) {
    return estimate.isEstimable()
        ? BigDecimal.valueOf(100 * estimate.value())
            .setScale(1, RoundingMode.HALF_EVEN)
            .toPlainString()
        : "NE";
  }

  private static String months(Estimate days, BigDecimal month) {
    return days.isEstimable()
        ? BigDecimal.valueOf(days.value()).divide(month, 1, RoundingMode.HALF_EVEN).toPlainString()
        : "NE";
  }

  private static List<EfficacyView.Line> lines(
      KaplanMeier estimate, SurvivalCurve curve, BigDecimal month, double level) {
    List<EfficacyView.Line> lines = new ArrayList<>();
    for (int at = 0; at * month.doubleValue() <= estimate.lastTime(); at += TICK_MONTHS) {
      double day = at * month.doubleValue();
      int events =
          (int)
              curve.times().stream()
                  .filter(TimeToEvent::event)
                  .filter(t -> t.days() <= day)
                  .count();
      Interval interval = estimate.landmark(day, IntervalType.LOG_LOG, level).interval();
      lines.add(
          new EfficacyView.Line(
              at,
              estimate.atRisk(day),
              events,
              percent(estimate.survivalAt(day)),
              percent(interval.lower()) + " – " + percent(interval.upper())));
    }
    return lines;
  }

  private static List<EfficacyView.Best> best(List<ParticipantEfficacy> all) {
    Map<String, Integer> counts = new TreeMap<>();
    for (ParticipantEfficacy each : all) {
      String response =
          each.best()
              .known()
              .map(BestResponse::response)
              .map(r -> r.name().replace('_', '-'))
              .orElse("NE");
      counts.merge(response, 1, Integer::sum);
    }
    List<EfficacyView.Best> best = new ArrayList<>();
    counts.forEach(
        (response, count) ->
            best.add(
                new EfficacyView.Best(response, count, OverviewReader.percent(count, all.size()))));
    return best;
  }
}
