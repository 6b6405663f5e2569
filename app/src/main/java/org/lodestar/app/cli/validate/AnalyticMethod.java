package org.lodestar.app.cli.validate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.contour.Vector;
import org.lodestar.radiotherapy.delivery.Compensation;
import org.lodestar.radiotherapy.dose.DoseGrid;
import org.lodestar.radiotherapy.dose.Dvh;
import org.lodestar.radiotherapy.dose.LinearQuadratic;
import org.lodestar.radiotherapy.dose.LinearQuadratic.Repopulation;
import org.lodestar.radiotherapy.dose.Supersampling;
import org.lodestar.radiotherapy.margin.Margin;
import org.lodestar.radiotherapy.margin.Margins;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Closed forms: margins of solids, histograms of gradients, biologically effective dose. */
final class AnalyticMethod implements OracleMethod {
  private static final Margins MARGIN = Margins.radialAndLongitudinal(5, 30);
  private static final double SUB_VOXEL_SHARE = 0.005;
  private static final double EXACT = 1e-9;

  @Override
  public boolean covers(OracleFile file) {
    return file.content().keySet().containsAll(Set.of("shapes", "dvh", "bed"));
  }

  @Override
  public List<OracleResult> recompute(OracleFile file, @Nullable Path dicom) {
    JsonNode oracle = JsonMapper.shared().valueToTree(file.content());
    List<OracleResult> results = new ArrayList<>();
    for (String solid : oracle.path("shapes").propertyNames()) {
      results.add(
          margin(file.name() + "#/shapes/" + solid, solid, oracle.path("shapes").get(solid)));
    }
    JsonNode cases = oracle.at("/dvh/cases");
    for (String name : cases.propertyNames()) {
      results.add(histogram(file.name() + "#/dvh/" + name, name, cases.get(name)));
    }
    for (String name : oracle.path("bed").propertyNames()) {
      String id = file.name() + "#/bed/" + name;
      results.add(effective(id, name, oracle.path("bed").get(name)));
    }
    return results;
  }

  private static OracleResult margin(String id, String key, JsonNode stated) {
    ReferenceSolid solid = ReferenceSolid.named(key);
    Grid fine = ReferenceSolid.fineGrid();
    Delineation drawn = Delineation.of(solid.drawn(fine), fine, OverlapRule.ASK);
    double closed = stated.path("V_expanded").doubleValue(0);
    FigureCheck check =
        new FigureCheck(id)
            .number(
                "sub-voxel mm3",
                stated.path("V_expanded"),
                1000 * Margin.expandFromContours(drawn, MARGIN).volumeCc(),
                SUB_VOXEL_SHARE * closed);
    centres(check, solid, fine, stated.path("voxel_centre_EDT_1x1x1"), "1 mm ");
    centres(check, solid, solid.thickGrid(), stated.path("voxel_centre_EDT_1x1x3"), "3 mm ");
    return check.result();
  }

  private static void centres(
      FigureCheck check, ReferenceSolid solid, Grid grid, JsonNode stated, String name) {
    var mask = solid.sampled(grid);
    check
        .number(name + "V0", stated.path("V0"), 1000 * mask.volumeCc(), 1e-6)
        .number(
            name + "voxel centres",
            stated.path("V_expanded"),
            1000 * Margin.expand(mask, MARGIN).volumeCc(),
            1e-6);
  }

  private static OracleResult histogram(String id, String name, JsonNode stated) {
    Grid image = ReferenceSolid.fineGrid();
    boolean radial = name.contains("radial");
    Grid grid =
        radial
            ? Grid.axial(85, 85, 85, new Vector(-21, -21, -21), 0.5, 0.5)
            : Grid.axial(27, 27, 27, new Vector(-65, -65, -65), 5, 5);
    ToDoubleFunction<Vector> gy =
        radial
            ? p -> 60 * Math.exp(-p.length() / 20)
            : name.contains("gradient_x")
                ? p -> 22.5 + 0.5 * p.x()
                : name.startsWith("cone")
                    ? p -> 22.5 + 0.5 * (p.z() + 30)
                    : p -> 22.5 + 0.5 * p.z();
    Delineation drawn =
        Delineation.of(ReferenceSolid.named(name).drawn(image), image, OverlapRule.ASK);
    Dvh dvh = Supersampling.FINE.dvh(dose(grid, gy), drawn);
    return new FigureCheck(id)
        .number("Dmean", stated.path("Dmean"), dvh.meanGy(), 0.1)
        .number("D2", stated.path("D2%"), dvh.atHottestPercent(2), 0.3)
        .number("D50", stated.path("D50%"), dvh.atHottestPercent(50), 0.1)
        .number("D95", stated.path("D95%"), dvh.atHottestPercent(95), 0.3)
        .number("D98", stated.path("D98%"), dvh.atHottestPercent(98), 0.3)
        .number("D0.03cc", stated.path("D0.03cc"), dvh.atHottestCc(0.03), 0.3)
        .number("D1cc", stated.path("D1cc"), dvh.atHottestCc(1), 0.3)
        .number("V15", stated.path("V15Gy_pct"), dvh.percentAtLeast(15), 0.2)
        .number("V20", stated.path("V20Gy_pct"), dvh.percentAtLeast(20), 0.2)
        .result();
  }

