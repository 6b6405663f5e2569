package org.lodestar.trial.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.lodestar.statistics.survival.Landmark;
import org.lodestar.trial.efficacy.SurvivalCurve;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingKey;
import org.lodestar.trial.protocol.TimeOrigin;

/**
 * What a survival plot shows, whatever draws it: the curve, and the rate at the landmark beside the
 * rates of the design.
 *
 * @param measure what the vertical axis measures, in percent
 * @param axis from when the months are counted
 * @param levels of the design, drawn across; empty for an endpoint that the design is not about
 * @param level coverage of the band, inside (0, 1)
 */
public record SurvivalPicture(
    Words measure,
    Words axis,
    SurvivalCurve curve,
    Optional<Landmark> landmark,
    List<DesignLevel> levels,
    BigDecimal monthDays,
    double level) {

  /** A rate of the design with its name. */
  public record DesignLevel(BigDecimal percent, Words name, boolean hoped) {}

  /** Names the axis of months from an origin of the protocol. */
  public static Words axis(Protocol protocol, SettingKey<TimeOrigin> origin) {
    return protocol
        .get(origin)
        .find()
        .map(TimeOrigin::words)
        .map(from -> new Words("Months from " + from.en(), "自" + from.zh() + "起的月数"))
        .orElse(new Words("Months", "月数"));
  }

  public SurvivalPicture {
    levels = List.copyOf(levels);
  }

  /** The numbers under the ticks. */
  public List<Tick> ticks(int everyMonths) {
    return Tick.of(curve, monthDays, everyMonths, level);
  }
}
