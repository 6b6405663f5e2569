package org.lodestar.app.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestar.app.imaging.FractionFacts;
import org.lodestar.app.imaging.JudgedLimit;
import org.lodestar.app.imaging.ReviewCase;
import org.lodestar.app.imaging.TargetReview;
import org.lodestar.app.web.RadiotherapyView.Item;
import org.lodestar.radiotherapy.contour.PatientSide;
import org.lodestar.radiotherapy.delivery.DeliveredCourse;
import org.lodestar.radiotherapy.delivery.OverallTime;
import org.lodestar.radiotherapy.review.Verdict.Grade;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.DoseLimit;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.RadiotherapySettings;
import org.lodestar.trial.protocol.Setting;
import org.lodestar.trial.protocol.SettingKey;

/**
 * The reviewer's checklist of one participant: each line a rule of the protocol or of a decision,
 * what was measured, and the class that follows. It proposes; a person decides on a review form.
 */
final class ReviewChecklist {
  static final Map<Grade, Words> GRADES =
      Map.of(
          Grade.ACCEPTABLE, new Words("acceptable", "可接受"),
          Grade.ACCEPTABLE_VARIATION, new Words("acceptable variation", "可接受的偏差"),
          Grade.UNACCEPTABLE_VARIATION, new Words("unacceptable variation", "不可接受的偏差"),
          Grade.NOT_SPECIFIED, new Words("not specified by the protocol", "方案未规定"),
          Grade.NOT_MEASURED, new Words("not measured", "未测量"));
  static final Map<PatientSide, Words> SIDES =
      Map.of(
          PatientSide.SUPERIOR, new Words("superior", "上"),
          PatientSide.INFERIOR, new Words("inferior", "下"),
          PatientSide.ANTERIOR, new Words("anterior", "前"),
          PatientSide.POSTERIOR, new Words("posterior", "后"),
          PatientSide.LEFT, new Words("left", "左"),
          PatientSide.RIGHT, new Words("right", "右"));
  private static final Map<JudgedLimit.Why, Words> WHY =
      Map.of(
          JudgedLimit.Why.NO_STRUCTURE, new Words("no such structure was drawn", "未勾画该结构"),
          JudgedLimit.Why.NO_DOSE, new Words("no dose", "无剂量"),
          JudgedLimit.Why.CUT,
              new Words("the image cuts this organ: its percentages are void", "图像未包全该器官，百分比无效"),
          JudgedLimit.Why.UNKNOWN_FIGURE, new Words("the figure is not known", "无法识别该指标"));
  private static final int FEWER_AS_VARIATION = 2;

  private final Protocol protocol;
  private final TrialWords words;
  private final List<Item> items = new ArrayList<>();

  private ReviewChecklist(TrialWords words) {
    this.protocol = words.protocol();
    this.words = words;
  }

  static List<Item> of(Optional<ReviewCase> review, FractionFacts facts, TrialWords words) {
    ReviewChecklist list = new ReviewChecklist(words);
    list.prescription(facts);
    review.ifPresent(list::images);
    facts.course().ifPresent(list::delivery);
    return list.items;
  }

  private String say(String en, String zh, Object... namesAndValues) {
    return Message.of(new Words(en, zh), namesAndValues).in(words.language());
  }

  private void add(Grade grade, String title, String evidence, String rule, SettingKey<?> key) {
    Setting<?> setting = protocol.get(key);
    String source = Optional.ofNullable(setting.source()).map(words::say).orElse("");
    boolean open = setting.find().isEmpty();
    items.add(
        new Item(
            open ? Grade.NOT_SPECIFIED : grade,
            title,
            evidence,
            open ? words.say(setting.status().words()) : rule,
            source,
            words.say(setting.status().words())));
  }

  private void prescription(FractionFacts facts) {
    Optional<BigDecimal> dose = protocol.get(RadiotherapySettings.TOTAL_DOSE_GY).find();
    Optional<Integer> fractions = protocol.get(RadiotherapySettings.FRACTIONS).find();
    Optional<FractionFacts.PlanFigures> plan = facts.plan();
    Grade grade =
        plan.isEmpty()
            ? Grade.NOT_MEASURED
            : dose.filter(gy -> gy.compareTo(plan.get().doseGy()) == 0).isPresent()
                    && fractions.filter(n -> n == plan.get().fractions()).isPresent()
                ? Grade.ACCEPTABLE
                : Grade.UNACCEPTABLE_VARIATION;
    add(
        grade,
        say(
            "Prescription {dose} Gy in {n} fractions",
            "处方 {dose} Gy，{n} 次",
            "dose",
            dose.map(ReviewChecklist::plain).orElse("-"),
            "n",
            fractions.map(String::valueOf).orElse("-")),
        plan.map(this::plan).orElseGet(() -> say("no plan was recorded", "未登记计划")),
        say("the same dose and number", "剂量与次数一致"),
        RadiotherapySettings.TOTAL_DOSE_GY);
  }

