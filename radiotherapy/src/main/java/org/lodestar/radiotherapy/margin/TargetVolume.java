package org.lodestar.radiotherapy.margin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;

/**
 * A target volume made from gross tumour by margins, union, clipping and barriers, in this order:
 * expand each part, unite, clip to the body, subtract the barriers as listed, and always keep the
 * gross tumour itself.
 *
 * @param mask the result
 * @param steps what each step left, for the record
 * @param findings what a reviewer should know
 * @param recipe the recipe in one line, for ROI Description
 */
public record TargetVolume(Mask mask, List<Step> steps, List<Finding> findings, String recipe) {
  public TargetVolume {
    steps = List.copyOf(steps);
    findings = List.copyOf(findings);
  }

  /** A part of the gross tumour and its margin. */
  public record Part(Delineation gross, Margins margins) {}

  /** What a step left: voxels and cubic centimetres. */
  public record Step(String name, long voxels, double volumeCc) {}

  /** An organ along which margins are measured instead of along the patient's axis. */
  public record Guide(String name, Mask organ) {}

  /**
   * How to make a target volume.
   *
   * @param parts gross tumour and nodes, each with its margin; at least one
   * @param mode how margins are measured
   * @param body the outline to clip to, if any
   * @param barriers structures that tumour does not cross, by name, in the order of subtraction
   * @param along the organ whose centreline the margins follow; none for the patient's axis
   */
  public record Recipe(
      List<Part> parts,
      MarginMode mode,
      Optional<Mask> body,
      Map<String, Mask> barriers,
      Optional<Guide> along) {
    /**
     * Checks the recipe.
     *
     * @throws IllegalArgumentException without a part, or with a centreline in another mode than
     *     {@link MarginMode#VOXEL_CENTRE}, the only one that it has
     */
    public Recipe {
      parts = List.copyOf(parts);
      barriers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(barriers));
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("a target volume needs at least one gross tumour");
      }
      if (along.isPresent() && mode != MarginMode.VOXEL_CENTRE) {
        throw new IllegalArgumentException(
            "along " + along.get().name() + ": a centreline is measured in VOXEL_CENTRE mode only");
      }
    }

    /** A recipe along the patient's axes. */
    public Recipe(
        List<Part> parts, MarginMode mode, Optional<Mask> body, Map<String, Mask> barriers) {
      this(parts, mode, body, barriers, Optional.empty());
    }

    String text() {
      StringBuilder text = new StringBuilder();
      for (Part part : parts) {
        text.append(text.isEmpty() ? "" : " + ")
            .append(part.gross.name())
            .append(' ')
            .append(part.margins.text());
      }
      along.ifPresent(guide -> text.append(", along ").append(guide.name()));
      text.append(body.isPresent() ? ", within the body" : "");
      barriers.keySet().forEach(b -> text.append(", without ").append(b));
      return text.append(", gross tumour kept; ").append(mode).toString();
    }
  }

  /**
   * Makes a target volume.
   *
   * @throws IllegalArgumentException when a gross tumour's mask is withheld or the image is oblique
   */
  public static TargetVolume of(Recipe recipe) {
    List<Step> steps = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Mask gross = Mask.empty(recipe.parts.getFirst().gross().grid());
    Mask target = gross;
    for (Part part : recipe.parts) {
      Mask own = maskOf(part.gross);
      Mask grown = expand(part, own, recipe);
      if (Margin.leavesImage(own, part.margins)) {
        findings.add(
            new Finding(FindingCode.MARGIN_LEAVES_IMAGE, part.gross.name(), part.margins.text()));
      }
      steps.add(step(part.gross.name() + " " + part.margins.text(), grown));
      gross = gross.or(own);
      target = target.or(grown);
    }
    if (recipe.mode == MarginMode.VOXEL_CENTRE) {
      findings.add(new Finding(FindingCode.VOXEL_MODE_BIAS, "CTV", "2", "8"));
    }
    recipe.along.ifPresent(guide -> findings.add(Centreline.flag(guide.name())));
    if (recipe.body.isPresent()) {
      target = target.and(recipe.body.get());
      steps.add(step("within the body", target));
    }
    for (Map.Entry<String, Mask> barrier : recipe.barriers.entrySet()) {
      target = target.minus(barrier.getValue());
      steps.add(step("without " + barrier.getKey(), target));
    }
    target = target.or(gross);
    steps.add(step("gross tumour kept", target));
    return new TargetVolume(target, steps, findings, recipe.text());
  }

  private static Mask expand(Part part, Mask own, Recipe recipe) {
    return switch (recipe.mode) {
      case VOXEL_CENTRE ->
          recipe
              .along
              .map(guide -> Centreline.of(guide.organ()).expand(own, part.margins))
              .orElseGet(() -> Margin.expand(own, part.margins));
      case SUB_VOXEL -> Margin.expandFromContours(part.gross, part.margins).or(own);
    };
  }

  private static Mask maskOf(Delineation gross) {
    return gross
        .mask()
        .orElseThrow(() -> new IllegalArgumentException(gross.name() + ": its mask is withheld"));
  }

  private static Step step(String name, Mask mask) {
    return new Step(name, mask.count(), mask.volumeCc());
  }
}
