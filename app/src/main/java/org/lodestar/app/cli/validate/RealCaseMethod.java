package org.lodestar.app.cli.validate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.radiotherapy.contour.Contour;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.contour.Polygon;
import org.lodestar.radiotherapy.contour.Structure;
import org.lodestar.radiotherapy.dicom.DicomException;
import org.lodestar.radiotherapy.dicom.rt.RtCase;
import org.lodestar.radiotherapy.dicom.rt.RtCaseReader;
import org.lodestar.radiotherapy.dose.DoseGrid;
import org.lodestar.radiotherapy.dose.Dvh;
import org.lodestar.radiotherapy.dose.Supersampling;
import org.lodestar.radiotherapy.margin.Margin;
import org.lodestar.radiotherapy.margin.Margins;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Masks, volumes, expansions and histograms of a real case, read from the folder of DICOM files and
 * held against the reference with the tolerances that the reference states.
 */
final class RealCaseMethod implements OracleMethod {
  private static final double LARGE_CC = 30;
  private static final Set<String> SAMPLED_FINE = Set.of("GTV-1", "CTV-1", "Spinal cord");

  /** The tolerances of a histogram: at voxel centres, and sampled below the voxel. */
  private record Tolerances(double meanGy, double medianGy, double endGy, double points) {
    static final Tolerances CENTRES = new Tolerances(0.05, 0.05, 0.3, 0.2);
    static final Tolerances FINE = new Tolerances(0.1, 0.7, 0.3, 0.2);

    Tolerances withPoints(double wider) {
      return new Tolerances(meanGy, medianGy, endGy, wider);
    }
  }

  @Override
  public boolean covers(OracleFile file) {
    return file.content().keySet().containsAll(Set.of("case", "structures", "expansions"));
  }

  @Override
  public List<OracleResult> recompute(OracleFile file, @Nullable Path dicom) {
    JsonNode oracle = JsonMapper.shared().valueToTree(file.content());
    Path folder =
        dicom == null ? null : dicom.resolve(oracle.path("case").stringValue("")).normalize();
    if (folder == null || !folder.startsWith(dicom) || !Files.isDirectory(folder)) {
      return List.of(OracleResult.notCovered(file.name(), "--dicom DIR"));
    }
    try {
      return new Comparing(file.name(), oracle, RtCaseReader.read(folder)).all();
    } catch (DicomException e) {
      return List.of(
          new FigureCheck(file.name())
              .text("folder", oracle.path("case"), String.valueOf(e.getMessage()))
              .result());
    }
  }

  private static final class Comparing {
    private final String name;
    private final JsonNode oracle;
    private final RtCase rt;
    private final Optional<DoseGrid> dose;
    private final List<OracleResult> results = new ArrayList<>();

    Comparing(String name, JsonNode oracle, RtCase rt) {
      this.name = name;
      this.oracle = oracle;
      this.rt = rt;
      this.dose = rt.planDose().flatMap(each -> each.dose()).map(each -> each.dose());
    }

    List<OracleResult> all() {
      FigureCheck whole = new FigureCheck(name + "#/dose");
      dose.ifPresent(gy -> whole.number("max", oracle.at("/dose/max"), gy.maxGy(), 1e-4));
      results.add(whole.result());
      for (String roi : oracle.path("structures").propertyNames()) {
        results.add(structure(roi, oracle.path("structures").get(roi)));
      }
      for (String roi : oracle.path("derived").propertyNames()) {
        results.add(derived(roi, oracle.path("derived").get(roi)));
      }
      for (String grown : oracle.path("expansions").propertyNames()) {
        results.add(expansion(grown, oracle.path("expansions").get(grown)));
      }
      return results;
    }

    private Optional<Delineation> drawn(String roi) {
      Optional<Structure> structure =
          rt.structureSets().stream().findFirst().flatMap(set -> set.structure(roi));
      return structure.flatMap(
          each -> rt.image().map(ct -> Delineation.of(each, ct.grid(), OverlapRule.EXCLUSION)));
    }

    private Optional<Mask> mask(String roi) {
      return drawn(roi).flatMap(Delineation::mask);
    }

    /** All contours of a structure filled even-odd, duplicates and overlaps included. */
    private Optional<Mask> asTheyStand(String roi) {
      if (rt.image().isEmpty() || rt.structureSets().isEmpty()) {
        return Optional.empty();
      }
      Grid grid = rt.image().get().grid();
      Optional<Structure> structure = rt.structureSets().getFirst().structure(roi);
      Map<Integer, List<Polygon>> slices = new TreeMap<>();
      for (Contour contour : structure.map(Structure::contours).orElse(List.of())) {
        if (contour.size() > 2) {
          int slice = grid.nearestSlice(grid.sliceMmOf(contour.point(0)));
          slices.computeIfAbsent(slice, any -> new ArrayList<>()).add(polygon(grid, contour));
        }
      }
      Mask mask = Mask.empty(grid);
      for (Map.Entry<Integer, List<Polygon>> slice : slices.entrySet()) {
        mask = mask.or(Delineation.fill(grid, slice.getKey(), slice.getValue()));
      }
      return mask.isEmpty() ? Optional.empty() : Optional.of(mask);
    }

    private static Polygon polygon(Grid grid, Contour contour) {
      double[] columns = new double[contour.size()];
      double[] rows = new double[contour.size()];
      for (int i = 0; i < columns.length; i++) {
        columns[i] = grid.columnOf(contour.point(i));
        rows[i] = grid.rowOf(contour.point(i));
      }
      return Polygon.of(columns, rows);
    }

