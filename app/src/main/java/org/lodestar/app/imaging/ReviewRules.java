package org.lodestar.app.imaging;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestar.radiotherapy.margin.Margins;
import org.lodestar.radiotherapy.margin.StructureNames;
import org.lodestar.trial.protocol.DoseLimit;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.RadiotherapySettings;

/**
 * What a trial asks of a case, in the terms of the radiotherapy library. What the protocol and its
 * decisions leave open stays empty and is then measured without a verdict.
 *
 * @param primary margin from gross tumour to clinical target
 * @param nodal margin around involved nodes
 * @param prescribedGy total dose
 * @param fractions planned fractions
 * @param toleranceMm tolerance of a margin within the plane
 * @param limits limits of organs, then coverage of the target
 * @param names what the site calls its contours
 */
public record ReviewRules(
    Optional<Margins> primary,
    Optional<Margins> nodal,
    Optional<BigDecimal> prescribedGy,
    Optional<Integer> fractions,
    Optional<BigDecimal> toleranceMm,
    List<DoseLimit> limits,
    StructureNames names) {
  public ReviewRules {
    limits = List.copyOf(limits);
  }

  /** The rules of a protocol with its decisions. */
  public static ReviewRules of(Protocol protocol) {
    List<DoseLimit> coverage = protocol.get(RadiotherapySettings.COVERAGE).find().orElse(List.of());
    List<DoseLimit> organs =
        protocol.get(RadiotherapySettings.ORGAN_LIMITS).find().orElse(List.of());
    return new ReviewRules(
        protocol.get(RadiotherapySettings.CTV_MARGIN).find().map(ReviewRules::margins),
        protocol.get(RadiotherapySettings.NODAL_CTV_MARGIN).find().map(ReviewRules::margins),
        protocol.get(RadiotherapySettings.TOTAL_DOSE_GY).find(),
        protocol.get(RadiotherapySettings.FRACTIONS).find(),
        protocol.get(RadiotherapySettings.MARGIN_TOLERANCE_MM).find(),
        Stream.concat(coverage.stream(), organs.stream()).toList(),
        names(protocol.structureNames()));
  }

  private static StructureNames names(org.lodestar.trial.protocol.StructureNames listed) {
    Map<String, String> reviewed = new HashMap<>();
    Map<String, String> proposed = new HashMap<>();
    listed
        .all()
        .forEach(
            structure ->
                Stream.concat(
                        Stream.of(structure.name(), structure.words().zh()),
                        structure.synonyms().stream())
                    .forEach(
                        local ->
                            (structure.reviewed() ? reviewed : proposed)
                                .put(local, structure.name())));
    return StructureNames.of(reviewed, proposed);
  }

  /** Whether a name is read as another one that nobody at the site has confirmed. */
  boolean isProposed(String local) {
    return names
        .match(local)
        .filter(match -> match.status() == StructureNames.Status.PROPOSED)
        .isPresent();
  }

  /** The standard name of a contour, else its own. */
  String standardName(String local) {
    return names.match(local).map(StructureNames.Match::standard).orElse(local);
  }

  private static Margins margins(org.lodestar.trial.protocol.Margins stated) {
    return new Margins(
        stated.rightMm().doubleValue(),
        stated.leftMm().doubleValue(),
        stated.anteriorMm().doubleValue(),
        stated.posteriorMm().doubleValue(),
        stated.inferiorMm().doubleValue(),
        stated.superiorMm().doubleValue());
  }
}
