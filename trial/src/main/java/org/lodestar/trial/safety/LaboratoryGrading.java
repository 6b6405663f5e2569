package org.lodestar.trial.safety;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.ItemDefinition;
import org.lodestar.trial.protocol.ItemValue;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SafetySettings;
import org.lodestar.trial.protocol.SettingsRead;

/**
 * Grades the laboratory values of a participant. A grade is a proposal: whether it is an adverse
 * event is for the investigator to say. A test with two directions has two findings.
 */
public final class LaboratoryGrading {
  /** By kind of form and item: what is measured. Calcium is graded corrected for albumin. */
  private static final Map<String, Map<String, String>> ANALYTES =
      Map.of(
          "laboratory",
          Map.ofEntries(
              Map.entry("white-cells", "WBC"),
              Map.entry("neutrophils", "NEUT"),
              Map.entry("lymphocytes", "LYM"),
              Map.entry("platelets", "PLT"),
              Map.entry("haemoglobin", "HGB"),
              Map.entry("alt", "ALT"),
              Map.entry("ast", "AST"),
              Map.entry("bilirubin", "BILI"),
              Map.entry("creatinine", "CREAT"),
              Map.entry("alp", "ALP"),
              Map.entry("ggt", "GGT"),
              Map.entry("albumin", "ALB"),
              Map.entry("sodium", "NA"),
              Map.entry("potassium", "K"),
              Map.entry("calcium", "CA-CORRECTED"),
              Map.entry("magnesium", "MG"),
              Map.entry("glucose", "GLUC"),
              Map.entry("amylase", "AMYLASE"),
              Map.entry("lipase", "LIPASE"),
              Map.entry("inr", "INR")),
          "cardiac-thyroid",
          Map.of("tsh", "TSH", "creatine-kinase", "CK", "qtcf", "QTC", "lvef", "LVEF"));

  private static final Map<String, String> SAMPLED_ON =
      Map.of("laboratory", "sampled-on", "cardiac-thyroid", "tested-on");
  private static final String CALCIUM = "calcium";
  private static final BigDecimal MMOL_PER_G_OF_ALBUMIN = new BigDecimal("0.02");
  private static final BigDecimal NORMAL_ALBUMIN_G_PER_L = BigDecimal.valueOf(40);

  private final Protocol protocol;
  private final @Nullable LocalDate firstTreatment;

  private LaboratoryGrading(Protocol protocol, TreatmentDates treatment) {
    this.protocol = protocol;
    this.firstTreatment = treatment.first().known().orElse(null);
  }

  /**
   * One value under one rule.
   *
   * @param item of the form
   * @param grade missing when a limit that decides is missing, never 0
   */
  public record Finding(
      String visit, LocalDate sampledOn, String item, String term, Derived<Integer> grade) {}

  /** A value of one visit with its limits, in the unit of the form's definition. */
  private record Measurement(
      Sheet sheet,
      LocalDate on,
      Derived<BigDecimal> value,
      Derived<BigDecimal> lln,
      Derived<BigDecimal> uln,
      String unit) {}

