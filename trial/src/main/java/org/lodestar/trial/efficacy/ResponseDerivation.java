package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;

/** Gives every figure of {@link Recist11} its reason; private to one derivation. */
final class ResponseDerivation {
  private static final Words YES = new Words("yes", "有");
  private static final Words NO = new Words("no", "无");
  private static final Words BASELINE = new Words("baseline", "基线");
  private static final String NONE = "-";

  private final TumourHistory history;
  private final ResponseSettings settings;
  private final Derived<BigDecimal> baselineSum;
  private final Map<String, Derived<BigDecimal>> sums = new HashMap<>();

  private ResponseDerivation(TumourHistory history, ResponseSettings settings) {
    this.history = history;
    this.settings = settings;
    this.baselineSum = baselineSum();
    sums.put(VisitResponse.BASELINE, baselineSum);
  }

  /**
   * What bounds the best response.
   *
   * @param reference from which stable disease must last; missing leaves the best response missing
   * @param newTherapy missing when there is none
   * @param earlyDeath a death that counts as progression when nothing could be judged before it;
   *     missing when there is none
   * @param proven a progression that a biopsy proved; missing when there is none
   */
  record Frame(
      Derived<LocalDate> reference,
      Derived<LocalDate> newTherapy,
      Derived<LocalDate> earlyDeath,
      Derived<LocalDate> proven) {}

  static TumourResponse derive(TumourHistory history, ResponseSettings settings, Frame frame) {
    ResponseDerivation derivation = new ResponseDerivation(history, settings);
    List<VisitResponse> responses =
        Recist11.assess(history.baseline(), history.assessments(), settings);
    List<AssessedVisit> visits = responses.stream().map(derivation::visit).toList();
    return new TumourResponse(
        derivation.baselineSum,
        visits,
        derivation.best(EfficacyRule.BEST_RESPONSE, visits, frame),
        derivation.best(EfficacyRule.BEST_RESPONSE_CONFIRMED, visits, frame),
        derivation.progression(responses, visits));
  }

  private Derived<BigDecimal> baselineSum() {
    BaselineDisease baseline = history.baseline();
    List<Input> inputs = new ArrayList<>(history.ofAssessment(VisitResponse.BASELINE));
    baseline
        .targets()
        .forEach(lesion -> inputs.addAll(history.source(VisitResponse.BASELINE, lesion.id())));
    if (!baseline.hasTargets()) {
      return Derived.missing(EfficacyRule.SUM, Message.of(EfficacyRule.NO_TARGETS.words()), inputs);
    }
    String terms =
        baseline.targets().stream()
            .map(lesion -> lesion.id() + " " + lesion.diameterMm().toPlainString())
            .collect(Collectors.joining(" + "));
    return Derived.of(EfficacyRule.SUM, baseline.sumMm(), inputs)
        .with("visit", BASELINE)
        .with("terms", terms)
        .with("value", baseline.sumMm().toPlainString());
  }

  private AssessedVisit visit(VisitResponse response) {
    TumourAssessment assessment = assessment(response.visit());
    Derived<BigDecimal> sum = sum(response, assessment);
    Derived<BigDecimal> nadir = nadir(response);
    Derived<Response> target = target(response, assessment, sum, nadir);
    Derived<Response> nonTarget = nonTarget(response, assessment);
    Derived<Boolean> newLesion = newLesion(response, assessment);
    AssessedVisit visit =
        new AssessedVisit(
            response.visit(),
            response.date(),
            sum,
            nadir,
            change(
                EfficacyRule.CHANGE_FROM_BASELINE,
                response.changeFromBaselinePercent(),
                sum,
                baselineSum),
            change(EfficacyRule.CHANGE_FROM_NADIR, response.changeFromNadirPercent(), sum, nadir),
            target,
            nonTarget,
            newLesion,
            overall(response, target, nonTarget, newLesion));
    sums.put(response.visit(), sum);
    return visit;
  }

  private TumourAssessment assessment(String visit) {
    return history.assessments().stream()
        .filter(each -> each.visit().equals(visit))
        .findFirst()
        .orElseThrow();
  }

