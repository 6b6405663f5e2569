package org.lodestar.app.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestar.app.imaging.FindingWords;
import org.lodestar.app.imaging.FractionFacts;
import org.lodestar.app.imaging.Plane;
import org.lodestar.app.imaging.Regrowth;
import org.lodestar.app.imaging.ReviewCase;
import org.lodestar.app.imaging.ReviewStructure;
import org.lodestar.app.imaging.ShownFolder;
import org.lodestar.app.imaging.TargetReview;
import org.lodestar.app.web.RadiotherapyView.Alarm;
import org.lodestar.app.web.RadiotherapyView.Cost;
import org.lodestar.app.web.RadiotherapyView.Item;
import org.lodestar.radiotherapy.contour.PatientSide;
import org.lodestar.radiotherapy.delivery.DeliveredCourse;
import org.lodestar.radiotherapy.delivery.OverallTime;
import org.lodestar.radiotherapy.dose.Dvh;
import org.lodestar.radiotherapy.dose.LinearQuadratic;
import org.lodestar.radiotherapy.dose.LinearQuadratic.Repopulation;
import org.lodestar.radiotherapy.review.Verdict.Grade;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RadiotherapySettings;

/** Puts together what the page of one participant's radiotherapy shows. */
final class RadiotherapyReader {
  private static final List<PatientSide> ORDER =
      List.of(
          PatientSide.SUPERIOR,
          PatientSide.INFERIOR,
          PatientSide.ANTERIOR,
          PatientSide.POSTERIOR,
          PatientSide.RIGHT,
          PatientSide.LEFT);

  private final TrialWords words;
  private final String code;
  private final String name;
  private final Optional<Sheets> sheets;
  private final FractionFacts facts;
  private final LocalDate today;

  RadiotherapyReader(TrialState state, TrialWords words, ParticipantCode code, LocalDate today) {
    Standing standing = state.index().enrolment().standing(code);
    if (standing == null) {
      throw new NotThere(code.text());
    }
    this.words = words;
    this.code = code.text();
    this.name = standing instanceof Standing.Enrolled enrolled ? enrolled.number() : code.text();
    Sheets record = new Sheets(state.casebook(code), kind -> Kinds.forms(words.protocol(), kind));
    this.sheets = Optional.of(record);
    this.facts = FractionFacts.read(record, words.protocol());
    this.today = today;
  }

  /** A folder that is looked at for itself. */
  RadiotherapyReader(ShownFolder folder, TrialWords words, LocalDate today) {
    this.words = words;
    this.code = "";
    this.name = folder.name();
    this.sheets = Optional.empty();
    this.facts = FractionFacts.read(folder.rt(), words.protocol());
    this.today = today;
  }

  private List<Sheet> sheets(String kind) {
    return sheets.map(all -> all.of(kind)).orElse(List.of());
  }

  /** Whether a planning image can exist: radiotherapy was planned for this participant. */
  boolean isPlanned() {
    return sheets("rt-milestones").stream()
        .anyMatch(sheet -> sheet.date("simulation-on").isKnown());
  }

  private String say(String en, String zh, Object... namesAndValues) {
    return Message.of(new Words(en, zh), namesAndValues).in(words.language());
  }

  RadiotherapyView read(Optional<ReviewCase> review, Optional<RadiotherapyView.Viewer> viewer) {
    List<Item> checklist = ReviewChecklist.of(review, facts, words);
    List<ReviewStructure> curves =
        DvhPlot.shown(review.map(ReviewCase::structures).orElse(List.of()));
    DvhPlot plot =
        new DvhPlot(curves, words.protocol().get(RadiotherapySettings.TOTAL_DOSE_GY).find(), words);
    Optional<TargetReview> target = review.flatMap(ReviewCase::target);
    return new RadiotherapyView(
        code,
        name,
        sentence(),
        target.flatMap(this::alarm),
        review.isPresent() ? "" : noImages(),
        viewer,
        target.map(this::sides).orElse(List.of()),
        say("from voxel centre to voxel centre; error up to one voxel", "体素中心间测量；误差不超过一个体素"),
        checklist,
        tally(checklist),
        costs(),
        curves.isEmpty() ? "" : plot.wide(),
        curves.isEmpty() ? "" : plot.narrow(),
        curves.stream().map(this::volume).toList(),
        new FractionCalendar(facts, words, today).weeks(),
        courseSays(),
        decided(),
        review.map(ReviewCase::findings).orElse(List.of()).stream()
            .map(each -> FindingWords.line(each, words.language()))
            .toList());
  }

