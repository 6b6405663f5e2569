package org.lodestar.trial.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.statistics.survival.Landmark;
import org.lodestar.statistics.survival.SurvivalQuantile;
import org.lodestar.trial.efficacy.BestResponse;
import org.lodestar.trial.efficacy.Endpoints;
import org.lodestar.trial.efficacy.ParticipantEfficacy;
import org.lodestar.trial.efficacy.Response;
import org.lodestar.trial.efficacy.SurvivalCurve;
import org.lodestar.trial.efficacy.TimeToEvent;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.EndpointSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingKey;
import org.lodestar.trial.protocol.TimeOrigin;

/** Response and time to event of all enrolled. */
public final class EfficacyTables {
  private static final int TICK_MONTHS = 6;
  private static final List<Response> ORDER =
      List.of(
          Response.CR,
          Response.PR,
          Response.SD,
          Response.NON_CR_NON_PD,
          Response.PD,
          Response.NED,
          Response.NE);

  /** An endpoint that is a time. */
  public enum Endpoint {
    PFS(
        "pfs",
        "Progression-free survival",
        "无进展生存期",
        EndpointSettings.PFS_ORIGIN,
        ParticipantEfficacy::progressionFreeSurvival),
    OS(
        "os",
        "Overall survival",
        "总生存期",
        EndpointSettings.OS_ORIGIN,
        ParticipantEfficacy::overallSurvival);

    private final String key;
    private final Words words;
    private final SettingKey<TimeOrigin> origin;
    private final Function<ParticipantEfficacy, Derived<TimeToEvent>> time;

    Endpoint(
        String key,
        String en,
        String zh,
        SettingKey<TimeOrigin> origin,
        Function<ParticipantEfficacy, Derived<TimeToEvent>> time) {
      this.key = key;
      this.words = new Words(en, zh);
      this.origin = origin;
      this.time = time;
    }

    public String key() {
      return key;
    }

    public Words words() {
      return words;
    }

    SettingKey<TimeOrigin> origin() {
      return origin;
    }
  }

  private final Protocol protocol;
  private final List<ParticipantEfficacy> participants;
  private final int all;

  /**
   * @param participants all enrolled
   */
  public EfficacyTables(Protocol protocol, List<ParticipantEfficacy> participants) {
    this.protocol = protocol;
    this.participants = List.copyOf(participants);
    this.all = participants.size();
  }

  /** The curve of all who have a time. */
  public Derived<SurvivalCurve> curve(Endpoint endpoint) {
    return Endpoints.curve(participants.stream().map(endpoint.time).toList());
  }

  /** The rate at the protocol's landmark; empty while it is not estimable. */
  public Optional<Landmark> landmark(Derived<SurvivalCurve> curve) {
    return Endpoints.landmark(curve, protocol).known();
  }

  /** What a plot of the endpoint shows; empty while nobody has a time. */
  public Optional<SurvivalPicture> picture(Endpoint endpoint) {
    Derived<SurvivalCurve> curve = curve(endpoint);
    return monthDays()
        .flatMap(month -> curve.known().map(known -> picture(endpoint, curve, month)));
  }

  private SurvivalPicture picture(
      Endpoint endpoint, Derived<SurvivalCurve> curve, BigDecimal monthDays) {
    return new SurvivalPicture(
        endpoint.words,
        SurvivalPicture.axis(protocol, endpoint.origin),
        curve.get(),
        landmark(curve),
        endpoint == Endpoint.PFS ? SafetyReport.levels(protocol) : List.of(),
        monthDays,
        Confidence.level(protocol));
  }

  /** The coverage of the intervals, inside (0, 1). */
  public double level() {
    return Confidence.level(protocol);
  }

  Optional<BigDecimal> monthDays() {
    return protocol.get(EndpointSettings.MONTH_DAYS).find();
  }

  /** Best overall response, without and with confirmation. */
  public ReportTable response() {
    Map<Response, Integer> best = counts(ParticipantEfficacy::best);
    Map<Response, Integer> confirmed = counts(ParticipantEfficacy::bestConfirmed);
    ReportTable.Builder table =
        ReportTable.of("response", "Best overall response, RECIST 1.1", "最佳总体疗效（RECIST 1.1）")
            .text("", "")
            .figures("n (%)", "n (%)")
            .figures(Confidence.head(protocol))
            .figures("Confirmed, n (%)", "经确认 n (%)")
            .figures(Confidence.head(protocol))
            .note(
                new Words(
                    "Of all "
                        + all
                        + " enrolled, by the investigator; who was not assessed is not"
                        + " evaluable and no responder. Intervals: exact, Clopper-Pearson.",
                    "分母为全部入组 " + all + " 例，研究者评估；未评估者记为不可评价，不计为缓解。区间：Clopper-Pearson 精确法。"));
    for (Response response : ORDER) {
      int count = best.getOrDefault(response, 0);
      int second = confirmed.getOrDefault(response, 0);
      if (count + second > 0) {
        Words words = response.words();
        row(
            table,
            new Words(response.code() + ", " + words.en(), response.code() + "，" + words.zh()),
            count,
            second,
            false);
      }
    }
    row(
        table,
        new Words("Objective response (CR + PR)", "客观缓解（CR + PR）"),
        sum(best, Response::isObjective),
        sum(confirmed, Response::isObjective),
        true);
    untilMonth(table);
    row(
        table,
        new Words("Disease control (CR + PR + SD)", "疾病控制（CR + PR + SD）"),
        sum(best, r -> r.isObjective() || r.isStable()),
        sum(confirmed, r -> r.isObjective() || r.isStable()),
        true);
    return table.done();
  }

