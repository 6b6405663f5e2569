package org.lodestar.radiotherapy.contour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lodestar.radiotherapy.finding.FindingCode;

class DelineationTest {
  private static final Grid GRID = Grid.axial(60, 60, 5, new Vector(-29.5, -29.5, -6), 1, 3);

  private static Delineation draw(OverlapRule rule, Contour... contours) {
    return Delineation.of(new Structure(1, "organ", List.of(contours)), GRID, rule);
  }

  private static List<FindingCode> codes(Delineation drawn) {
    return drawn.findings().stream().map(f -> f.code()).toList();
  }

  private static Contour disc(double radius, ContourType type) {
    return Solids.circle(0.3, 0.2, radius, 0, type);
  }

  @Test
  void aRectangleCoversTheVoxelCentresInsideItHalfOpen() {
    Delineation drawn = draw(OverlapRule.ASK, Solids.rectangle(-2.5, -1.5, 2.5, 1.5, 0));
    assertThat(drawn.mask().orElseThrow().count()).isEqualTo(15);
    assertThat(drawn.prismVolumeCc()).isCloseTo(0.045, within(1e-12));
    assertThat(drawn.findings()).isEmpty();
  }

  @Test
  void aDuplicateIsDroppedWhereverItBeginsAndWhicheverWayItRuns() {
    Contour once = new Contour(ContourType.CLOSED_PLANAR, new double[] {0, 0, 0, 9, 0, 0, 9, 7, 0});
    Contour turned =
        new Contour(ContourType.CLOSED_PLANAR, new double[] {9, 7, 0, 9, 0, 0, 0, 0, 0});
    Contour begun =
        new Contour(ContourType.CLOSED_PLANAR, new double[] {9, 7, 0, 0, 0, 0, 9, 0, 0});
    Delineation drawn = draw(OverlapRule.ASK, once, turned, begun);
    assertThat(drawn.mask()).isEqualTo(draw(OverlapRule.ASK, once).mask());
    assertThat(drawn.findings()).hasSize(1);
    assertThat(drawn.findings().getFirst().text()).isEqualTo("DUPLICATE_CONTOUR [organ] 2");
  }

  @Test
  void nestedKeyholeAndXorFormsOfOneRingGiveOneMask() {
    Contour outer = disc(20, ContourType.CLOSED_PLANAR);
    Contour inner = disc(9, ContourType.CLOSED_PLANAR);
    Delineation nested = draw(OverlapRule.ASK, outer, inner);
    Delineation xor =
        draw(
            OverlapRule.ASK,
            disc(20, ContourType.CLOSEDPLANAR_XOR),
            disc(9, ContourType.CLOSEDPLANAR_XOR));
    Delineation keyhole = draw(OverlapRule.ASK, keyhole(outer, inner));
    assertThat(nested.mask()).isPresent().isEqualTo(xor.mask()).isEqualTo(keyhole.mask());
    assertThat(codes(nested)).containsExactly(FindingCode.NESTED_CONTOUR);
    assertThat(codes(xor)).contains(FindingCode.XOR_CONTOUR);
    assertThat(codes(keyhole)).containsExactly(FindingCode.KEYHOLE_CONTOUR);
    double area = Math.PI * (400 - 81);
    assertThat(nested.mask().orElseThrow().count()).isCloseTo((long) area, within(15L));
    assertThat(nested.prismVolumeCc()).isCloseTo(area * 3 / 1000, within(0.01));
  }

  private static Contour keyhole(Contour outer, Contour inner) {
    List<Vector> points = new ArrayList<>();
    for (int i = 0; i <= outer.size(); i++) {
      points.add(outer.point(i % outer.size()));
    }
    for (int i = inner.size(); i >= 0; i--) {
      points.add(inner.point(i % inner.size()));
    }
    double[] xyz =
        points.stream()
            .flatMapToDouble(p -> Arrays.stream(new double[] {p.x(), p.y(), p.z()}))
            .toArray();
    return new Contour(ContourType.CLOSED_PLANAR, xyz);
  }

