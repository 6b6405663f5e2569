package org.lodestar.statistics.survival;

/**
 * How long the participants were followed. The median follow-up is that of the reverse Kaplan-Meier
 * curve (Schemper and Smith 1996, Control Clin Trials 17:343), in which a censoring is the event;
 * it is not the median survival, and the two must not be printed under one name.
 */
public final class FollowUp {
  private FollowUp() {}

  /**
   * The reverse Kaplan-Meier curve. Events and censorings at one time stay tied, as in R's plain
   * flip of the status.
   *
   * @param data the follow-up
   */
  public static KaplanMeier reverseKaplanMeier(SurvivalData data) {
    return KaplanMeier.of(data.reversed());
  }

  /**
   * The median potential follow-up.
   *
   * @param data the follow-up
   * @param type the scale of the interval
   * @param level the coverage, inside (0, 1)
   */
  public static SurvivalQuantile median(SurvivalData data, IntervalType type, double level) {
    return reverseKaplanMeier(data).median(type, level);
  }
}