  /** The protocol's own outcome, where it names the month until which a response counts. */
  private void untilMonth(ReportTable.Builder table) {
    protocol
        .get(EndpointSettings.RESPONSE_UNTIL_MONTHS)
        .find()
        .ifPresent(
            month -> {
              int count = sum(counts(ParticipantEfficacy::responseInTime), Response::isObjective);
              table.main(
                  new Words(
                      "Objective response until month " + month + ", as the protocol judges it",
                      "至第 " + month + " 个月的客观缓解（按方案判断）"),
                  Shown.count(count, all),
                  Shown.exact(count, all, Confidence.level(protocol)),
                  Shown.NOTHING,
                  Shown.NOTHING);
            });
  }

  private Map<Response, Integer> counts(Function<ParticipantEfficacy, Derived<BestResponse>> best) {
    Map<Response, Integer> counts = new EnumMap<>(Response.class);
    for (ParticipantEfficacy each : participants) {
      Response response = best.apply(each).known().map(BestResponse::response).orElse(Response.NE);
      counts.merge(response, 1, Integer::sum);
    }
    return counts;
  }

  private static int sum(Map<Response, Integer> counts, java.util.function.Predicate<Response> of) {
    return counts.entrySet().stream()
        .filter(entry -> of.test(entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private void row(ReportTable.Builder table, Words name, int best, int confirmed, boolean main) {
    Object[] cells = {
      Shown.count(best, all),
      Shown.exact(best, all, Confidence.level(protocol)),
      Shown.count(confirmed, all),
      Shown.exact(confirmed, all, Confidence.level(protocol))
    };
    if (main) {
      table.main(name, cells);
    } else {
      table.row(name, cells);
    }
  }

  /** Events, median and rate at the landmark of both endpoints. */
  public ReportTable survival() {
    ReportTable.Builder table =
        ReportTable.of("survival", "Time to event", "时间事件终点")
            .text("Endpoint", "终点")
            .figures("Participants", "例数")
            .figures("Events", "事件")
            .figures("Censored", "删失")
            .figures("Median, months", "中位数（月）")
            .figures(Confidence.head(protocol))
            .figures(landmarkHead())
            .figures(Confidence.head(protocol))
            .note(
                new Words(
                    "Kaplan-Meier; the pictures name the day from which the months count. Intervals"
                        + " symmetric in log(−log S). NE: not estimable, the curve or its band does"
                        + " not reach that height, or follow-up ends before the landmark.",
                    "Kaplan-Meier 法；起算日见图。区间按 log(−log S) 变换。" + "NE：不可估计（曲线或区间未达该水平，或随访未达该时点）。"));
    for (Endpoint endpoint : Endpoint.values()) {
      Derived<SurvivalCurve> curve = curve(endpoint);
      if (curve.isKnown() && monthDays().isPresent()) {
        survivalRow(table, endpoint, curve, monthDays().get());
      }
    }
    return table.done();
  }

  private Words landmarkHead() {
    return protocol
        .get(EndpointSettings.LANDMARK_DAY)
        .find()
        .map(day -> new Words("Rate at day " + day + ", %", "第 " + day + " 天率（%）"))
        .orElse(new Words("Rate, %", "率（%）"));
  }

  private void survivalRow(
      ReportTable.Builder table,
      Endpoint endpoint,
      Derived<SurvivalCurve> curve,
      BigDecimal month) {
    KaplanMeier estimate = curve.get().kaplanMeier();
    SurvivalQuantile median = estimate.median(IntervalType.LOG_LOG, Confidence.level(protocol));
    Optional<Landmark> landmark = landmark(curve);
    int people = curve.get().times().size();
    table.row(
        endpoint.words,
        people,
        curve.get().eventCount(),
        people - curve.get().eventCount(),
        Shown.months(median.time(), month),
        Shown.months(median.interval(), month),
        landmark.map(known -> Shown.percent(known.survival())).orElse("NE"),
        landmark.map(known -> Shown.percent(known.interval())).orElse("NE"));
  }

  /** The numbers of a curve at its ticks. */
  public Optional<ReportTable> ticks(Endpoint endpoint) {
    Derived<SurvivalCurve> curve = curve(endpoint);
    if (!curve.isKnown() || monthDays().isEmpty()) {
      return Optional.empty();
    }
    ReportTable.Builder table =
        new ReportTable.Builder("survival-" + endpoint.key, endpoint.words)
            .figures("Month", "月")
            .figures("At risk", "在险")
            .figures("Events", "事件")
            .figures("Censored", "删失")
            .figures("Free of it, %", "无事件率（%）")
            .figures(Confidence.head(protocol));
    for (Tick tick :
        Tick.of(curve.get(), monthDays().get(), TICK_MONTHS, Confidence.level(protocol))) {
      List<Object> cells = new ArrayList<>();
      cells.add(tick.atRisk());
      cells.add(tick.events());
      cells.add(tick.censored());
      cells.add(Shown.percent(tick.survival()));
      cells.add(Shown.percent(tick.interval()));
      table.row(Words.same(Integer.toString(tick.month())), cells.toArray());
    }
    return Optional.of(table.done());
  }
}
