package org.lodestar.app.imaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lodestar.app.imaging.ReviewStructure.Part;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.dicom.rt.CtImage;
import org.lodestar.radiotherapy.dicom.rt.RtCase;
import org.lodestar.radiotherapy.dicom.rt.StructureSet;
import org.lodestar.radiotherapy.dose.DoseGrid;
import org.lodestar.radiotherapy.dose.Dvh;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.margin.MarginMode;
import org.lodestar.radiotherapy.margin.TargetVolume;

/**
 * A case prepared for review: image, dose, structures with their histograms, the target drawn from
 * the gross tumour by the protocol's margins, and what the rules make of it. Immutable.
 *
 * @param dose of the whole plan, if there is one that may be used
 * @param structures as drawn, then the computed target
 * @param target drawn against computed, where both exist
 * @param limits the protocol's limits, held against the case
 * @param names local names that were read as a standard name and are not confirmed yet
 * @param findings everything odd about the objects
 */
public record ReviewCase(
    CtImage image,
    Optional<DoseGrid> dose,
    List<ReviewStructure> structures,
    Optional<TargetReview> target,
    List<JudgedLimit> limits,
    Map<String, String> names,
    List<Finding> findings) {
  private static final String COMPUTED = "QA_CTV";

  public ReviewCase {
    structures = List.copyOf(structures);
    limits = List.copyOf(limits);
    names = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(names));
    findings = List.copyOf(findings);
  }

  /** Prepares a case; empty when it has no image or no structure set. */
  public static Optional<ReviewCase> of(RtCase rt, ReviewRules rules) {
    if (rt.image().isEmpty() || rt.structureSets().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Preparation(rt, rt.image().get(), rules).prepare());
  }

  public Grid grid() {
    return image.grid();
  }

  /** The structure of a part, the first drawn. */
  public Optional<ReviewStructure> structure(Part part) {
    return structures.stream().filter(each -> each.part() == part).findFirst();
  }

  private static final class Preparation {
    private final RtCase rt;
    private final CtImage image;
    private final ReviewRules rules;
    private final Optional<DoseGrid> dose;
    private final List<Finding> findings;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Delineation> drawn = new LinkedHashMap<>();

    Preparation(RtCase rt, CtImage image, ReviewRules rules) {
      this.rt = rt;
      this.image = image;
      this.rules = rules;
      this.dose = rt.planDose().flatMap(each -> each.dose()).map(each -> each.dose());
      this.findings = new ArrayList<>(rt.findings());
    }

    ReviewCase prepare() {
      List<ReviewStructure> structures = new ArrayList<>(drawn());
      Optional<ReviewStructure> computed = computed(structures);
      computed.ifPresent(structures::add);
      CompletableFuture<List<JudgedLimit>> limits =
          CompletableFuture.supplyAsync(() -> new LimitReview(structures, dose, rules).judge());
      Optional<TargetReview> target =
          computed.flatMap(each -> TargetReview.of(structures, each.mask(), rules));
      return new ReviewCase(
          image,
          dose,
          structures,
          target,
          limits.join(),
          names,
          findings.stream().distinct().toList());
    }

    /** A region with what its contours made of it. */
    private record Outlined(StructureSet.Region region, Delineation delineation) {}

    /** All regions on all processors; names and findings in the order of the structure set. */
    private List<ReviewStructure> drawn() {
      List<Outlined> outlined =
          rt.structureSets().getFirst().regions().parallelStream().map(this::outline).toList();
      List<Outlined> named = outlined.stream().filter(this::takesName).toList();
      return named.parallelStream().map(this::structure).toList();
    }

    private Outlined outline(StructureSet.Region region) {
      return new Outlined(
          region, Delineation.of(region.structure(), image.grid(), OverlapRule.ASK));
    }

    /** Whether there is a mask, and a name that no region before it took. */
    private boolean takesName(Outlined outlined) {
      findings.addAll(outlined.delineation().findings());
      String local = outlined.region().structure().name();
      String name = rules.standardName(local);
      if (outlined.delineation().mask().filter(mask -> !mask.isEmpty()).isEmpty()
          || drawn.putIfAbsent(name, outlined.delineation()) != null) {
        return false;
      }
      if (rules.isProposed(local)) {
        names.put(local, name);
      }
      return true;
    }

    private ReviewStructure structure(Outlined outlined) {
      String local = outlined.region().structure().name();
      String name = rules.standardName(local);
      return structure(name, local, Part.of(name), outlined.delineation().mask().orElseThrow());
    }

    /** The body has no histogram of its own: it says nothing and has the most voxels by far. */
    private ReviewStructure structure(String name, String local, Part part, Mask mask) {
      return new ReviewStructure(
          name,
          local,
          part,
          mask,
          part == Part.BODY ? Optional.empty() : dose.map(gy -> Dvh.of(gy, mask)));
    }

    private Optional<ReviewStructure> computed(List<ReviewStructure> structures) {
      List<TargetVolume.Part> parts = new ArrayList<>();
      rules.primary().ifPresent(margin -> part("GTVp", margin, parts));
      rules.nodal().ifPresent(margin -> part("GTVn", margin, parts));
      if (parts.isEmpty() || !image.grid().axes().followPatient()) {
        return Optional.empty();
      }
      Optional<Mask> body =
          structures.stream()
              .filter(each -> each.part() == Part.BODY)
              .map(ReviewStructure::mask)
              .findFirst();
      TargetVolume volume =
          TargetVolume.of(new TargetVolume.Recipe(parts, MarginMode.VOXEL_CENTRE, body, Map.of()));
      return Optional.of(structure(COMPUTED, "", Part.COMPUTED, volume.mask()));
    }

    private void part(
        String name,
        org.lodestar.radiotherapy.margin.Margins margin,
        List<TargetVolume.Part> parts) {
      Delineation gross = drawn.get(name);
      if (gross != null) {
        parts.add(new TargetVolume.Part(gross, margin));
      }
    }
  }
}
