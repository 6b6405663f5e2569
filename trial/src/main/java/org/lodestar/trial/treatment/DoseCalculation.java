package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.protocol.Agent;
import org.lodestar.trial.protocol.AgentSettings;
import org.lodestar.trial.protocol.BodySurfaceFormula;
import org.lodestar.trial.protocol.DoseBasis;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingKey;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TreatmentSettings;

/**
 * Calculates doses by the settings of the trial. Nothing is rounded before the dose itself; figures
 * in sentences are shown with two decimals.
 */
public final class DoseCalculation {
  /** Outside of this a target AUC is a slip of the pen more often than a decision. */
  static final Range USUAL_AUC = Range.of("auc", "2", "7");

  /** Outside of this a body surface is a slip of the pen more often than a body. */
  static final Range USUAL_SURFACE_M2 = Range.of("bodySurfaceM2", "1.2", "2.6");

  private final Protocol protocol;
  private final Supplier<Patient> patient;
  private final LocalDate day;

  /**
   * @param day for which the doses are meant
   */
  public DoseCalculation(Protocol protocol, Patient patient, LocalDate day) {
    this(protocol, () -> patient, day);
  }

  /** The same for a patient who is read only when a formula asks: a flat dose asks for nothing. */
  DoseCalculation(Protocol protocol, Supplier<Patient> patient, LocalDate day) {
    this.protocol = protocol;
    this.patient = patient;
    this.day = day;
  }

  private Patient patient() {
    return patient.get();
  }

  /** Body surface area in m2 by the trial's formula and cap. */
  public Derived<BigDecimal> deriveSurfaceM2() {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<BodySurfaceFormula> formula = settings.find(TreatmentSettings.BODY_SURFACE_FORMULA);
    Optional<Message> open = settings.missing();
    Optional<BigDecimal> cap = settings.find(TreatmentSettings.BODY_SURFACE_MAX);
    if (open.isPresent() || formula.isEmpty()) {
      return settings.on(missing(TreatmentRule.BODY_SURFACE, open));
    }
    return settings.on(
        checked(
            TreatmentRule.BODY_SURFACE,
            List.of(patient().heightCm(), patient().weightKg()),
            () -> surface(formula.get(), cap)));
  }

  private Derived<BigDecimal> surface(BodySurfaceFormula formula, Optional<BigDecimal> cap) {
    BodySize size = new BodySize(patient().heightCm().get(), patient().weightKg().get());
    BigDecimal full =
        switch (formula) {
          case MOSTELLER -> size.surfaceByMostellerM2();
          case DUBOIS -> size.surfaceByDuBoisM2();
        };
    BigDecimal used = cap.map(full::min).orElse(full);
    TreatmentRule rule =
        used.compareTo(full) < 0 ? TreatmentRule.BODY_SURFACE_CAPPED : TreatmentRule.BODY_SURFACE;
    return Derived.of(rule, used, patient().heightCm(), patient().weightKg())
        .with("height", show(size.heightCm()))
        .with("weight", show(size.weightKg()))
        .with("formula", formula.words())
        .with("surface", show(used));
  }

  /** Filtration rate for Calvert's formula in mL/min: measured, or estimated with cap and floor. */
  public Derived<BigDecimal> deriveClearanceMlPerMin() {
    Derived<BigDecimal> measured = patient().measuredFiltrationMlPerMin();
    if (measured != null && measured.isKnown()) {
      return Derived.of(TreatmentRule.CLEARANCE_MEASURED, measured.get(), measured)
          .with("clearance", show(measured.get()));
    }
    Derived<BigDecimal> estimated = deriveEstimatedClearanceMlPerMin();
    SettingsRead settings = new SettingsRead(protocol);
    Optional<BigDecimal> cap = settings.find(TreatmentSettings.CLEARANCE_MAX_ML_PER_MIN);
    if (!estimated.isKnown() || cap.isEmpty()) {
      return estimated.isKnown()
          ? settings.on(missing(TreatmentRule.CLEARANCE, settings.missing(), estimated))
          : estimated;
    }
    if (estimated.get().compareTo(cap.get()) <= 0) {
      return settings.on(estimated);
    }
    return settings.on(
        Derived.of(TreatmentRule.CLEARANCE_CAPPED, cap.get(), estimated)
            .with("estimated", show(estimated.get()))
            .with("clearance", show(cap.get())));
  }

  /** Creatinine clearance in mL/min by Cockcroft and Gault, without the cap. */
  public Derived<BigDecimal> deriveEstimatedClearanceMlPerMin() {
    SettingsRead settings = new SettingsRead(protocol);
    var policy = settings.find(TreatmentSettings.CLEARANCE_WEIGHT);
    Optional<Message> open = settings.missing();
    Optional<BigDecimal> floor = settings.find(TreatmentSettings.CREATININE_MIN_MG_PER_DL);
    if (open.isPresent() || policy.isEmpty()) {
      return settings.on(missing(TreatmentRule.CLEARANCE, open));
    }
    List<Derived<?>> inputs =
        List.of(
            patient().sex(),
            patient().ageYears(),
            patient().heightCm(),
            patient().weightKg(),
            patient().creatinineUmolPerL());
    return settings.on(
        checked(
            TreatmentRule.CLEARANCE,
            inputs,
            () -> estimate(ClearanceWeightChoice.of(policy.get(), patient()), floor, inputs)));
  }