  private Derived<BigDecimal> sum(VisitResponse response, TumourAssessment assessment) {
    SumOfDiameters sum = SumOfDiameters.of(history.baseline(), assessment, settings.tooSmallMm());
    List<Input> inputs = new ArrayList<>(history.ofAssessment(response.visit()));
    sum.terms().forEach(term -> inputs.addAll(history.source(response.visit(), term.lesion())));
    if (response.baselineSumMm() == null) {
      return Derived.missing(EfficacyRule.SUM, Message.of(EfficacyRule.NO_TARGETS.words()), inputs);
    }
    if (response.sumMm() == null) {
      return Derived.missing(EfficacyRule.SUM, lesionMissing(response.visit(), sum), inputs);
    }
    return Derived.of(EfficacyRule.SUM, response.sumMm(), inputs)
        .with("visit", response.visit())
        .with("terms", terms(sum))
        .with("value", response.sumMm().toPlainString());
  }

  private static Message lesionMissing(String visit, SumOfDiameters sum) {
    String lesions =
        sum.terms().stream()
            .filter(term -> term.diameterMm() == null)
            .map(SumOfDiameters.Term::lesion)
            .collect(Collectors.joining(", "));
    return Message.of(EfficacyRule.LESION_MISSING.words(), "lesion", lesions, "visit", visit);
  }

  private static String terms(SumOfDiameters sum) {
    return sum.terms().stream()
        .map(term -> term.lesion() + " " + plain(term.diameterMm()))
        .collect(Collectors.joining(" + "));
  }

  private Derived<BigDecimal> nadir(VisitResponse response) {
    if (response.nadirMm() == null || response.nadirVisit() == null) {
      return Derived.missing(
          EfficacyRule.NADIR, Message.of(EfficacyRule.NO_TARGETS.words()), baselineSum);
    }
    Derived<BigDecimal> at = sums.getOrDefault(response.nadirVisit(), baselineSum);
    return Derived.of(EfficacyRule.NADIR, response.nadirMm(), at)
        .with("visit", response.visit())
        .with(
            "at",
            response.nadirVisit().equals(VisitResponse.BASELINE)
                ? BASELINE
                : Words.same(response.nadirVisit()))
        .with("value", response.nadirMm().toPlainString());
  }

  private static Derived<BigDecimal> change(
      EfficacyRule rule,
      @Nullable BigDecimal percent,
      Derived<BigDecimal> sum,
      Derived<BigDecimal> reference) {
    if (!sum.isKnown()) {
      return sum.map(rule, value -> value);
    }
    if (percent == null) {
      return Derived.missing(rule, Message.of(EfficacyRule.NADIR_ZERO.words()), sum, reference);
    }
    return Derived.of(rule, percent, sum, reference)
        .with("sum", sum.get().toPlainString())
        .with("reference", reference.get().toPlainString())
        .with("value", percent.toPlainString());
  }

  private Derived<Response> target(
      VisitResponse response,
      TumourAssessment assessment,
      Derived<BigDecimal> sum,
      Derived<BigDecimal> nadir) {
    if (response.target() == null
        || response.baselineSumMm() == null
        || response.nadirMm() == null) {
      return Derived.missing(
          EfficacyRule.TARGET_RESPONSE, Message.of(EfficacyRule.NO_TARGETS.words()), baselineSum);
    }
    return Derived.of(EfficacyRule.TARGET_RESPONSE, response.target(), sum, baselineSum, nadir)
        .with("visit", response.visit())
        .with("sum", plain(response.sumMm()))
        .with("baseline", plain(response.baselineSumMm()))
        .with("nadir", plain(response.nadirMm()))
        .with(
            "why",
            TargetWorking.of(
                response.target(),
                SumOfDiameters.of(history.baseline(), assessment, settings.tooSmallMm()),
                response.baselineSumMm(),
                response.nadirMm()));
  }

  private Derived<Response> nonTarget(VisitResponse response, TumourAssessment assessment) {
    List<NonTargetLesion> lesions = history.baseline().nonTargets();
    List<Input> inputs = new ArrayList<>();
    lesions.forEach(lesion -> inputs.addAll(history.source(response.visit(), lesion.id())));
    if (response.nonTarget() == null) {
      return Derived.missing(
          EfficacyRule.NON_TARGET_RESPONSE,
          Message.of(EfficacyRule.NO_NON_TARGETS.words()),
          history.ofAssessment(VisitResponse.BASELINE));
    }
    return Derived.of(EfficacyRule.NON_TARGET_RESPONSE, response.nonTarget(), inputs)
        .with("visit", response.visit())
        .with("findings", findings(lesions, assessment));
  }

