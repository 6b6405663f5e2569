package org.lodestar.radiotherapy.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodestar.radiotherapy.contour.Contour;
import org.lodestar.radiotherapy.contour.ContourType;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.contour.Solids;
import org.lodestar.radiotherapy.contour.Structure;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;

/** A target volume by its recipe: parts, union, clipping, barriers, the gross tumour kept. */
class TargetVolumeTest {
  private static final Grid GRID = Solids.grid(40, 30, 1, 1);
  private static final Delineation TUMOUR = box("GTVp", 20, 20, 20);
  private static final Delineation NODE = box("GTVn", 4, 4, 8);

  private static Delineation box(String name, double x, double y, double z) {
    Structure drawn = Solids.box(GRID, x, y, z);
    return Delineation.of(new Structure(1, name, drawn.contours()), GRID, OverlapRule.ASK);
  }

  private static Mask mask(Delineation structure) {
    return structure.mask().orElseThrow();
  }

  private static TargetVolume.Recipe recipe(MarginMode mode) {
    return new TargetVolume.Recipe(
        List.of(new TargetVolume.Part(TUMOUR, Margins.isotropic(5))),
        mode,
        Optional.empty(),
        Map.of());
  }

  private static List<FindingCode> codes(TargetVolume volume) {
    return volume.findings().stream().map(Finding::code).toList();
  }

  @Test
  void theRecipeIsReadInOneLine() {
    Map<String, Mask> barriers = new LinkedHashMap<>();
    barriers.put("Heart", Mask.empty(GRID));
    barriers.put("SpinalCord", Mask.empty(GRID));
    TargetVolume.Recipe recipe =
        new TargetVolume.Recipe(
            List.of(
                new TargetVolume.Part(TUMOUR, Margins.isotropic(5)),
                new TargetVolume.Part(NODE, Margins.isotropic(3))),
            MarginMode.VOXEL_CENTRE,
            Optional.of(mask(TUMOUR)),
            barriers,
            Optional.of(new TargetVolume.Guide("Esophagus", mask(TUMOUR))));

    assertThat(TargetVolume.of(recipe).recipe())
        .isEqualTo(
            "GTVp "
                + Margins.isotropic(5).text()
                + " + GTVn "
                + Margins.isotropic(3).text()
                + ", along Esophagus, within the body, without Heart, without SpinalCord, gross"
                + " tumour kept; VOXEL_CENTRE");
    assertThat(recipe(MarginMode.SUB_VOXEL).text()).startsWith("GTVp ").endsWith("; SUB_VOXEL");
  }

  @Test
  void eachStepSaysWhatItLeftAndTheTumourIsKeptWhateverIsTakenAway() {
    Mask body = Margin.expand(mask(TUMOUR), Margins.isotropic(3));
    Mask barrier = mask(box("x", 80, 80, 4));
    TargetVolume volume =
        TargetVolume.of(
            new TargetVolume.Recipe(
                List.of(new TargetVolume.Part(TUMOUR, Margins.isotropic(5))),
                MarginMode.VOXEL_CENTRE,
                Optional.of(body),
                Map.of("Heart", barrier)));

    Mask grown = Margin.expand(mask(TUMOUR), Margins.isotropic(5));
    Mask kept = grown.and(body).minus(barrier).or(mask(TUMOUR));
    assertThat(volume.mask()).isEqualTo(kept);
    assertThat(volume.steps())
        .containsExactly(
            step("GTVp " + Margins.isotropic(5).text(), grown),
            step("within the body", grown.and(body)),
            step("without Heart", grown.and(body).minus(barrier)),
            step("gross tumour kept", kept));
  }

  private static TargetVolume.Step step(String name, Mask left) {
    return new TargetVolume.Step(name, left.count(), left.volumeCc());
  }

  @Test
  void theVoxelModeSaysItsErrorAndTheContourModeHasNoneToSay() {
    TargetVolume voxels = TargetVolume.of(recipe(MarginMode.VOXEL_CENTRE));
    TargetVolume contours = TargetVolume.of(recipe(MarginMode.SUB_VOXEL));

    assertThat(codes(voxels)).containsExactly(FindingCode.VOXEL_MODE_BIAS);
    assertThat(voxels.findings().getFirst().values()).containsExactly("2", "8");
    assertThat(codes(contours)).isEmpty();
    assertThat(contours.mask())
        .isEqualTo(Margin.expandFromContours(TUMOUR, Margins.isotropic(5)).or(mask(TUMOUR)));
  }

  @Test
  void aMarginThatLeavesTheImageIsSaid() {
    TargetVolume.Recipe wide =
        new TargetVolume.Recipe(
            List.of(new TargetVolume.Part(TUMOUR, Margins.isotropic(35))),
            MarginMode.SUB_VOXEL,
            Optional.empty(),
            Map.of());
    assertThat(codes(TargetVolume.of(wide))).containsExactly(FindingCode.MARGIN_LEAVES_IMAGE);
  }