  /** All values of all visits, by date; empty when this program lacks the trial's dictionary. */
  public static List<Finding> derive(Sheets sheets, Protocol protocol, TreatmentDates treatment) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<LaboratoryRules> rules =
        settings.find(SafetySettings.DICTIONARY).flatMap(LaboratoryRules::of);
    List<Finding> findings = new ArrayList<>();
    if (rules.isPresent()) {
      LaboratoryGrading grading = new LaboratoryGrading(protocol, treatment);
      ANALYTES.forEach(
          (kind, items) ->
              items.forEach(
                  (item, analyte) ->
                      grading.grade(
                          sheets.of(kind), kind, item, rules.get().ofAnalyte(analyte), findings)));
    }
    findings.sort(
        Comparator.comparing(Finding::sampledOn)
            .thenComparing(Finding::item)
            .thenComparing(Finding::term));
    return findings;
  }

  private void grade(
      List<Sheet> sheets,
      String kind,
      String item,
      List<LaboratoryRule> rules,
      List<Finding> findings) {
    Map<Sheet, Measurement> measured = new LinkedHashMap<>();
    for (Sheet sheet : sheets) {
      measurement(sheet, kind, item).ifPresent(m -> measured.put(sheet, m));
    }
    Optional<Measurement> baseline = baseline(measured.values().stream().toList());
    for (Measurement measurement : measured.values()) {
      for (LaboratoryRule rule : rules) {
        findings.add(
            new Finding(
                measurement.sheet().visit(),
                measurement.on(),
                item,
                rule.term(),
                grade(measurement, baseline, rule)));
      }
    }
  }

  /** The last value up to the first treatment. */
  private Optional<Measurement> baseline(List<Measurement> measured) {
    return measured.stream()
        .filter(m -> firstTreatment == null || !m.on().isAfter(firstTreatment))
        .max(Comparator.comparing(Measurement::on));
  }

  private Optional<Measurement> measurement(Sheet sheet, String kind, String item) {
    Derived<LocalDate> on = sheet.date(SAMPLED_ON.getOrDefault(kind, "sampled-on"));
    if (!on.isKnown() || !sheet.text(item).isKnown()) {
      return Optional.empty();
    }
    Derived<BigDecimal> value = number(sheet, item);
    return Optional.of(
        new Measurement(
            sheet,
            on.get(),
            item.equals(CALCIUM) ? corrected(value, number(sheet, "albumin")) : value,
            number(sheet, item + "-lln"),
            number(sheet, item + "-uln"),
            unit(sheet, item)));
  }

  /** Ca + 0.02 (40 - albumin in g/L), in mmol/L; without albumin there is no corrected value. */
  private static Derived<BigDecimal> corrected(
      Derived<BigDecimal> calcium, Derived<BigDecimal> albumin) {
    if (!calcium.isKnown() || !albumin.isKnown()) {
      return (calcium.isKnown() ? albumin : calcium).map(SafetyRule.CORRECTED_CALCIUM, any -> any);
    }
    BigDecimal corrected =
        calcium
            .get()
            .add(MMOL_PER_G_OF_ALBUMIN.multiply(NORMAL_ALBUMIN_G_PER_L.subtract(albumin.get())));
    return Derived.of(SafetyRule.CORRECTED_CALCIUM, corrected, calcium, albumin)
        .with("calcium", calcium.get().toPlainString())
        .with("albumin", albumin.get().toPlainString())
        .with("value", corrected.toPlainString());
  }

  private static String key(Sheet sheet, String item) {
    return sheet.form().instance().form() + "." + item;
  }

  /** The number in the first unit of the item's dimension. */
  private Derived<BigDecimal> number(Sheet sheet, String item) {
    Derived<String> text = sheet.text(item);
    if (!text.isKnown()) {
      return text.map(SafetyRule.MEASURED, BigDecimal::new);
    }
    Optional<ItemDefinition> definition = protocol.forms().item(key(sheet, item));
    if (definition.isEmpty()) {
      return Derived.missing(
          SafetyRule.MEASURED,
          Message.of(SafetyRule.UNKNOWN_ITEM.words(), "item", key(sheet, item)),
          text);
    }
    Entry entry = sheet.form().entry(key(sheet, item));
    String unit = entry instanceof Entry.Value value ? value.unit() : null;
    return switch (definition.get().parse(text.get(), unit)) {
      case ItemDefinition.Parsed.Understood(ItemValue.Decimal(BigDecimal number), var ignored) ->
          Derived.of(SafetyRule.MEASURED, number, text).with("value", number.toPlainString());
      case ItemDefinition.Parsed.Understood other ->
          Derived.missing(
              SafetyRule.MEASURED,
              Message.of(SafetyRule.UNKNOWN_ITEM.words(), "item", key(sheet, item)),
              text);
      case ItemDefinition.Parsed.Wrong wrong ->
          Derived.missing(SafetyRule.MEASURED, wrong.message(), text);
    };
  }

  private String unit(Sheet sheet, String item) {
    return protocol
        .forms()
        .item(key(sheet, item))
        .flatMap(definition -> Optional.ofNullable(definition.dimension()))
        .map(dimension -> dimension.unit())
        .orElse(LaboratoryUnits.NUMBER);
  }

  private Derived<Integer> grade(
      Measurement measurement, Optional<Measurement> baseline, LaboratoryRule rule) {
    List<Input> inputs = new ArrayList<>(List.of(measurement.value()));
    known(measurement.lln(), inputs);
    known(measurement.uln(), inputs);
    baseline.ifPresent(b -> known(b.value(), inputs));
    if (!measurement.value().isKnown()) {
      return measurement.value().map(SafetyRule.LABORATORY_GRADE, any -> 0);
    }
    LaboratoryResult result =
        new LaboratoryResult(
            Map.of(LaboratoryResult.VALUE, measurement.value().get()),
            measurement.lln().known().orElse(null),
            measurement.uln().known().orElse(null),
            baseline.flatMap(b -> b.value().known()).orElse(null),
            baseline.flatMap(b -> b.lln().known()).orElse(null),
            baseline.flatMap(b -> b.uln().known()).orElse(null),
            baseline.filter(measurement::equals).isPresent(),
            Map.of());
    return explained(rule.grade(result, measurement.unit()), measurement, rule, inputs);
  }

  private static void known(Derived<BigDecimal> number, List<Input> inputs) {
    number.known().ifPresent(any -> inputs.add(number));
  }

  private static Derived<Integer> explained(
      LaboratoryGrade grade, Measurement measurement, LaboratoryRule rule, List<Input> inputs) {
    return switch (grade) {
      case LaboratoryGrade.Graded graded -> graded(graded, measurement, rule, inputs);
      case LaboratoryGrade.Undecided undecided ->
          Derived.missing(
              SafetyRule.LABORATORY_GRADE,
              Message.of(
                  SafetyRule.NO_LIMIT.words(),
                  "term",
                  Ctcae.words(rule.term()),
                  "lacking",
                  lacking(undecided.lacking())),
              inputs);
      case LaboratoryGrade.UnknownUnit unknown ->
          Derived.missing(
              SafetyRule.LABORATORY_GRADE,
              Message.of(
                  SafetyRule.UNKNOWN_UNIT.words(),
                  "term",
                  Ctcae.words(rule.term()),
                  "unit",
                  unknown.unit(),
                  "known",
                  String.join(", ", unknown.known())),
              inputs);
    };
  }

  /** What a condition refers to, in words; any other measured value by its name. */
  private static Words lacking(String reference) {
    return switch (reference) {
      case "LLN" -> new Words("the lower limit of normal", "正常值下限");
      case "ULN" -> new Words("the upper limit of normal", "正常值上限");
      case "BASE" -> new Words("the value before treatment", "治疗前的值");
      case "value" -> new Words("the value", "检测值");
      default -> Words.same(reference);
    };
  }

  private static Derived<Integer> graded(
      LaboratoryGrade.Graded graded,
      Measurement measurement,
      LaboratoryRule rule,
      List<Input> inputs) {
    SafetyRule explanation =
        graded.possible() > graded.grade()
            ? SafetyRule.LABORATORY_GRADE_POSSIBLE
            : SafetyRule.LABORATORY_GRADE;
    return Derived.of(explanation, graded.grade(), inputs)
        .with("term", Ctcae.words(rule.term()))
        .with("measured", measurement.value().get().toPlainString() + " " + measurement.unit())
        .with("lln", shown(measurement.lln()))
        .with("uln", shown(measurement.uln()))
        .with("possible", graded.possible())
        .with("flags", flags(graded));
  }

  private static Words flags(LaboratoryGrade.Graded graded) {
    StringBuilder en = new StringBuilder();
    StringBuilder zh = new StringBuilder();
    for (LaboratoryFlag flag : new TreeSet<>(graded.unknown())) {
      en.append(en.isEmpty() ? "" : " or ").append(flag.words().en());
      zh.append(zh.isEmpty() ? "" : "或").append(flag.words().zh());
    }
    return en.isEmpty() ? Words.same("-") : new Words(en.toString(), zh.toString());
  }

  private static String shown(Derived<BigDecimal> limit) {
    return limit.known().map(BigDecimal::toPlainString).orElse("-");
  }
}
