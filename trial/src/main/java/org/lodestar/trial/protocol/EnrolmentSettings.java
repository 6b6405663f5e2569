package org.lodestar.trial.protocol;

import java.util.List;

/** How participants enter and are counted. */
public final class EnrolmentSettings {
  public static final SettingKey<EnrolmentDefinition> DEFINITION =
      SettingKey.of(
          "enrolment.definition",
          ValueType.choice(EnrolmentDefinition.class),
          "counts as enrolled",
          "“入组”的定义",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.STATISTICIAN);

  public static final SettingKey<Replacement> REPLACEMENT =
      SettingKey.of(
          "enrolment.replacement",
          ValueType.choice(Replacement.class),
          "replacement",
          "替换",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.STATISTICIAN);

  public static final SettingKey<Integer> SCREENING_MAX_DAYS =
      SettingKey.of(
          "enrolment.screening-max-days",
          ValueType.whole(1, 200, Unit.DAYS),
          "longest screening",
          "最长筛选期",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<Integer> RESERVATION_MAX_DAYS =
      SettingKey.of(
          "enrolment.reservation-max-days",
          ValueType.whole(0, 200, Unit.DAYS),
          "longest reservation of a slot",
          "名额保留最长时间",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<List<ConsentVersion>> CONSENT_VERSIONS =
      SettingKey.of(
          "enrolment.consent-versions",
          ValueType.list(ConsentVersion.TYPE),
          "versions of the consent form",
          "知情同意书版本",
          Decider.PRINCIPAL_INVESTIGATOR);

  static final List<SettingKey<?>> ALL =
      List.of(DEFINITION, REPLACEMENT, SCREENING_MAX_DAYS, RESERVATION_MAX_DAYS, CONSENT_VERSIONS);

  private EnrolmentSettings() {}
}
