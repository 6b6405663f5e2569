package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.statistics.survival.Landmark;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.protocol.EndpointSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingsRead;

/**
 * The endpoints of a set of participants. Each participant's own value is an input, so that every
 * figure leads back to her facts. Dropouts are censored, never removed.
 */
public final class Endpoints {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 4;

  private Endpoints() {}

  /** The curve of all who have a time; how many have none is said beside it. */
  public static Derived<SurvivalCurve> curve(List<Derived<TimeToEvent>> times) {
    List<TimeToEvent> known = times.stream().flatMap(time -> time.known().stream()).toList();
    if (known.isEmpty()) {
      return Derived.missing(EfficacyRule.CURVE, Message.of(EfficacyRule.EMPTY_SET.words()), times);
    }
    SurvivalCurve curve = new SurvivalCurve(known);
    return Derived.of(EfficacyRule.CURVE, curve, times)
        .with("participants", known.size())
        .with("events", curve.eventCount())
        .with("without", times.size() - known.size());
  }

  /** The rate at the protocol's landmark with its interval, symmetric in log(-log S). */
  public static Derived<Landmark> landmark(Derived<SurvivalCurve> curve, Protocol protocol) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> day = settings.find(EndpointSettings.LANDMARK_DAY);
    Optional<BigDecimal> percent = settings.find(EndpointSettings.CONFIDENCE_PERCENT);
    EfficacyRule rule = EfficacyRule.LANDMARK_RATE;
    if (day.isEmpty() || percent.isEmpty()) {
      return settings.on(Derived.missing(rule, settings.missing().orElseThrow(), curve));
    }
    if (!curve.isKnown()) {
      return settings.on(curve.map(rule, any -> landmark(any, day.get(), percent.get())));
    }
    Landmark landmark = landmark(curve.get(), day.get(), percent.get());
    if (!landmark.survival().isEstimable()) {
      long last = (long) curve.get().kaplanMeier().lastTime();
      return settings.on(
          Derived.missing(
              rule,
              Message.of(EfficacyRule.AFTER_FOLLOW_UP.words(), "day", day.get(), "last", last),
              curve));
    }
    return settings.on(
        Derived.of(rule, landmark, curve)
            .with("day", day.get())
            .with("rate", shown(landmark.survival()))
            .with("level", percent.get().toPlainString())
            .with("lower", shown(landmark.interval().lower()))
            .with("upper", shown(landmark.interval().upper()))
            .with("atRisk", landmark.atRisk()));
  }

  private static Landmark landmark(SurvivalCurve curve, int day, BigDecimal percent) {
    KaplanMeier estimate = curve.kaplanMeier();
    return estimate.landmark(day, IntervalType.LOG_LOG, level(percent));
  }

  private static double level(BigDecimal percent) {
    return percent.divide(HUNDRED).doubleValue();
  }

  /** The objective response rate of a set, by the month until which the protocol judges it. */
  public static Derived<ResponseRate> objectiveResponse(
      List<ParticipantEfficacy> participants, Protocol protocol) {
    return responseRate(
        participants.stream().map(ParticipantEfficacy::responseInTime).toList(), protocol);
  }

  /** The share of objective responses; a missing best response is no response. */
  static Derived<ResponseRate> responseRate(List<Derived<BestResponse>> best, Protocol protocol) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<BigDecimal> percent = settings.find(EndpointSettings.CONFIDENCE_PERCENT);
    EfficacyRule rule = EfficacyRule.RESPONSE_RATE;
    if (percent.isEmpty()) {
      return settings.on(Derived.missing(rule, settings.missing().orElseThrow(), best));
    }
    if (best.isEmpty()) {
      return settings.on(Derived.missing(rule, Message.of(EfficacyRule.EMPTY_SET.words())));
    }
    int responders =
        (int)
            best.stream()
                .filter(each -> each.known().filter(b -> b.response().isObjective()).isPresent())
                .count();
    ResponseRate rate = ResponseRate.of(responders, best.size(), level(percent.get()));
    return settings.on(
        Derived.of(rule, rate, best)
            .with("responders", responders)
            .with("participants", best.size())
            .with("rate", shown(Estimate.of(rate.rate())))
            .with("level", percent.get().toPlainString())
            .with("lower", shown(rate.interval().lower()))
            .with("upper", shown(rate.interval().upper())));
  }

  /** Complete and partial response and stable disease; a missing best response is none of them. */
  public static Derived<Share> diseaseControlRate(
      List<Derived<BestResponse>> best, Protocol protocol) {
    List<Derived<Boolean>> controlled =
        best.stream()
            .map(each -> each.map(EfficacyRule.DISEASE_CONTROL_RATE, Endpoints::isControlled))
            .toList();
    return share(EfficacyRule.DISEASE_CONTROL_RATE, controlled, protocol);
  }

  private static boolean isControlled(BestResponse best) {
    return best.response().isObjective() || best.response().isStable();
  }

  /**
   * Who died within days of the last study treatment, of all who were treated.
   *
   * @param days 30 and 90 are usual
   */
  public static Derived<Share> earlyMortality(
      List<ParticipantEfficacy> participants, int days, Protocol protocol) {
    List<Derived<Boolean>> early =
        participants.stream()
            .filter(each -> each.firstTreatment().isKnown())
            .map(
                each ->
                    each.daysToDeath().map(EfficacyRule.EARLY_MORTALITY, after -> after <= days))
            .toList();
    return share(EfficacyRule.EARLY_MORTALITY, early, protocol).with("days", days);
  }

  private static Derived<Share> share(
      EfficacyRule rule, List<Derived<Boolean>> members, Protocol protocol) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<BigDecimal> percent = settings.find(EndpointSettings.CONFIDENCE_PERCENT);
    if (percent.isEmpty()) {
      return settings.on(Derived.missing(rule, settings.missing().orElseThrow(), members));
    }
    if (members.isEmpty()) {
      return settings.on(Derived.missing(rule, Message.of(EfficacyRule.EMPTY_SET.words())));
    }
    int count = (int) members.stream().filter(each -> each.known().orElse(false)).count();
    Share share = Share.of(count, members.size(), level(percent.get()));
    return settings.on(
        Derived.of(rule, share, members)
            .with("count", count)
            .with("participants", members.size())
            .with("rate", shown(Estimate.of(share.rate())))
            .with("level", percent.get().toPlainString())
            .with("lower", shown(share.interval().lower()))
            .with("upper", shown(share.interval().upper())));
  }

  /** How many were free of progression at the landmark's assessment, how many not, not assessed. */
  public static Map<LandmarkStatus, Integer> nominalVisits(List<ParticipantEfficacy> participants) {
    Map<LandmarkStatus, Integer> counts = new EnumMap<>(LandmarkStatus.class);
    for (LandmarkStatus status : LandmarkStatus.values()) {
      counts.put(status, 0);
    }
    for (ParticipantEfficacy each : participants) {
      counts.merge(
          each.nominalVisit().known().orElse(LandmarkStatus.NOT_ASSESSED), 1, Integer::sum);
    }
    return counts;
  }

  private static String shown(Estimate estimate) {
    return estimate.isEstimable()
        ? BigDecimal.valueOf(estimate.value())
            .setScale(DECIMALS, RoundingMode.HALF_UP)
            .toPlainString()
        : estimate.toString();
  }
}