  @Test
  void alongAnOrganTheVolumeIsFlagged() {
    TargetVolume volume =
        TargetVolume.of(
            new TargetVolume.Recipe(
                List.of(new TargetVolume.Part(NODE, Margins.isotropic(5))),
                MarginMode.VOXEL_CENTRE,
                Optional.empty(),
                Map.of(),
                Optional.of(new TargetVolume.Guide("Esophagus", mask(TUMOUR)))));

    assertThat(codes(volume))
        .containsExactly(FindingCode.VOXEL_MODE_BIAS, FindingCode.CENTRELINE_MODE);
    assertThat(volume.mask()).isEqualTo(Margin.expand(mask(NODE), Margins.isotropic(5)));
  }

  @Test
  void aCentrelineIsNotMeasuredFromContours() {
    Optional<TargetVolume.Guide> along =
        Optional.of(new TargetVolume.Guide("Esophagus", mask(TUMOUR)));
    assertThatThrownBy(
            () ->
                new TargetVolume.Recipe(
                    List.of(new TargetVolume.Part(NODE, Margins.isotropic(5))),
                    MarginMode.SUB_VOXEL,
                    Optional.empty(),
                    Map.of(),
                    along))
        .hasMessageContaining("along Esophagus")
        .hasMessageContaining("VOXEL_CENTRE");
  }

  @Test
  void aRecipeWithoutTumourAndATumourWithoutMaskAreRefused() {
    assertThatThrownBy(
            () ->
                new TargetVolume.Recipe(
                    List.of(), MarginMode.VOXEL_CENTRE, Optional.empty(), Map.of()))
        .hasMessageContaining("at least one gross tumour");
    List<Contour> crossing =
        List.of(
            Solids.circle(0, 0, 8, 0.5, ContourType.CLOSED_PLANAR),
            Solids.circle(6, 0, 8, 0.5, ContourType.CLOSED_PLANAR));
    Delineation withheld =
        Delineation.of(new Structure(1, "GTVp", crossing), GRID, OverlapRule.ASK);
    for (MarginMode mode : MarginMode.values()) {
      assertThatThrownBy(
              () ->
                  TargetVolume.of(
                      new TargetVolume.Recipe(
                          List.of(new TargetVolume.Part(withheld, Margins.isotropic(5))),
                          mode,
                          Optional.empty(),
                          Map.of())))
          .hasMessageContaining("its mask is withheld");
    }
    assertThatThrownBy(() -> Margin.expandFromContours(withheld, Margins.isotropic(5)))
        .hasMessageContaining("GTVp: its mask is withheld");
  }

  @Test
  void aMaskWithoutContoursIsTakenAlongItsVoxelEdges() {
    Mask square = mask(TUMOUR);
    assertThat(Margin.expand(square, Margins.isotropic(5), MarginMode.VOXEL_CENTRE))
        .isEqualTo(Margin.expand(square, Margins.isotropic(5)));
    assertThat(Margin.expand(square, Margins.isotropic(5), MarginMode.SUB_VOXEL))
        .isEqualTo(Margin.expandFromContours(TUMOUR, Margins.isotropic(5)));
    assertThat(Margin.expand(Mask.empty(GRID), Margins.isotropic(5)).isEmpty()).isTrue();
    assertThat(
            Margin.expand(Mask.empty(GRID), Margins.isotropic(5), MarginMode.SUB_VOXEL).isEmpty())
        .isTrue();
  }

  @Test
  void aReviewedNameIsTakenBeforeTheProposedOne() {
    StructureNames names =
        StructureNames.of(
            Map.of("左 肺", "Lung_L", "Heart whole", "Heart"), Map.of("Windpipe", "Bronchus_Main"));

    assertThat(names.match("左肺"))
        .contains(new StructureNames.Match("左肺", "Lung_L", StructureNames.Status.REVIEWED));
    assertThat(names.match("HEART_WHOLE").orElseThrow().status())
        .isEqualTo(StructureNames.Status.REVIEWED);
    assertThat(names.match("Left lung"))
        .contains(new StructureNames.Match("Left lung", "Lung_L", StructureNames.Status.PROPOSED));
    assertThat(names.match("Lung_L").orElseThrow().status())
        .isEqualTo(StructureNames.Status.STANDARD);
    assertThat(names.match("windpipe"))
        .as("the site's proposal stands before the built-in one")
        .contains(
            new StructureNames.Match("windpipe", "Bronchus_Main", StructureNames.Status.PROPOSED));
    assertThat(names.match("couch")).isEmpty();
  }
}
