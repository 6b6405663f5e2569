package org.lodestar.radiotherapy.contour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.Severity;

/**
 * A structure laid on the slices of an image: its contours by slice, what was found on the way, and
 * its mask.
 *
 * <p>The mask follows the voxel-centre even-odd convention: a voxel is in if its centre is inside
 * (half-open rule), every contour belongs to one slice, holes and islands follow {@link
 * SliceTopology}. Contours that overlap in part give no mask until an {@link OverlapRule} is
 * chosen.
 */
public final class Delineation {
  private final String name;
  private final Grid grid;
  private final List<List<Ring>> slices;
  private final OverlapRule rule;
  private final boolean undecided;
  private final List<Finding> findings;
  private final Mask mask;

  Delineation(
      String name,
      Grid grid,
      List<List<Ring>> slices,
      OverlapRule rule,
      boolean undecided,
      List<Finding> findings) {
    this.name = name;
    this.grid = grid;
    this.slices = slices;
    this.rule = rule;
    this.undecided = undecided;
    this.findings = List.copyOf(findings);
    this.mask = undecided ? Mask.empty(grid) : rasterise();
  }

  /**
   * Lays a structure on a grid.
   *
   * @param structure the contours as drawn
   * @param grid the image
   * @param rule what to do with contours that overlap in part
   */
  public static Delineation of(Structure structure, Grid grid, OverlapRule rule) {
    return new SliceAssignment(structure, grid, rule).delineate();
  }

  public String name() {
    return name;
  }

  public Grid grid() {
    return grid;
  }

  /** What was found: duplicates, holes, gaps, contours off the slices. */
  public List<Finding> findings() {
    return findings;
  }

  /** Whether a finding withholds the mask. */
  public boolean isWithheld() {
    return undecided || findings.stream().anyMatch(f -> f.severity() == Severity.STOP);
  }

  /** The mask; empty while a finding of severity STOP stands. */
  public Optional<Mask> mask() {
    return isWithheld() ? Optional.empty() : Optional.of(mask);
  }

  /**
   * The volume between the contours themselves: polygon area by slice times the slice's thickness,
   * even-odd, in cubic centimetres.
   */
  public double prismVolumeCc() {
    double volumeMm3 = 0;
    for (int k = 0; k < slices.size(); k++) {
      volumeMm3 += areaVoxels(slices.get(k)) * grid.voxelMm3(k);
    }
    return volumeMm3 / 1000;
  }

  private double areaVoxels(List<Ring> rings) {
    double area = 0;
    for (Ring ring : rings) {
      if (rings.stream().anyMatch(other -> other != ring && other.boxMeets(ring))) {
        return coveredArea(rings);
      }
      area += Math.abs(ring.signedArea());
    }
    return area;
  }

  /** The area of rings that may meet, by the rule in force, on pixels split eight by eight. */
  private double coveredArea(List<Ring> rings) {
    int split = 8;
    List<Ring> finer = rings.stream().map(r -> r.scaled(split)).toList();
    ParityFill fill = new ParityFill(grid.columns() * split, grid.rows() * split);
    long[] words = new long[(grid.columns() * split + 63) / 64 * grid.rows() * split];
    fill(fill, finer, words);
    long covered = 0;
    for (long word : words) {
      covered += Long.bitCount(word);
    }
    return (double) covered / (split * split);
  }

  private static int depth(Ring ring, List<Ring> all) {
    int depth = 0;
    for (Ring other : all) {
      if (other != ring
          && other.boxMeets(ring)
          && new EdgeBands(other).sideOf(ring.x(0), ring.y(0)) > 0) {
        depth++;
      }
    }
    return depth;
  }

  /**
   * The contours of one slice as polygons in voxel units (column, row); whole numbers are centres.
   */
  public List<Polygon> polygons(int slice) {
    return slices.get(slice).stream().map(Polygon::new).toList();
  }

  /**
   * The polygons of a slice that belong to a part of the structure which ends there: an outline,
   * with its holes, that covers no voxel of the neighbouring slice.
   *
   * @param slice the slice
   * @param neighbour the slice above or below it; one outside the image ends every part
   */
  public List<Polygon> endingTowards(int slice, int neighbour) {
    List<Ring> rings = slices.get(slice);
    List<Ring> ending = new ArrayList<>();
    for (Ring outline : rings) {
      if (depth(outline, rings) % 2 == 0) {
        List<Ring> part =
            rings.stream().filter(r -> r == outline || holeOf(r, outline, rings)).toList();
        if (!meets(part, neighbour)) {
          ending.addAll(part);
        }
      }
    }
    return ending.stream().map(Polygon::new).toList();
  }

  private static boolean holeOf(Ring ring, Ring outline, List<Ring> all) {
    return depth(ring, all) == depth(outline, all) + 1
        && new EdgeBands(outline).sideOf(ring.x(0), ring.y(0)) > 0;
  }

  private boolean meets(List<Ring> part, int slice) {
    if (slice < 0 || slice >= grid.slices() || mask.sliceIsEmpty(slice)) {
      return false;
    }
    Mask.Builder covered = new Mask.Builder(grid);
    new ParityFill(grid.columns(), grid.rows()).fillParity(part, covered.words(slice));
    return !mask.and(covered.build()).isEmpty();
  }

  /** The voxels of one slice whose centres are inside polygons, even-odd. */
  public static Mask fill(Grid grid, int slice, List<Polygon> polygons) {
    Mask.Builder covered = new Mask.Builder(grid);
    new ParityFill(grid.columns(), grid.rows())
        .fillParity(polygons.stream().map(Polygon::ring).toList(), covered.words(slice));
    return covered.build();
  }

  /**
   * The mask of the same contours on a grid refined in the plane, for sampling below the voxel.
   *
   * @param fine a grid with the same slices, whose columns and rows may be finer
   */
  public Mask maskOn(Grid fine) {
    if (fine.slices() != grid.slices()) {
      throw new IllegalArgumentException(
          "grid of %d slices: must have %d".formatted(fine.slices(), grid.slices()));
    }
    Mask.Builder builder = new Mask.Builder(fine);
    ParityFill fill = new ParityFill(fine.columns(), fine.rows());
    for (int k = 0; k < slices.size(); k++) {
      if (!slices.get(k).isEmpty()) {
        fill(fill, slices.get(k).stream().map(r -> carried(r, fine)).toList(), builder.words(k));
      }
    }
    return builder.build();
  }

  private Ring carried(Ring ring, Grid fine) {
    double[] xs = new double[ring.size()];
    double[] ys = new double[ring.size()];
    for (int i = 0; i < xs.length; i++) {
      Vector point = grid.point(ring.x(i), ring.y(i), 0);
      xs[i] = fine.columnOf(point);
      ys[i] = fine.rowOf(point);
    }
    return new Ring(xs, ys, ring.exclusive());
  }

  private Mask rasterise() {
    Mask.Builder builder = new Mask.Builder(grid);
    ParityFill fill = new ParityFill(grid.columns(), grid.rows());
    for (int k = 0; k < slices.size(); k++) {
      if (!slices.get(k).isEmpty()) {
        fill(fill, slices.get(k), builder.words(k));
      }
    }
    return builder.build();
  }

  private void fill(ParityFill fill, List<Ring> rings, long[] words) {
    if (rule == OverlapRule.UNION
        && rings.size() > 1
        && SliceTopology.classify(rings).partialOverlaps() > 0) {
      fill.fillUnion(rings, words);
    } else {
      fill.fillParity(rings, words);
    }
  }
}