  private String noImages() {
    if (sheets.isEmpty()) {
      return say(
          "The folder holds no image with structures of one patient; what it holds is among the"
              + " findings.",
          "文件夹中没有同一患者的图像与结构；其内容见“发现”。");
    }
    return isPlanned()
        ? say(
            "The images of this participant are not kept here; only results of the import are.",
            "此处不保存该受试者的图像，仅保存导入结果。")
        : say(
            "No planning image yet: the simulation CT is not recorded at this moment.",
            "尚无计划图像：此时尚未登记定位 CT。");
  }

  private String sentence() {
    String plan =
        facts
            .plan()
            .map(
                p ->
                    say(
                        "Plan {label}: {dose} Gy in {n} fractions.",
                        "计划 {label}：{dose} Gy，{n} 次。",
                        "label",
                        p.label(),
                        "dose",
                        ReviewChecklist.plain(p.doseGy()),
                        "n",
                        p.fractions()))
            .orElseGet(() -> say("No plan recorded.", "未登记计划。"));
    return say("{plan} {course}.", "{plan}{course}。", "plan", plan, "course", courseSays());
  }

  private String courseSays() {
    return facts
        .course()
        .map(
            course ->
                say(
                    "{whole} of {planned} fractions, {dose} Gy, {days} days",
                    "已照 {whole} / {planned} 次，{dose} Gy，历时 {days} 天",
                    "whole",
                    course.wholeFractions(),
                    "planned",
                    words.protocol().get(RadiotherapySettings.FRACTIONS).find().orElse(0),
                    "dose",
                    ReviewChecklist.plain(course.deliveredGy()),
                    "days",
                    course.overall().map(OverallTime::days).orElse(0)))
        .orElseGet(() -> say("No fraction yet", "尚未照射"));
  }

  private Optional<Alarm> alarm(TargetReview target) {
    return target
        .shortest()
        .map(
            side ->
                new Alarm(
                    say(
                        "The CTV is {short} mm short on the {side} side: {drawn} mm drawn,"
                            + " {required} mm required",
                        "CTV {side}方向短 {short} mm：勾画 {drawn} mm，要求 {required} mm",
                        "short",
                        PlanePicture.mm(-side.offMm()),
                        "side",
                        sideName(side),
                        "drawn",
                        PlanePicture.mm(side.drawnMm()),
                        "required",
                        PlanePicture.mm(side.requiredMm())),
                    missing(target, side)));
  }

  private String missing(TargetReview target, TargetReview.Side side) {
    return say(
        "{cc} cm³ of the computed CTV lie outside the drawn one, slices z {from} to {to}."
            + " Tolerance {tolerance} mm. It proposes; a person decides.",
        "{cc} cm³ 的计算 CTV 位于勾画范围之外，层面 z {from} 至 {to}。容差 {tolerance} mm。系统提出，由人决定。",
        "cc",
        decimal(target.missingCc()),
        "from",
        target.missing().map(at -> signed(at.fromMm())).orElse("-"),
        "to",
        target.missing().map(at -> signed(at.toMm())).orElse("-"),
        "tolerance",
        PlanePicture.mm(side.toleranceMm()));
  }