  @Test
  void anIslandInAHoleIsFilled() {
    Delineation drawn =
        draw(
            OverlapRule.ASK,
            disc(20, ContourType.CLOSED_PLANAR),
            disc(12, ContourType.CLOSED_PLANAR),
            disc(5, ContourType.CLOSED_PLANAR));
    assertThat(drawn.mask().orElseThrow().get(29, 29, 2)).isTrue();
    assertThat(drawn.mask().orElseThrow().get(38, 29, 2)).isFalse();
    assertThat(drawn.mask().orElseThrow().get(45, 29, 2)).isTrue();
  }

  @Test
  void partialOverlapStopsUntilSomeoneChooses() {
    Contour a = Solids.rectangle(-10.5, -5.5, 4.5, 5.5, 0);
    Contour b = Solids.rectangle(-4.5, -5.5, 10.5, 5.5, 0);
    Delineation asked = draw(OverlapRule.ASK, a, b);
    assertThat(asked.mask()).isEmpty();
    assertThat(codes(asked)).containsExactly(FindingCode.PARTIAL_OVERLAP);
    Delineation union = draw(OverlapRule.UNION, a, b);
    assertThat(union.mask().orElseThrow().count()).isEqualTo(21 * 11);
    assertThat(union.prismVolumeCc()).isCloseTo(21 * 11 * 3 / 1000.0, within(0.02));
    Delineation exclusion = draw(OverlapRule.EXCLUSION, a, b);
    assertThat(exclusion.mask().orElseThrow().count()).isEqualTo(12 * 11);
    assertThat(codes(exclusion)).containsExactly(FindingCode.OVERLAP_RULE_CHOSEN);
  }

  @Test
  void contoursThatTouchAlongAnEdgeDoNotOverlap() {
    Delineation drawn =
        draw(
            OverlapRule.ASK, Solids.rectangle(-10, -5, 0, 5, 0), Solids.rectangle(0, -5, 10, 5, 0));
    assertThat(drawn.mask().orElseThrow().count()).isEqualTo(200);
  }

  @Test
  void aContourBetweenSlicesGoesToTheNearestAndIsReported() {
    Delineation drawn = draw(OverlapRule.ASK, Solids.rectangle(-3, -3, 3, 3, 1.2));
    assertThat(drawn.mask().orElseThrow().count(2)).isEqualTo(36);
    assertThat(drawn.findings().getFirst().text()).isEqualTo("CONTOUR_OFF_SLICE [organ] 1; 1.20");
  }

  @Test
  void contoursOfTwoPlanesOnOneSliceStop() {
    Delineation drawn =
        draw(OverlapRule.ASK, Solids.rectangle(-3, -3, 3, 3, 0), Solids.rectangle(-4, -4, 4, 4, 1));
    assertThat(drawn.mask()).isEmpty();
    assertThat(codes(drawn)).contains(FindingCode.CONTOURS_SHARE_SLICE);
  }

  @Test
  void gapsContoursBeyondTheImageAndPointsAreFindings() {
    Delineation drawn =
        draw(
            OverlapRule.ASK,
            Solids.rectangle(-3, -3, 3, 3, -6),
            Solids.rectangle(-3, -3, 3, 3, 6),
            Solids.rectangle(-3, -3, 3, 3, 40),
            new Contour(ContourType.POINT, new double[] {0, 0, 0}),
            new Contour(ContourType.CLOSED_PLANAR, new double[] {0, 0, 0, 1, 1, 0}),
            Solids.rectangle(-50, -3, 3, 3, 6.05));
    assertThat(codes(drawn))
        .contains(
            FindingCode.SLICE_GAP,
            FindingCode.CONTOUR_OUTSIDE_IMAGE,
            FindingCode.OPEN_CONTOUR,
            FindingCode.DEGENERATE_CONTOUR,
            FindingCode.CONTOUR_CLIPPED);
    assertThat(drawn.findings())
        .anyMatch(f -> f.code() == FindingCode.SLICE_GAP && f.values().getFirst().equals("3"));
  }