  private String plan(FractionFacts.PlanFigures plan) {
    return say(
        "plan {label}: {dose} Gy in {n}",
        "计划 {label}：{dose} Gy，{n} 次",
        "label",
        plan.label(),
        "dose",
        plain(plan.doseGy()),
        "n",
        plan.fractions());
  }

  private void images(ReviewCase review) {
    review
        .target()
        .ifPresent(
            target -> {
              primary(target);
              nodes(target);
            });
    names(review);
    review.limits().forEach(this::limit);
  }

  private void primary(TargetReview target) {
    String sides = target.shortest().map(this::tooShort).orElseGet(() -> drawn(target.sides()));
    add(
        target.grossOutside() > 0 ? Grade.UNACCEPTABLE_VARIATION : worst(target.sides()),
        say("CTV = GTV with the protocol's margin", "CTV = GTV 按方案外扩"),
        say(
            "{sides}; beside it, without a verdict: Dice {dice}, HD95 up to {distance} mm",
            "{sides}；另列、不作结论：Dice {dice}，HD95 不超过 {distance} mm",
            "sides",
            sides,
            "dice",
            String.format(Locale.ROOT, "%.3f", target.dice()),
            "distance",
            PlanePicture.mm(target.hausdorff95Mm())),
        margins(target.sides()),
        RadiotherapySettings.CTV_MARGIN);
  }

  private String tooShort(TargetReview.Side side) {
    return say(
        "{side}: {drawn} mm drawn, {required} mm required",
        "{side}：勾画 {drawn} mm，要求 {required} mm",
        "side",
        side(side),
        "drawn",
        PlanePicture.mm(side.drawnMm()),
        "required",
        PlanePicture.mm(side.requiredMm()));
  }

  private String margins(List<TargetReview.Side> sides) {
    double tolerance = sides.stream().mapToDouble(TargetReview.Side::toleranceMm).min().orElse(0);
    return say(
        "{sides} mm; within {tolerance} mm, along the slices within one slice",
        "{sides} mm；误差不超过 {tolerance} mm，头脚方向不超过一层",
        "sides",
        list(sides, TargetReview.Side::requiredMm),
        "tolerance",
        PlanePicture.mm(tolerance));
  }

  private String drawn(List<TargetReview.Side> sides) {
    return list(sides, TargetReview.Side::drawnMm) + " mm";
  }

  private String list(
      List<TargetReview.Side> sides, java.util.function.ToDoubleFunction<TargetReview.Side> mm) {
    return sides.stream()
        .map(side -> side(side) + " " + PlanePicture.mm(mm.applyAsDouble(side)))
        .collect(Collectors.joining(say(", ", "，")));
  }

  private void nodes(TargetReview target) {
    if (target.nodes().isEmpty()) {
      return;
    }
    boolean isShort =
        target.nodes().stream().anyMatch(side -> side.offMm() < -side.toleranceMm() - 1e-6);
    double least = target.nodes().stream().mapToDouble(TargetReview.Side::drawnMm).min().orElse(0);
    add(
        isShort ? Grade.UNACCEPTABLE_VARIATION : Grade.ACCEPTABLE,
        say("GTVn with its margin on every side", "GTVn 各方向外扩"),
        say(
            "at least {least} mm; more where the target around the tumour meets it",
            "最小 {least} mm；与原发灶靶区相接处更大",
            "least",
            PlanePicture.mm(least)),
        margins(target.nodes()),
        RadiotherapySettings.NODAL_CTV_MARGIN);
  }

  private String side(TargetReview.Side side) {
    return words.say(SIDES.getOrDefault(side.side(), Words.same("")));
  }

  private static Grade worst(List<TargetReview.Side> sides) {
    return sides.stream()
        .map(TargetReview.Side::grade)
        .max(java.util.Comparator.comparingInt(Grade::ordinal))
        .orElse(Grade.NOT_MEASURED);
  }

  private void names(ReviewCase review) {
    String read =
        review.names().entrySet().stream()
            .map(each -> each.getKey() + " → " + each.getValue())
            .collect(Collectors.joining(say(", ", "，")));
    items.add(
        new Item(
            review.names().isEmpty() ? Grade.ACCEPTABLE : Grade.ACCEPTABLE_VARIATION,
            say("Names of the structures", "结构名称"),
            review.names().isEmpty()
                ? say("all standard", "均为标准名称")
                : say(
                    "read by a list that nobody has confirmed: {names}",
                    "按尚未确认的名称表读取：{names}",
                    "names",
                    read),
            say("standard names, or a confirmed translation", "标准名称，或已确认的对应名称"),
            "AAPM TG-263",
            ""));
  }

