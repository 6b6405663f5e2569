package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.DayOneRule;
import org.lodestar.trial.protocol.Dimension;
import org.lodestar.trial.protocol.FormKind;
import org.lodestar.trial.protocol.KindItem;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TreatmentSettings;

/** The values that the conditions of day 1 ask for, as known on that day. */
final class DayOneTests {
  private static final String CLEARANCE = "creatinine-clearance";
  private static final String WORST_GRADE = "non-haematological-grade";
  private static final String TIMES_UPPER_LIMIT = "xULN";
  private static final String UPPER_LIMIT = "-uln";

  /** CTCAE terms that are counts of blood or follow from them. */
  private static final Set<String> HAEMATOLOGICAL =
      Set.of(
          "anemia",
          "febrile neutropenia",
          "lymphocyte count decreased",
          "neutrophil count decreased",
          "platelet count decreased",
          "white blood cell decreased");

  private final Sheets sheets;
  private @Nullable Patient patient;
  private final Protocol protocol;
  private final LocalDate day;
  private final List<Toxicity> episodes;

  DayOneTests(Sheets sheets, Protocol protocol, LocalDate day) {
    this.sheets = sheets;
    this.protocol = protocol;
    this.day = day;
    this.episodes = ToxicityReading.read(sheets, day);
  }

  /** What a condition looks at, in words; the key itself for a test of another kind. */
  static Words words(String test) {
    return switch (test) {
      case CLEARANCE -> new Words("creatinine clearance", "肌酐清除率");
      case WORST_GRADE -> new Words("grade of other ongoing adverse events", "其他持续中不良事件的级别");
      default ->
          FormKind.LABORATORY.item(test).map(KindItem::words).orElseGet(() -> Words.same(test));
    };
  }

  /** Height, weight and creatinine as known on the day; read when a dose or a test asks. */
  Patient patient() {
    Patient known = patient;
    if (known == null) {
      known = PatientReading.read(sheets, day);
      patient = known;
    }
    return known;
  }

  List<Toxicity> episodes() {
    return episodes;
  }

  Derived<BigDecimal> measure(DayOneRule rule) {
    return switch (rule.test()) {
      case CLEARANCE ->
          new DoseCalculation(protocol, this::patient, day).deriveEstimatedClearanceMlPerMin();
      case WORST_GRADE -> worstGrade(rule);
      default -> laboratory(rule);
    };
  }

  private Derived<BigDecimal> worstGrade(DayOneRule rule) {
    List<Toxicity> counted =
        episodes.stream()
            .filter(episode -> !HAEMATOLOGICAL.contains(lower(episode.term())))
            .filter(
                episode -> rule.exceptTerms().stream().noneMatch(episode.term()::equalsIgnoreCase))
            .filter(episode -> episode.currentGrade() > 0)
            .toList();
    int worst = counted.stream().mapToInt(Toxicity::currentGrade).max().orElse(0);
    return Derived.of(
        TreatmentRule.WORST_OTHER_GRADE,
        BigDecimal.valueOf(worst),
        counted.stream().flatMap(episode -> episode.inputs().stream()).toList());
  }

  private static String lower(String term) {
    return term.toLowerCase(java.util.Locale.ROOT);
  }

  private Derived<BigDecimal> laboratory(DayOneRule rule) {
    Optional<Sheet> latest =
        PatientReading.latest(sheets, "laboratory", "sampled-on", rule.test(), day);
    if (latest.isEmpty()) {
      return Derived.missing(
          TreatmentRule.READ,
          Message.of(TreatmentRule.NOT_RECORDED.words(), "what", words(rule.test())));
    }
    return fresh(rule, latest.get())
        .orElseGet(
            () ->
                rule.unit().equals(TIMES_UPPER_LIMIT)
                    ? timesUpperLimit(rule, latest.get())
                    : inUnit(rule, latest.get()));
  }

  /** Empty when the sample is fresh enough; else why its values do not count. */
  private Optional<Derived<BigDecimal>> fresh(DayOneRule rule, Sheet sheet) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> max = settings.find(TreatmentSettings.LABORATORY_MAX_AGE_DAYS);
    Derived<LocalDate> sampled = sheet.date("sampled-on");
    long age = ChronoUnit.DAYS.between(sampled.get(), day);
    return max.filter(most -> age > most)
        .map(
            most ->
                settings.on(
                    Derived.missing(
                        TreatmentRule.READ,
                        Message.of(
                            TreatmentRule.TOO_OLD.words(),
                            "test",
                            words(rule.test()),
                            "on",
                            sampled.get(),
                            "days",
                            age,
                            "max",
                            most),
                        sampled)));
  }

  /**
   * The value in the unit in which the condition is written, whatever unit it was entered in;
   * missing when that unit does not measure what the test measures. A test that no form kind knows
   * is compared as it was entered.
   */
  private static Derived<BigDecimal> inUnit(DayOneRule rule, Sheet sheet) {
    return dimension(rule.test())
        .map(dimension -> inUnit(rule, dimension, sheet.measured(rule.test(), dimension)))
        .orElseGet(() -> sheet.decimal(rule.test()));
  }

  private static Derived<BigDecimal> inUnit(
      DayOneRule rule, Dimension dimension, Derived<BigDecimal> measured) {
    if (!measured.isKnown() || dimension.unit().equals(rule.unit())) {
      return measured;
    }
    return dimension
        .convert(BigDecimal.ONE, rule.unit())
        .map(factor -> measured.get().divide(factor, BodySize.DIGITS))
        .map(value -> Derived.of(TreatmentRule.READ, value, measured))
        .orElseGet(
            () ->
                Derived.missing(
                    TreatmentRule.READ, unknownUnit(rule, dimension), List.of(measured)));
  }

  private static Message unknownUnit(DayOneRule rule, Dimension dimension) {
    return Message.of(
        TreatmentRule.UNIT_OF_CONDITION.words(),
        "test",
        words(rule.test()),
        "unit",
        rule.unit(),
        "units",
        String.join(", ", dimension.units()));
  }

  private static Optional<Dimension> dimension(String test) {
    return FormKind.LABORATORY.item(test).flatMap(item -> Optional.ofNullable(item.dimension()));
  }

  /** Value and limit stand on the same report; both are brought to one unit. */
  private static Derived<BigDecimal> timesUpperLimit(DayOneRule rule, Sheet sheet) {
    Derived<BigDecimal> value = comparable(rule.test(), rule.test(), sheet);
    Derived<BigDecimal> limit = comparable(rule.test(), rule.test() + UPPER_LIMIT, sheet);
    if (!limit.isKnown() || limit.get().signum() <= 0) {
      return Derived.missing(
          TreatmentRule.TIMES_UPPER_LIMIT,
          Message.of(TreatmentRule.NO_UPPER_LIMIT.words(), "test", words(rule.test())),
          value);
    }
    return value.isKnown() ? times(value, limit) : value;
  }

  private static Derived<BigDecimal> comparable(String test, String item, Sheet sheet) {
    return dimension(test).map(d -> sheet.measured(item, d)).orElseGet(() -> sheet.decimal(item));
  }

  private static Derived<BigDecimal> times(Derived<BigDecimal> value, Derived<BigDecimal> limit) {
    BigDecimal times = value.get().divide(limit.get(), BodySize.DIGITS);
    return Derived.of(TreatmentRule.TIMES_UPPER_LIMIT, times, value, limit)
        .with("measured", DoseCalculation.show(value.get()))
        .with("limit", DoseCalculation.show(limit.get()))
        .with("times", DoseCalculation.show(times));
  }
}
