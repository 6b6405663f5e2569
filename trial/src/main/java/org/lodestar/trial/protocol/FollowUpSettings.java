package org.lodestar.trial.protocol;

import java.util.List;

/** Visits and follow-up. */
public final class FollowUpSettings {
  public static final SettingKey<List<Visit>> VISITS =
      SettingKey.of(
          "follow-up.visits",
          ValueType.list(Visit.TYPE),
          "visits",
          "访视",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<Integer> SURVIVAL_INTERVAL_DAYS =
      SettingKey.of(
          "follow-up.survival-interval-days",
          ValueType.whole(1, 400, Unit.DAYS),
          "survival contacts every",
          "生存随访间隔",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.STATISTICIAN);

  public static final SettingKey<Integer> SURVIVAL_UNTIL_MONTHS =
      SettingKey.of(
          "follow-up.survival-until-months",
          ValueType.whole(1, 240, Unit.MONTHS),
          "survival followed for",
          "生存随访时长",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.STATISTICIAN);

  public static final SettingKey<Integer> LATE_EFFECTS_UNTIL_MONTHS =
      SettingKey.of(
          "follow-up.late-effects-until-months",
          ValueType.whole(1, 240, Unit.MONTHS),
          "late effects followed for",
          "晚期反应随访时长",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<Integer> LOST_AFTER_ATTEMPTS =
      SettingKey.of(
          "follow-up.lost-after-attempts",
          ValueType.whole(1, 20, Unit.COUNT),
          "lost to follow-up after attempts",
          "联系失败多少次视为失访",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.STATISTICIAN);

  public static final SettingKey<String> CLINIC_CALENDAR =
      SettingKey.of(
          "follow-up.clinic-calendar",
          ValueType.key(),
          "calendar of the clinic",
          "门诊日历",
          Decider.PRINCIPAL_INVESTIGATOR);

  static final List<SettingKey<?>> ALL =
      List.of(
          VISITS,
          SURVIVAL_INTERVAL_DAYS,
          SURVIVAL_UNTIL_MONTHS,
          LATE_EFFECTS_UNTIL_MONTHS,
          LOST_AFTER_ATTEMPTS,
          CLINIC_CALENDAR);

  private FollowUpSettings() {}
}
