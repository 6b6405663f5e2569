package org.lodestar.radiotherapy.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lodestar.radiotherapy.contour.Contour;
import org.lodestar.radiotherapy.contour.ContourType;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Structure;

/** The shapes of the phantom: ellipses by slice whose sizes and places a seed varies a little. */
final class Anatomy {
  private static final int CORNERS = 72;

  /** Centre and half-axes of a section; no section where a half-axis is not above 0. */
  private record Ellipse(double x, double y, double halfX, double halfY) {}

  /** A shape: its section at a height. */
  private interface Shape {
    Ellipse at(double z);
  }

  /** Height of the middle of the gross tumour, mm. */
  static final double TUMOUR_Z = 10;

  /** Half the length of the gross tumour, mm. */
  static final double TUMOUR_HALF = 30;

  private final Grid grid;
  private final double sway;
  private final double tumourRadius;
  private final double nodeX;
  private final double size;

  Anatomy(Grid grid, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    this.grid = grid;
    this.sway = random.nextDouble(4, 9);
    this.tumourRadius = random.nextDouble(12, 16);
    this.nodeX = random.nextDouble(-8, 8);
    this.size = random.nextDouble(0.95, 1.05);
  }

  /** Where the oesophagus runs at a height. */
  double oesophagusX(double z) {
    return sway * Math.sin(z / 70);
  }

  /** How far behind the middle the oesophagus runs. */
  double oesophagusY() {
    return 20;
  }

  private Ellipse body(double z) {
    return new Ellipse(0, 0, 165 * size, 110 * size);
  }

  private Ellipse lung(double z, int side) {
    double open = 1 - Math.pow((z - 10) / 125, 2);
    double share = open <= 0 ? 0 : Math.sqrt(open);
    return new Ellipse(side * 88 * size, 5, 52 * share * size, 78 * share * size);
  }

  private Ellipse ellipsoid(
      double z, double x, double y, double zMid, double a, double b, double c) {
    double open = 1 - Math.pow((z - zMid) / c, 2);
    double share = open <= 0 ? 0 : Math.sqrt(open);
    return new Ellipse(x, y, a * share, b * share);
  }

  private Ellipse tube(double z, double radius, double from, double to) {
    double r = z >= from && z <= to ? radius : 0;
    return new Ellipse(oesophagusX(z), oesophagusY(), r, r);
  }

  private Shape shape(String name) {
    return switch (name) {
      case "BODY" -> this::body;
      case "Lung L" -> z -> lung(z, 1);
      case "Lung R" -> z -> lung(z, -1);
      case "Heart" -> z -> ellipsoid(z, 20, -40, -45, 48, 42, 45);
      case "Liver" -> z -> ellipsoid(z, -70, -10, -115, 75, 70, 30);
      case "Spinal cord" -> z -> new Ellipse(0, 72, 6, 6);
      case "Esophagus" -> z -> tube(z, 9, -1000, 1000);
      case "GTV" -> z -> tube(z, tumourRadius, TUMOUR_Z - TUMOUR_HALF, TUMOUR_Z + TUMOUR_HALF);
      case "GTVnd" -> z -> ellipsoid(z, oesophagusX(60) + nodeX, oesophagusY() - 6, 60, 8, 8, 8);
      default -> throw new IllegalArgumentException("structure '" + name + "': unknown");
    };
  }

  /** A structure as contours. */
  Structure structure(int number, String name) {
    Shape shape = shape(name);
    List<Contour> contours = new ArrayList<>();
    for (double z : grid.slicesMm()) {
      Ellipse section = shape.at(z);
      if (section.halfX > 0.5 && section.halfY > 0.5) {
        contours.add(contour(section, z));
      }
    }
    return new Structure(number, name, contours);
  }

  private static Contour contour(Ellipse e, double z) {
    double[] xyz = new double[3 * CORNERS];
    for (int i = 0; i < CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      xyz[3 * i] = round(e.x + e.halfX * Math.cos(angle));
      xyz[3 * i + 1] = round(e.y + e.halfY * Math.sin(angle));
      xyz[3 * i + 2] = z;
    }
    return new Contour(ContourType.CLOSED_PLANAR, xyz);
  }

  private static double round(double mm) {
    return Math.rint(mm * 100) / 100;
  }

  /** Hounsfield units at a point. */
  int hounsfield(double x, double y, double z) {
    if (!holds(body(z), x, y)) {
      return -1000;
    }
    if (holds(lung(z, 1), x, y) || holds(lung(z, -1), x, y)) {
      return -750;
    }
    if (holds(ellipsoid(z, 20, -40, -45, 48, 42, 45), x, y)) {
      return 50;
    }
    if (Math.hypot(x, y - 72) < 14) {
      return Math.hypot(x, y - 72) < 7 ? 30 : 400;
    }
    return holds(tube(z, tumourRadius, TUMOUR_Z - TUMOUR_HALF, TUMOUR_Z + TUMOUR_HALF), x, y)
        ? 45
        : 20;
  }

  /** Whether a point lies in the body. */
  boolean inBody(double x, double y, double z) {
    return holds(body(z), x, y);
  }

  private static boolean holds(Ellipse e, double x, double y) {
    return e.halfX > 0 && Math.pow((x - e.x) / e.halfX, 2) + Math.pow((y - e.y) / e.halfY, 2) <= 1;
  }
}