  private Derived<BigDecimal> estimate(
      ClearanceWeightChoice weight, Optional<BigDecimal> floor, List<Derived<?>> inputs) {
    Creatinine entered = Creatinine.ofUmolPerL(patient().creatinineUmolPerL().get());
    Creatinine used = floor.map(entered::atLeast).orElse(entered);
    BigDecimal clearance =
        CreatinineClearance.byCockcroftGaultMlPerMin(
            patient().sex().get(), patient().ageYears().get(), weight.weightKg(), used);
    return Derived.of(TreatmentRule.CLEARANCE, clearance, inputs)
        .with("clearance", show(clearance))
        .with("age", patient().ageYears().get())
        .with("weight", show(weight.weightKg()))
        .with("which", weight.words())
        .with("creatinine", show(used.mgPerDl()));
  }

  /**
   * The dose of an agent at a level.
   *
   * @param level 0 for the full dose, 1 for the first reduction
   */
  public AgentDose derive(Agent agent, int level) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<DoseBasis> basis = settings.find(AgentSettings.DOSE_BASIS.of(agent.key()));
    Optional<BigDecimal> perUnit = perUnit(settings, agent.key(), level);
    Derived<BigDecimal> calculated =
        basis.isPresent() && perUnit.isPresent()
            ? settings.on(calculate(agent, basis.get(), perUnit.get()))
            : settings.on(noDose(agent, settings));
    Derived<BigDecimal> dose = round(agent, level, calculated);
    return new AgentDose(
        agent.key(),
        level,
        calculated,
        dose,
        guardRails(agent, basis.orElse(DoseBasis.FLAT), perUnit, calculated));
  }

  private static Optional<BigDecimal> perUnit(SettingsRead settings, String agent, int level) {
    if (level == 0) {
      return settings.find(AgentSettings.DOSE.of(agent));
    }
    return settings
        .find(AgentSettings.REDUCED_DOSES.of(agent))
        .filter(doses -> level <= doses.size())
        .map(doses -> doses.get(level - 1));
  }

  private static Derived<BigDecimal> noDose(Agent agent, SettingsRead settings) {
    Optional<Message> open = settings.missing();
    int levels = agent.reducedDoses().find().map(List::size).orElse(0);
    return Derived.missing(
        TreatmentRule.DOSE_ROUNDED,
        open.orElseGet(
            () ->
                Message.of(
                    TreatmentRule.NO_LEVEL_LEFT.words(), "agent", agent.name(), "levels", levels)));
  }

  private Derived<BigDecimal> calculate(Agent agent, DoseBasis basis, BigDecimal perUnit) {
    return switch (basis) {
      case FLAT ->
          Derived.of(TreatmentRule.DOSE_FLAT, perUnit)
              .with("agent", agent.name())
              .with("dose", show(perUnit));
      case BODY_SURFACE_AREA ->
          product(TreatmentRule.DOSE_BY_SURFACE, agent, perUnit, deriveSurfaceM2(), "surface");
      case BODY_WEIGHT ->
          product(TreatmentRule.DOSE_BY_WEIGHT, agent, perUnit, patient().weightKg(), "weight");
      case AUC -> byAuc(agent, perUnit, deriveClearanceMlPerMin());
    };
  }

  private static Derived<BigDecimal> product(
      TreatmentRule rule, Agent agent, BigDecimal perUnit, Derived<BigDecimal> by, String term) {
    return checked(
        rule,
        List.of(by),
        () -> {
          BigDecimal dose = perUnit.multiply(by.get(), BodySize.DIGITS);
          return Derived.of(rule, dose, by)
              .with("agent", agent.name())
              .with("perUnit", show(perUnit))
              .with(term, show(by.get()))
              .with("dose", show(dose));
        });
  }

  private static Derived<BigDecimal> byAuc(
      Agent agent, BigDecimal auc, Derived<BigDecimal> clearance) {
    TreatmentRule rule = TreatmentRule.DOSE_BY_AUC;
    return checked(
        rule,
        List.of(clearance),
        () -> {
          BigDecimal dose = Calvert.carboplatinMg(auc, clearance.get());
          return Derived.of(rule, dose, clearance)
              .with("agent", agent.name())
              .with("perUnit", show(auc))
              .with("clearance", show(clearance.get()))
              .with("dose", show(dose));
        });
  }

  /** A flat dose is drawn up as it is. */
  private Derived<BigDecimal> round(Agent agent, int level, Derived<BigDecimal> calculated) {
    boolean flat = calculated.rule() == TreatmentRule.DOSE_FLAT;
    if (!calculated.isKnown() || flat) {
      return calculated;
    }
    SettingsRead settings = new SettingsRead(protocol);
    Optional<DoseRounding> rounding = rounding(settings, agent.key());
    if (rounding.isEmpty()) {
      return settings.on(missing(TreatmentRule.DOSE_ROUNDED, settings.missing(), calculated));
    }
    return settings.on(
        Derived.of(TreatmentRule.DOSE_ROUNDED, rounding.get().round(calculated.get()), calculated)
            .with("agent", agent.name())
            .with("level", level)
            .with("calculated", show(calculated.get())));
  }

  private static Optional<DoseRounding> rounding(SettingsRead settings, String agent) {
    Optional<BigDecimal> step = settings.find(AgentSettings.ROUNDING_MG.of(agent));
    Optional<BigDecimal> percent = settings.find(TreatmentSettings.ROUNDING_MAX_PERCENT);
    return step.flatMap(mg -> percent.map(max -> new DoseRounding(mg, max)));
  }

  private List<GuardRail> guardRails(
      Agent agent, DoseBasis basis, Optional<BigDecimal> perUnit, Derived<BigDecimal> dose) {
    List<GuardRail> rails = new ArrayList<>();
    if (basis == DoseBasis.BODY_SURFACE_AREA) {
      deriveSurfaceM2()
          .known()
          .flatMap(m2 -> outside(TreatmentRule.GUARD_SURFACE, USUAL_SURFACE_M2, m2))
          .ifPresent(rails::add);
    }
    if (basis == DoseBasis.AUC) {
      perUnit
          .flatMap(auc -> outside(TreatmentRule.GUARD_AUC, USUAL_AUC, auc))
          .ifPresent(rails::add);
      oldCreatinine().ifPresent(rails::add);
    }
    if (basis != DoseBasis.FLAT) {
      changedWeight().ifPresent(rails::add);
    }
    roundingTooCoarse(agent, dose).ifPresent(rails::add);
    return rails;
  }

  private static Optional<GuardRail> outside(TreatmentRule rule, Range usual, BigDecimal value) {
    return usual.contains(value)
        ? Optional.empty()
        : Optional.of(
            GuardRail.of(
                rule, "value", show(value), "min", show(usual.min()), "max", show(usual.max())));
  }

  private Optional<GuardRail> oldCreatinine() {
    Derived<BigDecimal> measured = patient().measuredFiltrationMlPerMin();
    if ((measured != null && measured.isKnown()) || !patient().creatinineOn().isKnown()) {
      return Optional.empty();
    }
    long age = ChronoUnit.DAYS.between(patient().creatinineOn().get(), day);
    return find(TreatmentSettings.CLEARANCE_MAX_AGE_DAYS)
        .filter(max -> age > max)
        .map(max -> GuardRail.of(TreatmentRule.GUARD_CREATININE_OLD, "value", age, "max", max));
  }

  private Optional<GuardRail> changedWeight() {
    Derived<BigDecimal> before = patient().weightAtLastDoseKg();
    if (before == null || !before.isKnown() || !patient().weightKg().isKnown()) {
      return Optional.empty();
    }
    BigDecimal change =
        patient()
            .weightKg()
            .get()
            .subtract(before.get())
            .abs()
            .multiply(new BigDecimal("100"))
            .divide(before.get(), BodySize.DIGITS);
    return find(TreatmentSettings.WEIGHT_CHANGE_PERCENT)
        .filter(max -> change.compareTo(max) >= 0)
        .map(
            max ->
                GuardRail.of(
                    TreatmentRule.GUARD_WEIGHT_CHANGED, "value", show(change), "max", show(max)));
  }

  private Optional<GuardRail> roundingTooCoarse(Agent agent, Derived<BigDecimal> dose) {
    return rounding(new SettingsRead(protocol), agent.key())
        .filter(rounding -> dose.isKnown() && rounding.isTooCoarseFor(dose.get()))
        .map(
            rounding ->
                GuardRail.of(
                    TreatmentRule.GUARD_ROUNDING,
                    "step",
                    show(rounding.stepMg()),
                    "max",
                    show(rounding.maxPercent())));
  }

  private <T> Optional<T> find(SettingKey<T> key) {
    return protocol.get(key).find();
  }

  /** What a formula gives, or why it gives nothing: an input is missing or beyond all sense. */
  private static <T> Derived<T> checked(
      Rule rule, List<? extends Derived<?>> inputs, Supplier<Derived<T>> formula) {
    for (Derived<?> input : inputs) {
      Message missing = input.missing();
      if (missing != null) {
        return Derived.missing(rule, missing, inputs);
      }
    }
    try {
      return formula.get();
    } catch (OutOfRange e) {
      return Derived.missing(
          rule, Message.of(TreatmentRule.OUT_OF_RANGE.words(), "problem", e.words()), inputs);
    }
  }

  private static <T> Derived<T> missing(Rule rule, Optional<Message> why, Derived<?>... inputs) {
    return Derived.missing(rule, why.orElseThrow(), List.of(inputs));
  }

  static String show(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