  @Test
  void anObliqueContourGivesNoMask() {
    Contour tilted =
        new Contour(ContourType.CLOSED_PLANAR, new double[] {0, 0, 0, 9, 0, 2, 9, 9, 0});
    assertThat(codes(draw(OverlapRule.ASK, tilted))).contains(FindingCode.CONTOUR_NOT_IN_PLANE);
    assertThat(draw(OverlapRule.ASK, tilted).mask()).isEmpty();
  }

  @Test
  void aBowTieIsFilledByParityAndReported() {
    Contour bow =
        new Contour(
            ContourType.CLOSED_PLANAR, new double[] {-9, -9, 0, 9, 9, 0, 9, -9, 0, -9, 9, 0});
    assertThat(codes(draw(OverlapRule.ASK, bow)))
        .containsExactly(FindingCode.SELF_CROSSING_CONTOUR);
  }

  @Test
  void masksGoToContoursAndBackBitForBit() {
    Random random = new Random(3);
    for (int trial = 0; trial < 40; trial++) {
      Mask.Builder builder = new Mask.Builder(GRID);
      int voxels = 1 + random.nextInt(1500);
      for (int n = 0; n < voxels; n++) {
        builder.set(random.nextInt(60), random.nextInt(60), random.nextInt(5));
      }
      Mask mask = builder.build();
      Structure traced = new Structure(1, "traced", MaskContours.trace(mask));
      Delineation drawn = Delineation.of(traced, GRID, OverlapRule.ASK);
      assertThat(drawn.mask()).contains(mask);
      assertThat(drawn.prismVolumeCc()).isCloseTo(mask.volumeCc(), within(1e-9));
    }
  }

  @Test
  void turningThePatientLeavesTheVolume() {
    Structure organ =
        new Structure(
            1,
            "organ",
            List.of(
                Solids.rectangle(-12.5, -4.5, 3.5, 9.5, -3),
                Solids.rectangle(-12.5, -4.5, 3.5, 9.5, 0)));
    double[] positive = {-6, -3, 0, 3, 6};
    for (ImageAxes axes :
        List.of(
            ImageAxes.HEAD_FIRST_SUPINE,
            ImageAxes.HEAD_FIRST_PRONE,
            ImageAxes.FEET_FIRST_SUPINE,
            ImageAxes.FEET_FIRST_PRONE)) {
      Vector corner = axes.row().times(-29.5).plus(axes.column().times(-29.5));
      Grid turned = new Grid(60, 60, 1, 1, axes, corner, positive);
      Mask mask = Delineation.of(organ, turned, OverlapRule.ASK).mask().orElseThrow();
      assertThat(mask.count()).isEqualTo(2 * 16 * 14);
    }
  }

  @Test
  void runsAndMembersOfAMaskAreFoundAcrossWords() {
    Grid wide = Grid.axial(200, 2, 1, new Vector(0, 0, 0), 1, 1);
    Mask mask =
        new Mask.Builder(wide).setRun(3, 5, 0, 0).setRun(60, 140, 0, 0).set(199, 1, 0).build();
    assertThat(mask.count()).isEqualTo(83);
    assertThat(mask.nextMember(0, 0, 0)).isEqualTo(3);
    assertThat(mask.nextOther(3, 0, 0)).isEqualTo(5);
    assertThat(mask.nextMember(5, 0, 0)).isEqualTo(60);
    assertThat(mask.nextOther(60, 0, 0)).isEqualTo(140);
    assertThat(mask.nextMember(140, 0, 0)).isEqualTo(-1);
    assertThat(mask.nextOther(199, 1, 0)).isEqualTo(200);
    assertThat(mask.lastMember(0, 0)).isEqualTo(139);
    assertThat(mask.bounds()).contains(new Box(3, 199, 0, 1, 0, 0));
    assertThat(MaskComparison.of(mask, Mask.empty(wide)).dice()).isZero();
    assertThat(MaskComparison.of(mask, mask).dice()).isEqualTo(1);
  }
}
