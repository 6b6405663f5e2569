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
  record Ellipse(double x, double y, double halfX, double halfY) {
    boolean isEmpty() {
      return !(halfX > 0 && halfY > 0);
    }

    boolean holds(double atX, double atY) {
      double dx = (atX - x) / halfX;
      double dy = (atY - y) / halfY;
      return halfX > 0 && dx * dx + dy * dy <= 1;
    }

    /** The same section, wider or narrower all around. */
    Ellipse grown(double mm) {
      return new Ellipse(x, y, halfX + mm, halfY + mm);
    }
  }

  /** A shape: its section at a height. */
  private interface Shape {
    Ellipse at(double z);
  }

  /** Height of the middle of the gross tumour, mm. */
  static final double TUMOUR_Z = 10;

  /** Half the length of the gross tumour, mm. */
  static final double TUMOUR_HALF = 30;

  /** How far behind the middle the spinal cord runs, mm. */
  static final double CORD_Y = 72;

  private static final double OESOPHAGUS_MM = 9;
  private static final double NODE_Z = 28;
  private static final double NODE_FORWARD_MM = 14;

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
    this.nodeX = random.nextDouble(17, 22) * (random.nextBoolean() ? 1 : -1);
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

  Ellipse body(double z) {
    return new Ellipse(0, 0, 165 * size, 110 * size);
  }

  Ellipse lung(double z, int side) {
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

  Ellipse heart(double z) {
    return ellipsoid(z, 20, -40, -45, 48, 42, 45);
  }

  Ellipse liver(double z) {
    return ellipsoid(z, -70, -10, -115, 75, 70, 30);
  }

  Ellipse oesophagus(double z) {
    return new Ellipse(oesophagusX(z), oesophagusY(), OESOPHAGUS_MM, OESOPHAGUS_MM);
  }

  /** The tumour: widest in its middle, narrower towards its ends. */
  Ellipse tumour(double z) {
    double along = Math.abs(z - TUMOUR_Z) / TUMOUR_HALF;
    double r = along > 1 ? 0 : tumourRadius * (1 - 0.3 * Math.pow(along, 4));
    return new Ellipse(oesophagusX(z), oesophagusY(), r, 0.85 * r);
  }

  Ellipse node(double z) {
    return ellipsoid(z, oesophagusX(z) + nodeX, oesophagusY() - NODE_FORWARD_MM, NODE_Z, 9, 8, 9);
  }

  /** How far a point lies from the middle of the node. */
  double nodeDistance(double x, double y, double z) {
    double dx = x - oesophagusX(NODE_Z) - nodeX;
    double dy = y - oesophagusY() + NODE_FORWARD_MM;
    return Math.sqrt(dx * dx + dy * dy + (z - NODE_Z) * (z - NODE_Z));
  }

  private Shape shape(String name) {
    return switch (name) {
      case "BODY" -> this::body;
      case "Lung L" -> z -> lung(z, 1);
      case "Lung R" -> z -> lung(z, -1);
      case "Heart" -> this::heart;
      case "Liver" -> this::liver;
      case "Spinal cord" -> z -> new Ellipse(0, CORD_Y, 6, 6);
      case "Esophagus" -> this::oesophagus;
      case "GTV" -> this::tumour;
      case "GTVnd" -> this::node;
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

  /** Whether a point lies in the body. */
  boolean inBody(double x, double y, double z) {
    return body(z).holds(x, y);
  }
}