    /**
     * Where contours are stored twice the reference's plain even-odd fill is empty or wrong; its
     * figure after removing duplicates is the one to meet.
     */
    private OracleResult structure(String roi, JsonNode stated) {
      FigureCheck check = new FigureCheck(name + "#/structures/" + roi);
      Optional<Delineation> drawn = drawn(roi);
      Optional<Mask> mask = drawn.flatMap(Delineation::mask);
      if (mask.isEmpty()) {
        return OracleResult.notCovered(name + "#/structures/" + roi, stated);
      }
      JsonNode cleaned = oracle.path("cross_tool").path(roi);
      boolean twice = cleaned.has("voxels_xor_after_dedup");
      JsonNode voxels = twice ? cleaned.get("voxels_xor_after_dedup") : stated.path("voxels");
      JsonNode prism =
          twice
              ? cleaned.path("polygon_cc_xor_after_dedup")
              : stated.path("polygon_prism_volume_cc_evenodd");
      check.number("voxels", voxels, (double) mask.get().count(), voxelTolerance(voxels));
      double cc = prism.doubleValue(0);
      check.number(
          "prism cc", prism, drawn.get().prismVolumeCc(), cc * (cc > LARGE_CC ? 0.002 : 0.01));
      if (!twice && dose.isPresent()) {
        double points = roi.equals("Esophagus") ? 0.6 : 0.2;
        histogram(
            check,
            "",
            Dvh.of(dose.get(), mask.get()),
            stated.path("dvh_ct_voxel_centres"),
            Tolerances.CENTRES.withPoints(points));
        if (SAMPLED_FINE.contains(roi)) {
          Dvh fine = Supersampling.FINE.dvh(dose.get(), drawn.get());
          histogram(check, "fine ", fine, stated.path("dvh_fine"), Tolerances.FINE);
        }
      }
      return check.result();
    }

    private static double voxelTolerance(JsonNode voxels) {
      return Math.max(25, 2e-4 * voxels.doubleValue(0));
    }

    private static void histogram(
        FigureCheck check, String prefix, Dvh dvh, JsonNode stated, Tolerances within) {
      check
          .number(prefix + "Dmean", stated.path("Dmean"), dvh.meanGy(), within.meanGy())
          .number(prefix + "D50", stated.path("D50%"), dvh.atHottestPercent(50), within.medianGy())
          .number(prefix + "D2", stated.path("D2%"), dvh.atHottestPercent(2), within.endGy())
          .number(prefix + "D95", stated.path("D95%"), dvh.atHottestPercent(95), within.endGy())
          .number(prefix + "D98", stated.path("D98%"), dvh.atHottestPercent(98), within.endGy())
          .number(prefix + "D0.03cc", stated.path("D0.03cc"), dvh.atHottestCc(0.03), within.endGy())
          .number(prefix + "V5", stated.path("V5Gy_pct"), dvh.percentAtLeast(5), within.points())
          .number(prefix + "V20", stated.path("V20Gy_pct"), dvh.percentAtLeast(20), within.points())
          .number(
              prefix + "V30", stated.path("V30Gy_pct"), dvh.percentAtLeast(30), within.points());
    }

    /**
     * Both lungs. Where contours are stored twice the reference filled them even-odd as they stand;
     * so they are filled here, and only here.
     */
    private OracleResult derived(String roi, JsonNode stated) {
      String id = name + "#/derived/" + roi;
      Optional<Mask> lungs =
          asTheyStand("Lung L").flatMap(left -> asTheyStand("Lung R").map(left::or));
      if (lungs.isEmpty() || dose.isEmpty()) {
        return OracleResult.notCovered(id, stated);
      }
      Mask asked = lungs.get();
      if (roi.contains("minus")) {
        asked = mask("GTV-1").map(asked::minus).orElse(asked);
      }
      FigureCheck check = new FigureCheck(id);
      check.number(
          "voxels",
          stated.path("voxels"),
          (double) asked.count(),
          voxelTolerance(stated.path("voxels")));
      histogram(check, "", Dvh.of(dose.get(), asked), stated.path("dvh"), Tolerances.CENTRES);
      return check.result();
    }

    private OracleResult expansion(String grown, JsonNode stated) {
      String id = name + "#/expansions/" + grown;
      Optional<Mask> gross = mask(grown.substring(0, Math.max(0, grown.indexOf(' '))));
      if (gross.isEmpty()) {
        return OracleResult.notCovered(id, stated);
      }
      JsonNode mm = stated.path("margins_mm");
      Margins margins =
          new Margins(
              side(mm, "R"),
              side(mm, "L"),
              side(mm, "A"),
              side(mm, "P"),
              side(mm, "I"),
              side(mm, "S"));
      Mask mask = Margin.expand(gross.get(), margins);
      FigureCheck check = new FigureCheck(id);
      check.number("voxels", stated.path("voxels"), (double) mask.count(), 0);
      for (String slice : stated.path("voxels_per_slice").propertyNames()) {
        check.number(
            "slice " + slice,
            stated.path("voxels_per_slice").get(slice),
            mask.count(Integer.parseInt(slice)),
            0);
      }
      mask("Patient")
          .ifPresent(
              body ->
                  check.number(
                      "and Patient",
                      stated.at("/clip/and Patient"),
                      (double) mask.and(body).count(),
                      0));
      dose.ifPresent(
          gy -> histogram(check, "", Dvh.of(gy, mask), stated.path("dvh"), Tolerances.CENTRES));
      return check.result();
    }

    private static double side(JsonNode mm, String letter) {
      return mm.path(letter).doubleValue(0);
    }
  }
}
