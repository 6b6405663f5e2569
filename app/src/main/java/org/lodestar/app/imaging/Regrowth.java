package org.lodestar.app.imaging;

import java.math.BigDecimal;
import java.util.Optional;
import org.lodestar.radiotherapy.dose.LinearQuadratic.Repopulation;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.RadiotherapySettings;

/** What a day beyond the kick-off costs, by a trial's own decision. */
public final class Regrowth {
  private Regrowth() {}

  /** K and its first day; empty while the protocol and its decisions leave either open. */
  public static Optional<Repopulation> of(Protocol protocol) {
    Optional<BigDecimal> gyPerDay =
        protocol.get(RadiotherapySettings.REPOPULATION_GY_PER_DAY).find();
    return protocol
        .get(RadiotherapySettings.REPOPULATION_FROM_DAY)
        .find()
        .flatMap(day -> gyPerDay.map(gy -> new Repopulation(gy.doubleValue(), day)));
  }
}