  private static Words sideName(TargetReview.Side side) {
    return ReviewChecklist.SIDES.getOrDefault(side.side(), Words.same(""));
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private static String signed(double number) {
    return decimal(number).replace('-', '−');
  }

  private List<RadiotherapyView.Side> sides(TargetReview target) {
    Map<PatientSide, TargetReview.Side> bySide = new EnumMap<>(PatientSide.class);
    target.sides().forEach(side -> bySide.put(side.side(), side));
    List<RadiotherapyView.Side> sides = new ArrayList<>();
    for (PatientSide each : ORDER) {
      TargetReview.Side side = bySide.get(each);
      if (side != null) {
        String off = (side.offMm() > 0 ? "+" : "") + signed(side.offMm());
        sides.add(
            new RadiotherapyView.Side(
                TrialWords.capital(words.say(sideName(side))),
                PlanePicture.mm(side.requiredMm()),
                decimal(side.drawnMm()),
                side.offMm() == 0 ? "0.0" : off,
                side.grade()));
      }
    }
    return sides;
  }

  private String tally(List<Item> checklist) {
    Map<Grade, Long> counts =
        checklist.stream()
            .collect(
                Collectors.groupingBy(
                    Item::grade, () -> new EnumMap<>(Grade.class), Collectors.counting()));
    return counts.entrySet().stream()
        .map(
            each ->
                each.getValue()
                    + " "
                    + words.say(ReviewChecklist.GRADES.getOrDefault(each.getKey(), Words.same(""))))
        .collect(Collectors.joining(say(", ", "，")));
  }

  private RadiotherapyView.Volume volume(ReviewStructure structure) {
    Dvh dvh = structure.dvh().orElseThrow();
    double prescribed =
        words
            .protocol()
            .get(RadiotherapySettings.TOTAL_DOSE_GY)
            .find()
            .map(BigDecimal::doubleValue)
            .orElse(Double.NaN);
    return new RadiotherapyView.Volume(
        structure.name(),
        structure.part().look(),
        decimal(structure.mask().volumeCc()),
        decimal(dvh.atHottestPercent(98)),
        decimal(dvh.atHottestPercent(50)),
        decimal(dvh.atHottestPercent(2)),
        decimal(dvh.meanGy()),
        decimal(dvh.percentAtLeast(0.95 * prescribed)));
  }

  private List<Cost> costs() {
    Optional<DeliveredCourse> course = facts.course();
    Optional<OverallTime> time = course.flatMap(DeliveredCourse::overall);
    if (time.isEmpty() || course.get().wholeFractions() == 0) {
      return List.of();
    }
    double tumour =
        words
            .protocol()
            .get(RadiotherapySettings.ALPHA_BETA_TUMOUR_GY)
            .find()
            .map(BigDecimal::doubleValue)
            .orElse(10.0);
    long whole = course.get().wholeFractions();
    double each = course.get().deliveredGy().doubleValue() / (double) whole;
    double bed = LinearQuadratic.bedGy((double) whole, each, tumour);
    int days = time.get().days();
    int planned = time.get().plannedDays();
    List<Cost> costs = new ArrayList<>();
    costs.add(
        new Cost(say("First, last", "首次、末次"), time.get().first() + ", " + time.get().last(), ""));
    costs.add(
        new Cost(
            say("Overall time", "总治疗时间"),
            say(
                "{days} days, planned for this start {planned}",
                "{days} 天，按此开始日计划 {planned} 天",
                "days",
                days,
                "planned",
                planned),
            ""));
    costs.add(
        new Cost(
            "BED" + PlanePicture.mm(tumour),
            decimal(bed) + " Gy",
            "α/β " + PlanePicture.mm(tumour) + " Gy"));
    Regrowth.of(words.protocol())
        .ifPresentOrElse(
            regrowth -> costs.addAll(regrown(regrowth, bed, time.get())),
            () -> costs.add(new Cost(say("Regrowth", "再增殖"), say("not specified", "未规定"), "")));
    return costs;
  }

  /** What the overall time leaves of the dose, and by whose assumption. */
  private List<Cost> regrown(Repopulation regrowth, double bed, OverallTime time) {
    return List.of(
        new Cost(
            say(
                "Less {k} Gy × {days} days",
                "减去 {k} Gy × {days} 天",
                "k",
                regrowth.gyPerDay(),
                "days",
                Math.max(0, time.days() - regrowth.kickOffDay())),
            say(
                "{bed} Gy, planned {planned} Gy",
                "{bed} Gy，计划 {planned} Gy",
                "bed",
                decimal(bed - regrowth.lostGy(time.days())),
                "planned",
                decimal(bed - regrowth.lostGy(time.plannedDays()))),
            ""),
        new Cost(
            say("Assumed", "假设"),
            say(
                "K {k} Gy a day after day {day}",
                "第 {day} 天之后 K 为每天 {k} Gy",
                "k",
                regrowth.gyPerDay(),
                "day",
                regrowth.kickOffDay()),
            words.say(
                words
                    .protocol()
                    .get(RadiotherapySettings.REPOPULATION_GY_PER_DAY)
                    .status()
                    .words())));
  }

  private List<RadiotherapyView.Decided> decided() {
    return sheets("rt-review").stream().map(this::decided).toList();
  }

  private RadiotherapyView.Decided decided(Sheet sheet) {
    return new RadiotherapyView.Decided(
        value(sheet, "reviewed-on"),
        value(sheet, "subject"),
        value(sheet, "verdict"),
        value(sheet, "comment"),
        "/participants/" + MatrixReader.address(sheet.form().instance()));
  }

  private String value(Sheet sheet, String item) {
    String key = sheet.form().instance().form() + "." + item;
    return words.value(key, sheet.form().entry(key));
  }

  /** The planes at first: through the middle of the gross tumour. */
  static int middle(ReviewCase review, Plane plane) {
    return review
        .structure(ReviewStructure.Part.GROSS)
        .flatMap(each -> each.mask().bounds())
        .map(box -> (box.first(plane.through()) + box.last(plane.through())) / 2)
        .orElse(0);
  }
}
