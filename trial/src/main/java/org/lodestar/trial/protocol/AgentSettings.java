package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.lodestar.trial.fact.Words;

/**
 * The agents of the trial, named by the trial itself: {@code AgentSettings.DOSE.of("carboplatin")}.
 */
public final class AgentSettings {
  public static final SettingKey<Words> NAME =
      SettingKey.of(
          "agents.*.name", ValueType.words(), "name", "名称", Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<AgentClass> CLASS =
      SettingKey.of(
          "agents.*.class",
          ValueType.choice(AgentClass.class),
          "class",
          "类别",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<String> ALTERNATIVE_GROUP =
      SettingKey.of(
              "agents.*.alternative-group",
              ValueType.key(),
              "one of the group is given",
              "同组任选其一",
              Decider.PRINCIPAL_INVESTIGATOR)
          .orAbsent();

  public static final SettingKey<Words> ROUTE =
      SettingKey.of(
          "agents.*.route", ValueType.words(), "route", "途径", Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<List<TreatmentPhase>> PHASES =
      SettingKey.of(
          "agents.*.phases",
          ValueType.list(ValueType.choice(TreatmentPhase.class)),
          "given in",
          "给药阶段",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<Integer> INTERVAL_DAYS =
      SettingKey.of(
          "agents.*.interval-days",
          ValueType.whole(1, 84, Unit.DAYS),
          "interval",
          "间隔",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<List<Integer>> DAYS_OF_CYCLE =
      SettingKey.of(
          "agents.*.days-of-cycle",
          ValueType.list(ValueType.whole(1, 84, Unit.NONE)),
          "days of the cycle",
          "周期内给药日",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<DoseBasis> DOSE_BASIS =
      SettingKey.of(
          "agents.*.dose-basis",
          ValueType.choice(DoseBasis.class),
          "dose by",
          "剂量依据",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<BigDecimal> DOSE =
      SettingKey.of(
          "agents.*.dose",
          ValueType.decimal("0.01", "10000", Unit.NONE),
          "dose",
          "剂量",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<String> DOSE_UNIT =
      SettingKey.of(
          "agents.*.dose-unit",
          ValueType.text("mg|mg/m2|mg/kg|mg/mL\\*min"),
          "unit of the dose",
          "剂量单位",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<List<BigDecimal>> REDUCED_DOSES =
      SettingKey.of(
          "agents.*.reduced-doses",
          ValueType.list(ValueType.decimal("0.01", "10000", Unit.NONE)),
          "reduced doses, in order",
          "逐级减低剂量",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<BigDecimal> ROUNDING_MG =
      SettingKey.of(
              "agents.*.rounding-mg",
              ValueType.decimal("0.1", "100", Unit.MG),
              "rounded to",
              "取整至",
              Decider.MEDICAL_ONCOLOGIST)
          .orAbsent();

  static final List<SettingKey<?>> ALL =
      List.of(
          NAME,
          CLASS,
          ALTERNATIVE_GROUP,
          ROUTE,
          PHASES,
          INTERVAL_DAYS,
          DAYS_OF_CYCLE,
          DOSE_BASIS,
          DOSE,
          DOSE_UNIT,
          REDUCED_DOSES,
          ROUNDING_MG);

  private AgentSettings() {}
}
