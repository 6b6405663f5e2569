package org.lodestar.app.imaging;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.app.imaging.JudgedLimit.Why;
import org.lodestar.app.imaging.ReviewStructure.Part;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.dose.DoseGrid;
import org.lodestar.radiotherapy.dose.Dvh;
import org.lodestar.radiotherapy.dose.TargetIndices;
import org.lodestar.trial.protocol.DoseLimit;

/** Holds the protocol's limits against the structures of a case. */
final class LimitReview {
  private final List<ReviewStructure> structures;
  private final Optional<DoseGrid> dose;
  private final ReviewRules rules;

  /** Figures of one structure are asked for several limits; its doses are put in order once. */
  private final Map<String, Optional<Mask>> masks = new HashMap<>();

  private final Map<String, Dvh> histograms = new HashMap<>();

  LimitReview(List<ReviewStructure> structures, Optional<DoseGrid> dose, ReviewRules rules) {
    this.structures = structures;
    this.dose = dose;
    this.rules = rules;
  }

  List<JudgedLimit> judge() {
    return rules.limits().stream().map(this::judge).toList();
  }

  private JudgedLimit judge(DoseLimit limit) {
    Optional<DoseMetric> metric = DoseMetric.parse(limit.metric());
    Optional<Mask> mask = mask(limit.structure());
    if (metric.isEmpty() || rules.prescribedGy().isEmpty()) {
      return JudgedLimit.unmeasured(limit, Why.UNKNOWN_FIGURE);
    }
    if (mask.isEmpty()) {
      return JudgedLimit.unmeasured(limit, Why.NO_STRUCTURE);
    }
    if (dose.isEmpty()) {
      return JudgedLimit.unmeasured(limit, Why.NO_DOSE);
    }
    if (metric.get().isShareOfVolume() && TargetIndices.isCut(mask.get())) {
      return JudgedLimit.unmeasured(limit, Why.CUT);
    }
    BigDecimal prescribed = rules.prescribedGy().get();
    Dvh dvh = dvh(rules.standardName(limit.structure()), mask.get(), dose.get());
    return JudgedLimit.of(limit, metric.get().of(dvh, limit.unit(), prescribed));
  }

  private Dvh dvh(String name, Mask mask, DoseGrid gy) {
    return structures.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .flatMap(ReviewStructure::dvh)
        .orElseGet(() -> histograms.computeIfAbsent(name, any -> Dvh.of(gy, mask)));
  }

  /** A structure by its standard name; both lungs, also without the tumour, are made of the two. */
  private Optional<Mask> mask(String asked) {
    return masks.computeIfAbsent(rules.standardName(asked), this::made);
  }

  private Optional<Mask> made(String name) {
    Optional<Mask> drawn = named(name);
    if (drawn.isPresent()) {
      return drawn;
    }
    return switch (name) {
      case "Lungs" -> both();
      case "Lungs-GTV" -> named("Lungs").or(this::both).map(lungs -> lungs.minus(gross(lungs)));
      default -> Optional.empty();
    };
  }

  private Optional<Mask> named(String name) {
    return structures.stream()
        .filter(each -> each.name().equals(name))
        .map(ReviewStructure::mask)
        .findFirst();
  }

  private Optional<Mask> both() {
    return named("Lung_L").flatMap(left -> named("Lung_R").map(left::or));
  }

  private Mask gross(Mask lungs) {
    Mask gross = Mask.empty(lungs.grid());
    for (ReviewStructure each : structures) {
      if (each.part() == Part.GROSS || each.part() == Part.NODES) {
        gross = gross.or(each.mask());
      }
    }
    return gross;
  }
}
