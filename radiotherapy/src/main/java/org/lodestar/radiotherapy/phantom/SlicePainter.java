package org.lodestar.radiotherapy.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Vector;
import org.lodestar.radiotherapy.phantom.Anatomy.Ellipse;

/**
 * Paints the phantom's slices: what has a contour, and what makes the picture readable beside it
 * (bones, airways, vessels). Painted from back to front, then noise. Plausible, nobody's anatomy.
 */
final class SlicePainter {
  private static final int AIR = -1000;
  private static final int FAT = -95;
  private static final int MUSCLE = 45;
  private static final int LUNG = -800;
  private static final int BLOOD = 130;
  private static final int SPONGY_BONE = 220;
  private static final int BONE = 520;
  private static final int NOISE = 14;

  private static final double RIB_STEP_MM = 26;
  private static final double RIB_DROP_MM = 46;
  private static final double RIB_RADIUS_MM = 4.5;
  private static final double VERTEBRA_MM = 24;
  private static final double CARINA_Z = 42;
  private static final int BRANCHES = 84;

  private final Grid grid;
  private final Anatomy anatomy;
  private final long seed;
  private final List<Bead> vessels = new ArrayList<>();
  private final short[] canvas;

  /** A short stretch of a vessel of the lung. */
  private record Bead(double x, double y, double z, double radius) {}

  SlicePainter(Grid grid, Anatomy anatomy, long seed) {
    this.grid = grid;
    this.anatomy = anatomy;
    this.seed = seed;
    this.canvas = new short[grid.columns() * grid.rows()];
    SplittableRandom random = new SplittableRandom(seed * 31 + 7);
    for (int branch = 0; branch < BRANCHES; branch++) {
      grow(random, branch % 2 == 0 ? 1 : -1);
    }
  }

  /** A vessel from the root of a lung outwards, thinner as it goes. */
  private void grow(SplittableRandom random, int side) {
    double x = side * 42;
    double y = 6;
    double z = 12;
    double toX = side * random.nextDouble(70, 135);
    double toY = random.nextDouble(-65, 75);
    double toZ = random.nextDouble(-95, 90);
    double bend = random.nextDouble(-18, 18);
    int beads = 90;
    for (int i = 0; i <= beads; i++) {
      double t = (double) i / beads;
      double aside = bend * Math.sin(Math.PI * t);
      vessels.add(
          new Bead(
              x + t * (toX - x),
              y + t * (toY - y) + aside,
              z + t * (toZ - z) - aside,
              3.4 * (1 - 0.75 * t)));
    }
  }

  /** Hounsfield units of one slice, row by row; the same array is used again. */
  short[] slice(int slice) {
    double z = grid.sliceMm(slice);
    java.util.Arrays.fill(canvas, (short) AIR);
    paint(anatomy.body(z), FAT);
    paint(anatomy.body(z).grown(-9), MUSCLE);
    paint(new Ellipse(0, -2, 50, 68), FAT + 15);
    lungs(z);
    bones(z);
    heartAndVessels(z);
    airways(z);
    paint(anatomy.liver(z), 62);
    paint(anatomy.oesophagus(z), 38);
    paint(anatomy.node(z), 42);
    paint(anatomy.tumour(z), 52);
    Ellipse tube = anatomy.oesophagus(z);
    paint(new Ellipse(tube.x() + 1, tube.y() - 1, 1.8, 1.8), -350);
    noise(slice);
    return canvas;
  }

  private void lungs(double z) {
    paint(anatomy.lung(z, 1), LUNG);
    paint(anatomy.lung(z, -1), LUNG);
    for (Bead bead : vessels) {
      double off = bead.z - z;
      double r = Math.sqrt(Math.max(0, bead.radius * bead.radius - off * off / 2));
      Ellipse lung = anatomy.lung(z, bead.x > 0 ? 1 : -1);
      if (r > 0.6 && !lung.isEmpty() && lung.grown(-4).holds(bead.x, bead.y)) {
        paint(new Ellipse(bead.x, bead.y, r, r), 10);
      }
    }
  }

  private void bones(double z) {
    ribs(z);
    if (z > -70) {
      Ellipse body = anatomy.body(z);
      bone(new Ellipse(0, -body.halfY() + 17, 17, 5.5));
    }
    double along = Math.floorMod(Math.round(z * 10), Math.round(VERTEBRA_MM * 10)) / 10.0;
    Ellipse vertebra = new Ellipse(0, 51, 17, 13);
    if (along < 4) {
      paint(vertebra.grown(-1), 85);
    } else {
      bone(vertebra);
    }
    bone(new Ellipse(-13, 69, 5, 8));
    bone(new Ellipse(13, 69, 5, 8));
    bone(new Ellipse(0, 83, 13, 4));
    if (along > 7 && along < 18) {
      bone(new Ellipse(0, 92, 3.5, 10));
      bone(new Ellipse(-25, 76, 13, 4));
      bone(new Ellipse(25, 76, 13, 4));
    }
    paint(new Ellipse(0, Anatomy.CORD_Y, 9, 8), 12);
    paint(new Ellipse(0, Anatomy.CORD_Y, 6, 6), 36);
  }

