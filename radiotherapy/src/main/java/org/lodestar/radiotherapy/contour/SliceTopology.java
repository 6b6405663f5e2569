package org.lodestar.radiotherapy.contour;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the closed contours of one slice lie to each other.
 *
 * <p>An exact duplicate is dropped; a contour inside another is a hole (inside a hole, an island);
 * contours apart are islands; contours that overlap in part are counted, and nothing is decided.
 * After duplicates are gone, and without partial overlap, filling by parity gives exactly that.
 *
 * @param rings the rings kept, in file order
 * @param duplicates exact copies dropped
 * @param nested rings that lie inside another
 * @param partialOverlaps pairs that overlap in part and are not combined by their XOR type
 * @param keyholes rings that run to and fro along one line
 * @param selfCrossings rings that cross themselves
 * @param exclusives rings typed CLOSEDPLANAR_XOR
 */
record SliceTopology(
    List<Ring> rings,
    int duplicates,
    int nested,
    int partialOverlaps,
    int keyholes,
    int selfCrossings,
    int exclusives) {

  private enum Relation {
    APART,
    NESTED,
    PARTIAL
  }

  static SliceTopology classify(List<Ring> drawn) {
    List<Ring> rings = withoutDuplicates(drawn);
    List<EdgeBands> bands = rings.stream().map(EdgeBands::new).toList();
    int nested = 0;
    int partial = 0;
    int exclusives = (int) rings.stream().filter(Ring::exclusive).count();
    for (int i = 0; i < rings.size(); i++) {
      boolean inside = false;
      for (int j = 0; j < rings.size(); j++) {
        if (i == j || !rings.get(i).boxMeets(rings.get(j))) {
          continue;
        }
        Relation relation = relation(rings.get(i), bands.get(i), rings.get(j), bands.get(j));
        inside |= relation == Relation.NESTED;
        if (relation == Relation.PARTIAL && i < j && exclusives == 0) {
          partial++;
        }
      }
      nested += inside ? 1 : 0;
    }
    return new SliceTopology(
        List.copyOf(rings),
        drawn.size() - rings.size(),
        nested,
        partial,
        (int) rings.stream().filter(SliceTopology::isKeyhole).count(),
        selfCrossings(rings, bands),
        exclusives);
  }

  private static List<Ring> withoutDuplicates(List<Ring> drawn) {
    List<Ring> kept = new ArrayList<>();
    for (Ring ring : drawn) {
      if (kept.stream().noneMatch(ring::sameAs)) {
        kept.add(ring);
      }
    }
    return kept;
  }

  private static int selfCrossings(List<Ring> rings, List<EdgeBands> bands) {
    int crossings = 0;
    for (int i = 0; i < rings.size(); i++) {
      crossings += bands.get(i).crossedBy(rings.get(i)) ? 1 : 0;
    }
    return crossings;
  }

  /** How the first ring lies to the second: NESTED means inside it. */
  private static Relation relation(Ring a, EdgeBands aBands, Ring b, EdgeBands bBands) {
    int aInB = sides(a, bBands);
    int bInA = sides(b, aBands);
    boolean straddles = aInB == (INSIDE | OUTSIDE) || bInA == (INSIDE | OUTSIDE);
    if (straddles || aBands.crossedBy(b)) {
      return Relation.PARTIAL;
    }
    if (aInB == INSIDE) {
      return Relation.NESTED;
    }
    return aInB == 0 && bInA == 0 ? Relation.PARTIAL : Relation.APART;
  }

  private static final int INSIDE = 1;
  private static final int OUTSIDE = 2;

  /**
   * On which sides of the other ring the corners and the middles of the edges lie: middles too,
   * since rings that share edges may overlap without any corner telling.
   */
  private static int sides(Ring ring, EdgeBands other) {
    int sides = 0;
    for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      sides |= side(other, ring.x(i), ring.y(i));
      sides |= side(other, (ring.x(i) + ring.x(j)) / 2, (ring.y(i) + ring.y(j)) / 2);
      if (sides == (INSIDE | OUTSIDE)) {
        break;
      }
    }
    return sides;
  }

  private static int side(EdgeBands other, double x, double y) {
    int side = other.sideOf(x, y);
    return side > 0 ? INSIDE : side < 0 ? OUTSIDE : 0;
  }

  private record Edge(double ax, double ay, double bx, double by) {}

  private static boolean isKeyhole(Ring ring) {
    Set<Edge> seen = new HashSet<>();
    for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      if (ring.x(i) == ring.x(j) && ring.y(i) == ring.y(j)) {
        continue;
      }
      if (seen.contains(new Edge(ring.x(i), ring.y(i), ring.x(j), ring.y(j)))) {
        return true;
      }
      seen.add(new Edge(ring.x(j), ring.y(j), ring.x(i), ring.y(i)));
    }
    return false;
  }
}