  private static Words findings(List<NonTargetLesion> lesions, TumourAssessment assessment) {
    StringBuilder en = new StringBuilder();
    StringBuilder zh = new StringBuilder();
    for (NonTargetLesion lesion : lesions) {
      Words finding = assessment.nonTarget(lesion.id()).words();
      en.append(en.isEmpty() ? "" : ", ").append(lesion.id()).append(' ').append(finding.en());
      zh.append(zh.isEmpty() ? "" : "，").append(lesion.id()).append(' ').append(finding.zh());
    }
    return new Words(en.toString(), zh.toString());
  }

  private Derived<Boolean> newLesion(VisitResponse response, TumourAssessment assessment) {
    List<Input> inputs = new ArrayList<>(history.ofAssessment(response.visit()));
    assessment
        .newLesions()
        .forEach(lesion -> inputs.addAll(history.source(response.visit(), lesion.id())));
    return Derived.of(EfficacyRule.NEW_LESION, response.newLesion(), inputs)
        .with("visit", response.visit())
        .with("value", response.newLesion() ? YES : NO);
  }

  private static Derived<Response> overall(
      VisitResponse response,
      Derived<Response> target,
      Derived<Response> nonTarget,
      Derived<Boolean> newLesion) {
    EfficacyRule rule =
        switch (response.basis()) {
          case CATEGORIES -> EfficacyRule.OVERALL_RESPONSE;
          case RETURN_AFTER_COMPLETE_RESPONSE -> EfficacyRule.RETURN_AFTER_COMPLETE_RESPONSE;
          case GROWTH_NOT_CONFIRMED -> EfficacyRule.GROWTH_NOT_CONFIRMED;
        };
    return Derived.of(rule, response.overall(), target, nonTarget, newLesion)
        .with("visit", response.visit())
        .with("target", code(response.target()))
        .with("nonTarget", code(response.nonTarget()))
        .with("newLesion", response.newLesion() ? YES : NO);
  }

  private Derived<BestResponse> best(EfficacyRule rule, List<AssessedVisit> visits, Frame frame) {
    if (!frame.reference().isKnown()) {
      return frame.reference().map(rule, date -> notEvaluable());
    }
    ResponseSeries series =
        new ResponseSeries(
            frame.reference().get(),
            history.baseline().hasTargets(),
            timed(visits, frame),
            frame.newTherapy().known().orElse(null));
    BestResponse best =
        rule == EfficacyRule.BEST_RESPONSE
            ? BestResponse.unconfirmed(series, settings)
            : BestResponse.confirmed(series, settings);
    List<Input> inputs = new ArrayList<>();
    inputs.add(frame.reference());
    visits.forEach(visit -> inputs.add(visit.overall()));
    inputs.add(frame.newTherapy());
    frame.earlyDeath().known().ifPresent(day -> inputs.add(frame.earlyDeath()));
    frame.proven().known().ifPresent(day -> inputs.add(frame.proven()));
    return Derived.of(rule, best, inputs)
        .with("value", best.response().code())
        .with("date", best.date() == null ? NONE : best.date());
  }

  private static List<TimedResponse> timed(List<AssessedVisit> visits, Frame frame) {
    List<TimedResponse> timed = new ArrayList<>();
    visits.forEach(visit -> timed.add(new TimedResponse(visit.date(), visit.overall().get())));
    boolean judged = timed.stream().anyMatch(each -> each.response() != Response.NE);
    if (!judged) {
      frame.earlyDeath().known().ifPresent(died -> timed.add(new TimedResponse(died, Response.PD)));
    }
    // First, so that it outranks an assessment of the same day.
    frame.proven().known().ifPresent(day -> timed.addFirst(new TimedResponse(day, Response.PD)));
    return timed;
  }

  private static BestResponse notEvaluable() {
    return new BestResponse(Response.NE, null, List.of());
  }

  private Derived<LocalDate> progression(
      List<VisitResponse> responses, List<AssessedVisit> visits) {
    List<Input> all = new ArrayList<>();
    for (AssessedVisit visit : visits) {
      all.add(visit.overall());
      if (visit.overall().get() == Response.PD) {
        break;
      }
    }
    return Recist11.progression(history.assessments(), responses)
        .map(date -> Derived.of(EfficacyRule.PROGRESSION, date, all))
        .orElseGet(
            () ->
                Derived.missing(
                    EfficacyRule.PROGRESSION,
                    Message.of(EfficacyRule.NO_PROGRESSION.words()),
                    all));
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? NONE : number.toPlainString();
  }

  private static String code(@Nullable Response response) {
    return response == null ? NONE : response.code();
  }
}