  /** Ribs run from the spine forwards and down, outside the lungs. */
  private void ribs(double z) {
    Ellipse body = anatomy.body(z);
    for (int degrees = -62; degrees <= 86; degrees++) {
      double angle = Math.toRadians(degrees);
      double drop = RIB_DROP_MM * (1 - Math.sin(angle)) / 2;
      double along =
          Math.floorMod(Math.round((z + drop) * 10), Math.round(RIB_STEP_MM * 10)) / 10.0;
      double off = Math.min(along, RIB_STEP_MM - along);
      if (off < RIB_RADIUS_MM) {
        double r = Math.sqrt(RIB_RADIUS_MM * RIB_RADIUS_MM - off * off);
        double x = (body.halfX() - 20) * Math.cos(angle);
        double y = (body.halfY() - 19) * Math.sin(angle);
        paint(new Ellipse(x, y, r, r), BONE);
        paint(new Ellipse(-x, y, r, r), BONE);
      }
    }
  }

  private void heartAndVessels(double z) {
    paint(anatomy.heart(z), 70);
    Ellipse heart = anatomy.heart(z);
    if (!heart.isEmpty()) {
      paint(
          new Ellipse(heart.x() + 12, heart.y() + 2, heart.halfX() * 0.5, heart.halfY() * 0.55),
          BLOOD);
      paint(
          new Ellipse(heart.x() - 20, heart.y(), heart.halfX() * 0.4, heart.halfY() * 0.5),
          BLOOD - 10);
    }
    paint(new Ellipse(26, 41, 11, 11), z < 66 ? BLOOD : MUSCLE);
    if (z > -6 && z < 66) {
      paint(new Ellipse(-16, -32, 15, 15), BLOOD);
      paint(new Ellipse(12, -38, 13, 12), BLOOD - 10);
    }
    if (z > 58 && z < 78) {
      double share = (z - 58) / 20;
      paint(new Ellipse(4, 2, 32 - 6 * share, 13), BLOOD);
    }
    paint(new Ellipse(-34, -28, 8, 9), z > -6 ? BLOOD : MUSCLE);
  }

  private void airways(double z) {
    if (z > CARINA_Z) {
      paint(new Ellipse(anatomy.oesophagusX(z) - 3, -3, 9.5, 9), 60);
      paint(new Ellipse(anatomy.oesophagusX(z) - 3, -3, 8, 7.5), -980);
      return;
    }
    double aside = (CARINA_Z - z) * 1.15;
    if (aside < 46) {
      for (int side : new int[] {-1, 1}) {
        double x = anatomy.oesophagusX(z) - 3 + side * (6 + aside);
        paint(new Ellipse(x, -2, 9, 7), 60);
        paint(new Ellipse(x, -2, 7.5, 5.5), -980);
      }
    }
  }

  private void bone(Ellipse outer) {
    paint(outer, BONE);
    paint(outer.grown(-2.2), SPONGY_BONE);
  }

  private void paint(Ellipse e, int hounsfield) {
    if (e.isEmpty()) {
      return;
    }
    Vector low = new Vector(e.x() - e.halfX(), e.y() - e.halfY(), 0);
    Vector high = new Vector(e.x() + e.halfX(), e.y() + e.halfY(), 0);
    int top = Math.max(0, (int) Math.ceil(grid.rowOf(low)));
    int bottom = Math.min(grid.rows() - 1, (int) Math.floor(grid.rowOf(high)));
    for (int row = top; row <= bottom; row++) {
      double dy = (grid.point(0, row, 0).y() - e.y()) / e.halfY();
      double half = e.halfX() * Math.sqrt(Math.max(0, 1 - dy * dy));
      int left = (int) Math.ceil(grid.columnOf(new Vector(e.x() - half, 0, 0)));
      int right = (int) Math.floor(grid.columnOf(new Vector(e.x() + half, 0, 0)));
      for (int column = Math.max(0, left);
          column <= Math.min(grid.columns() - 1, right);
          column++) {
        canvas[row * grid.columns() + column] = (short) hounsfield;
      }
    }
  }

  private void noise(int slice) {
    SplittableRandom noise = new SplittableRandom(seed * 1000 + slice);
    for (int i = 0; i < canvas.length; i++) {
      if (canvas[i] > AIR) {
        canvas[i] += (short) (noise.nextInt(-NOISE, NOISE + 1) + noise.nextInt(-NOISE, NOISE + 1));
      }
    }
  }
}