  private static DoseGrid dose(Grid grid, ToDoubleFunction<Vector> gy) {
    float[] values = new float[grid.columns() * grid.rows() * grid.slices()];
    int at = 0;
    for (int k = 0; k < grid.slices(); k++) {
      for (int j = 0; j < grid.rows(); j++) {
        for (int i = 0; i < grid.columns(); i++) {
          values[at++] = (float) gy.applyAsDouble(grid.point(i, j, grid.sliceMm(k)));
        }
      }
    }
    return new DoseGrid(grid, values);
  }

  private static OracleResult effective(String id, String name, JsonNode stated) {
    FigureCheck check = new FigureCheck(id);
    if (name.equals("gaps_45_25")) {
      gaps(check, stated);
    } else if (name.equals("compensation_example")) {
      compensation(check, stated);
    } else {
      schedule(check, name, stated);
    }
    return check.result();
  }

  private static void schedule(FigureCheck check, String name, JsonNode stated) {
    double total = Double.parseDouble(name.substring(0, name.indexOf("Gy")));
    double fractions = Double.parseDouble(name.substring(name.indexOf('/') + 1));
    for (double ratio : new double[] {10, 3, 2}) {
      JsonNode of = stated.path("ab" + Math.round(ratio));
      double bed = LinearQuadratic.bedGy(fractions, total / fractions, ratio);
      check
          .number("BED" + Math.round(ratio), of.path("BED"), bed, EXACT)
          .number(
              "EQD2(" + Math.round(ratio) + ")",
              of.path("EQD2"),
              LinearQuadratic.eqd2Gy(bed, ratio),
              EXACT);
    }
    int days = stated.path("overall_time_days_monday_start").intValue(0);
    for (Repopulation each :
        List.of(new Repopulation(0.9, 28), new Repopulation(0.6, 21), new Repopulation(0.8, 28))) {
      String key = "BED10_minus_" + each.gyPerDay() + "_per_day_after_day_" + each.kickOffDay();
      double bed = LinearQuadratic.timeCorrectedBedGy(fractions, total / fractions, 10, days, each);
      check.number(key, stated.path(key), bed, EXACT);
    }
  }

  private static void gaps(FigureCheck check, JsonNode stated) {
    for (JsonNode gap : stated) {
      int days = gap.path("T").intValue(0);
      check
          .number(
              "K 0.6, T " + days,
              gap.path("BED10_K0p6_Tk21"),
              LinearQuadratic.timeCorrectedBedGy(25, 1.8, 10, days, new Repopulation(0.6, 21)),
              EXACT)
          .number(
              "K 0.9, T " + days,
              gap.path("BED10_K0p9_Tk28"),
              LinearQuadratic.timeCorrectedBedGy(25, 1.8, 10, days, new Repopulation(0.9, 28)),
              EXACT);
    }
  }

  private static void compensation(FigureCheck check, JsonNode stated) {
    Compensation.Situation situation =
        new Compensation.Situation(
            25,
            1.8,
            33,
            stated.path("delivered_fx").intValue(0),
            stated.path("gap_days").intValue(0),
            10,
            3,
            new Repopulation(0.9, 28));
    Compensation.options(situation).stream()
        .filter(option -> option.kind() == Compensation.Kind.SAME_NUMBER_OF_FRACTIONS)
        .forEach(
            option ->
                check
                    .number(
                        "dose per fraction",
                        stated.path("new_dose_per_fx"),
                        option.dosePerFractionGy(),
                        EXACT)
                    .number("total", stated.path("total"), option.totalGy(), EXACT)
                    .number("late BED3", stated.path("BED3_late"), option.lateBedGy(), EXACT));
  }
}
