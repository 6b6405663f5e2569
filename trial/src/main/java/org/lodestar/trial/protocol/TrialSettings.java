package org.lodestar.trial.protocol;

import java.util.List;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Words;

/** What the trial is, and what its registry record lists. */
public final class TrialSettings {
  public static final SettingKey<String> KEY =
      SettingKey.of(
          "trial.key",
          ValueType.text("[A-Z][A-Z0-9-]{1,19}"),
          "short name",
          "简称",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<Words> TITLE =
      SettingKey.of(
          "trial.title", ValueType.words(), "title", "标题", Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<List<Words>> CONDITIONS =
      SettingKey.of(
          "trial.conditions",
          ValueType.list(ValueType.words()),
          "conditions",
          "疾病",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<ArmDesign> DESIGN =
      SettingKey.of(
          "trial.design",
          ValueType.choice(ArmDesign.class),
          "design",
          "设计",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<Phase> PHASE =
      SettingKey.of(
          "trial.phase",
          ValueType.choice(Phase.class),
          "phase",
          "分期",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<Boolean> PROSPECTIVE =
      SettingKey.of(
          "trial.prospective",
          ValueType.flag(),
          "prospective",
          "前瞻性",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<List<Site>> SITES =
      SettingKey.of(
          "trial.sites",
          ValueType.list(Site.TYPE),
          "sites",
          "研究中心",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<String> TIME_ZONE =
      SettingKey.of(
          "trial.time-zone",
          ValueType.text(),
          "time zone of the site",
          "中心所在时区",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<List<Objective>> OBJECTIVES =
      SettingKey.of(
          "trial.objectives",
          ValueType.list(Objective.TYPE),
          "objectives",
          "研究目的",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<List<Intervention>> INTERVENTIONS =
      SettingKey.of(
          "trial.interventions",
          ValueType.list(Intervention.TYPE),
          "registered interventions",
          "登记的干预措施",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<List<Outcome>> OUTCOMES =
      SettingKey.of(
          "trial.outcomes",
          ValueType.list(Outcome.TYPE),
          "registered outcomes",
          "登记的结局指标",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<List<Role>> EFFICACY_READERS =
      SettingKey.of(
          "trial.efficacy-readers",
          ValueType.list(ValueType.role()),
          "roles that may see efficacy while the trial runs",
          "试验进行中可查看疗效的角色",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.STATISTICIAN,
          Decider.ETHICS_COMMITTEE);

  static final List<SettingKey<?>> ALL =
      List.of(
          KEY,
          TITLE,
          CONDITIONS,
          DESIGN,
          PHASE,
          PROSPECTIVE,
          SITES,
          TIME_ZONE,
          OBJECTIVES,
          INTERVENTIONS,
          OUTCOMES,
          EFFICACY_READERS);

  private TrialSettings() {}
}