  private void limit(JudgedLimit judged) {
    DoseLimit limit = judged.limit();
    boolean coverage = limit.structure().startsWith("PTV");
    Setting<?> setting =
        protocol.get(coverage ? RadiotherapySettings.COVERAGE : RadiotherapySettings.ORGAN_LIMITS);
    String evidence =
        judged
            .value()
            .map(value -> String.format(Locale.ROOT, "%.1f %s", value, limit.unit()))
            .orElseGet(() -> words.say(WHY.getOrDefault(judged.why(), Words.same(""))));
    items.add(
        new Item(
            judged.grade(),
            limit.structure() + " " + limit.metric(),
            evidence,
            rule(limit),
            Optional.ofNullable(limit.source()).map(words::say).orElse(""),
            words.say(setting.status().words())));
  }

  private String rule(DoseLimit limit) {
    BigDecimal variation = limit.variation();
    Words words =
        variation == null
            ? new Words("{side} {limit} {unit}", "{side} {limit} {unit}")
            : new Words(
                "{side} {limit} {unit}; acceptable variation to {variation} {unit}",
                "{side} {limit} {unit}；可接受偏差至 {variation} {unit}");
    return Message.of(
            words,
            "side",
            limit.side().words(),
            "limit",
            plain(limit.acceptable()),
            "unit",
            limit.unit(),
            "variation",
            variation == null ? "" : plain(variation))
        .in(this.words.language());
  }

  private void delivery(DeliveredCourse course) {
    fractions(course);
    course.overall().ifPresent(overall -> overall(course, overall));
  }

  private void fractions(DeliveredCourse course) {
    int planned = protocol.get(RadiotherapySettings.FRACTIONS).find().orElse(0);
    BigDecimal dose =
        protocol.get(RadiotherapySettings.TOTAL_DOSE_GY).find().orElse(BigDecimal.ZERO);
    long whole = course.wholeFractions();
    boolean full = whole == planned && course.deliveredGy().compareTo(dose) == 0;
    boolean near = planned - whole <= FEWER_AS_VARIATION && whole <= planned;
    add(
        full ? Grade.ACCEPTABLE : near ? Grade.ACCEPTABLE_VARIATION : Grade.UNACCEPTABLE_VARIATION,
        say("Fractions and dose delivered", "实际照射次数与剂量"),
        say(
            "{whole} of {planned} fractions, {dose} Gy",
            "{planned} 次中的 {whole} 次，{dose} Gy",
            "whole",
            whole,
            "planned",
            planned,
            "dose",
            plain(course.deliveredGy())),
        say(
            "{planned} fractions, {dose} Gy; up to {fewer} fewer are an acceptable variation",
            "{planned} 次，{dose} Gy；少 {fewer} 次以内为可接受的偏差",
            "planned",
            planned,
            "dose",
            plain(dose),
            "fewer",
            FEWER_AS_VARIATION),
        RadiotherapySettings.FRACTIONS);
  }

  private void overall(DeliveredCourse course, OverallTime time) {
    Optional<Integer> acceptable =
        protocol.get(RadiotherapySettings.OVERRUN_ACCEPTABLE_DAYS).find();
    int variation =
        protocol
            .get(RadiotherapySettings.OVERRUN_VARIATION_DAYS)
            .find()
            .or(() -> acceptable)
            .orElse(Integer.MAX_VALUE);
    int extra = time.extraDays();
    String lost =
        course.gaps().stream().map(Object::toString).collect(Collectors.joining(say(", ", "，")));
    add(
        extra <= acceptable.orElse(Integer.MAX_VALUE)
            ? Grade.ACCEPTABLE
            : extra <= variation ? Grade.ACCEPTABLE_VARIATION : Grade.UNACCEPTABLE_VARIATION,
        say("Overall time", "总治疗时间"),
        say(
            "{days} days; planned for this start {planned}; working days lost: {lost}",
            "{days} 天；按此开始日计划 {planned} 天；损失工作日：{lost}",
            "days",
            time.days(),
            "planned",
            time.plannedDays(),
            "lost",
            lost.isEmpty() ? new Words("none", "无") : lost),
        say(
            "at most {acceptable} days more than planned; acceptable variation to {variation}",
            "超出计划不超过 {acceptable} 天；可接受偏差至 {variation} 天",
            "acceptable",
            acceptable.orElse(0),
            "variation",
            variation),
        RadiotherapySettings.OVERRUN_ACCEPTABLE_DAYS);
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
