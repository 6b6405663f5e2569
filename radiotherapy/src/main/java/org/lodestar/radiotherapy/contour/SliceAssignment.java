package org.lodestar.radiotherapy.contour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;

/** Matches a structure's contours to the slices of an image, by real position. */
final class SliceAssignment {
  /** A contour this near to a slice lies on it. */
  private static final double ON_SLICE_MM = 0.1;

  /** A contour's points may leave its plane by this much. */
  private static final double FLAT_MM = 0.2;

  private final Structure structure;
  private final Grid grid;
  private final OverlapRule rule;
  private final List<Finding> findings = new ArrayList<>();
  private final List<List<Ring>> slices = new ArrayList<>();
  private final double[] planeMm;

  private int openContours;
  private int degenerate;
  private int offSlice;
  private double farthestMm;
  private int outside;
  private int notFlat;
  private int clipped;
  private int shared;

  SliceAssignment(Structure structure, Grid grid, OverlapRule rule) {
    this.structure = structure;
    this.grid = grid;
    this.rule = rule;
    this.planeMm = new double[grid.slices()];
    for (int k = 0; k < grid.slices(); k++) {
      slices.add(new ArrayList<>());
    }
  }

  Delineation delineate() {
    structure.contours().forEach(this::assign);
    reportAssignment();
    boolean undecided = classifySlices();
    reportGaps();
    return new Delineation(structure.name(), grid, List.copyOf(slices), rule, undecided, findings);
  }

  private void assign(Contour contour) {
    if (!contour.type().closed()) {
      openContours++;
      return;
    }
    if (contour.size() < 3) {
      degenerate++;
      return;
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    Vector normal = grid.axes().normal();
    double[] xs = new double[contour.size()];
    double[] ys = new double[contour.size()];
    for (int i = 0; i < contour.size(); i++) {
      Vector point = contour.point(i);
      double at = point.dot(normal);
      low = Math.min(low, at);
      high = Math.max(high, at);
      xs[i] = grid.columnOf(point);
      ys[i] = grid.rowOf(point);
    }
    if (!(high - low <= FLAT_MM)) {
      notFlat++;
      return;
    }
    place(new Ring(xs, ys, contour.type() == ContourType.CLOSEDPLANAR_XOR), (low + high) / 2);
  }

  private void place(Ring ring, double positionMm) {
    int slice = grid.nearestSlice(positionMm);
    double offMm = Math.abs(positionMm - grid.sliceMm(slice));
    if (offMm > grid.thicknessMm(slice) / 2 + ON_SLICE_MM) {
      outside++;
      return;
    }
    if (offMm > ON_SLICE_MM) {
      offSlice++;
      farthestMm = Math.max(farthestMm, offMm);
    }
    if (!slices.get(slice).isEmpty() && Math.abs(planeMm[slice] - positionMm) > ON_SLICE_MM) {
      shared++;
    }
    planeMm[slice] = positionMm;
    if (ring.minX() < -0.5
        || ring.minY() < -0.5
        || ring.maxX() > grid.columns() - 0.5
        || ring.maxY() > grid.rows() - 0.5) {
      clipped++;
    }
    slices.get(slice).add(ring);
  }

  private boolean classifySlices() {
    int duplicates = 0;
    int nested = 0;
    int keyholes = 0;
    int crossings = 0;
    int exclusives = 0;
    List<Integer> overlaps = new ArrayList<>();
    for (int k = 0; k < slices.size(); k++) {
      if (slices.get(k).isEmpty()) {
        continue;
      }
      SliceTopology topology = SliceTopology.classify(slices.get(k));
      slices.set(k, topology.rings());
      duplicates += topology.duplicates();
      nested += topology.nested();
      keyholes += topology.keyholes();
      crossings += topology.selfCrossings();
      exclusives += topology.exclusives();
      if (topology.partialOverlaps() > 0) {
        overlaps.add(k);
      }
    }
    report(FindingCode.DUPLICATE_CONTOUR, duplicates);
    report(FindingCode.NESTED_CONTOUR, nested);
    report(FindingCode.KEYHOLE_CONTOUR, keyholes);
    report(FindingCode.SELF_CROSSING_CONTOUR, crossings);
    report(FindingCode.XOR_CONTOUR, exclusives);
    return reportOverlaps(overlaps);
  }

  private boolean reportOverlaps(List<Integer> overlaps) {
    if (overlaps.isEmpty()) {
      return false;
    }
    boolean ask = rule == OverlapRule.ASK;
    add(
        ask ? FindingCode.PARTIAL_OVERLAP : FindingCode.OVERLAP_RULE_CHOSEN,
        ask ? new String[] {positions(overlaps)} : new String[] {positions(overlaps), rule.name()});
    return ask;
  }

  private void reportAssignment() {
    report(FindingCode.OPEN_CONTOUR, openContours);
    report(FindingCode.DEGENERATE_CONTOUR, degenerate);
    report(FindingCode.CONTOUR_NOT_IN_PLANE, notFlat);
    report(FindingCode.CONTOUR_OUTSIDE_IMAGE, outside);
    report(FindingCode.CONTOUR_CLIPPED, clipped);
    report(FindingCode.CONTOURS_SHARE_SLICE, shared);
    report(FindingCode.CONTOUR_OFF_SLICE, offSlice, String.format(Locale.ROOT, "%.2f", farthestMm));
    if (slices.stream().allMatch(List::isEmpty)) {
      add(FindingCode.EMPTY_STRUCTURE);
    }
  }

  private void reportGaps() {
    int first = 0;
    int last = slices.size() - 1;
    while (first <= last && slices.get(first).isEmpty()) {
      first++;
    }
    while (last > first && slices.get(last).isEmpty()) {
      last--;
    }
    List<Integer> gaps = new ArrayList<>();
    for (int k = first; k <= last; k++) {
      if (slices.get(k).isEmpty()) {
        gaps.add(k);
      }
    }
    if (!gaps.isEmpty()) {
      add(FindingCode.SLICE_GAP, Integer.toString(gaps.size()), positions(gaps));
    }
  }

  private String positions(List<Integer> at) {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < Math.min(5, at.size()); n++) {
      text.append(n == 0 ? "" : ", ")
          .append(String.format(Locale.ROOT, "%.1f", grid.sliceMm(at.get(n))));
    }
    return text.append(at.size() > 5 ? ", ... mm" : " mm").toString();
  }

  private void report(FindingCode code, int count, String... more) {
    if (count > 0) {
      List<String> values = new ArrayList<>(List.of(Integer.toString(count)));
      values.addAll(List.of(more));
      findings.add(new Finding(code, structure.name(), values));
    }
  }

  private void add(FindingCode code, String... values) {
    findings.add(new Finding(code, structure.name(), values));
  }
}
