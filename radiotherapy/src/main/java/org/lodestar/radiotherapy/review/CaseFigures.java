package org.lodestar.radiotherapy.review;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.delivery.DeliveredCourse;
import org.lodestar.radiotherapy.delivery.DeliveredFraction;
import org.lodestar.radiotherapy.delivery.Plan;
import org.lodestar.radiotherapy.dose.DoseGrid;
import org.lodestar.radiotherapy.dose.Dvh;
import org.lodestar.radiotherapy.dose.TargetIndices;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;

/**
 * The figures that the checklist judges, measured on a case.
 *
 * @param figures by key of the checklist
 * @param findings organs cut by the image, dose grids too small
 */
public record CaseFigures(Map<String, Measured> figures, List<Finding> findings) {
  public CaseFigures {
    figures = Map.copyOf(figures);
    findings = List.copyOf(findings);
  }

  /**
   * What to measure on.
   *
   * @param structures masks by standard name, all on one grid
   * @param dose the dose of the plan, if it may be used
   * @param plan the plan, if any
   * @param prescribedGy the protocol's dose
   * @param course the course as delivered, if any
   */
  public record Inputs(
      Map<String, Mask> structures,
      Optional<DoseGrid> dose,
      Optional<Plan> plan,
      BigDecimal prescribedGy,
      Optional<DeliveredCourse> course) {}

  private static final class Sheet {
    private final Inputs in;
    private final Map<String, Measured> figures = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Sheet(Inputs in) {
      this.in = in;
    }

    CaseFigures fill() {
      in.plan.ifPresent(this::plan);
      in.dose.ifPresent(this::dose);
      in.structures.values().stream().findFirst().ifPresent(m -> slices(m.grid()));
      in.course.ifPresent(this::course);
      return new CaseFigures(figures, findings);
    }

    private void put(String key, double value, String evidence) {
      figures.put(key, Measured.of(value, evidence));
    }

    private void plan(Plan plan) {
      plan.prescribedGy()
          .ifPresent(gy -> put("prescription.total", gy.doubleValue(), "plan " + plan.label()));
      put("prescription.fractions", plan.fractionsPlanned(), "plan " + plan.label());
      plan.plannedDoseGy()
          .ifPresent(
              gy ->
                  put(
                      "plan.dose",
                      100 * gy.divide(in.prescribedGy, MathContext.DECIMAL64).doubleValue(),
                      "beam doses x fractions = " + gy.toPlainString() + " Gy"));
    }

    private void dose(DoseGrid dose) {
      double prescribed = in.prescribedGy.doubleValue();
      put("dose.grid", largestSpacing(dose.grid()), "RTDOSE");
      dvh("PTV_4500", dose)
          .ifPresent(
              ptv -> {
                put("ptv.v95", ptv.percentAtLeast(0.95 * prescribed), "PTV_4500");
                put("ptv.d95", 100 * ptv.atHottestPercent(95) / prescribed, "PTV_4500");
                put("ptv.d98", 100 * ptv.atHottestPercent(98) / prescribed, "PTV_4500");
              });
      dvh("External", dose)
          .ifPresent(
              body -> put("dose.hottest", 100 * body.atHottestCc(0.03) / prescribed, "External"));
      dvh("SpinalCord", dose)
          .ifPresent(cord -> put("cord.hottest", cord.atHottestCc(0.03), "SpinalCord"));
      organ("Lungs", dose, "lungs", 20, 5);
      organ("Heart", dose, "heart", 40, 30);
      organ("Liver", dose, "liver", 30);
    }

    private void organ(String name, DoseGrid dose, String key, double... levelsGy) {
      Optional<Dvh> dvh = dvh(name, dose);
      if (dvh.isEmpty()) {
        return;
      }
      put(key + ".mean", dvh.get().meanGy(), name);
      if (TargetIndices.isCut(mask(name).orElseThrow())) {
        findings.add(
            new Finding(
                FindingCode.ORGAN_CUT,
                name,
                String.format(Locale.ROOT, "%.1f", dvh.get().volumeCc())));
        return;
      }
      for (double gy : levelsGy) {
        put(key + ".v" + Math.round(gy), dvh.get().percentAtLeast(gy), name);
      }
    }

    private Optional<Mask> mask(String name) {
      if (name.equals("Lungs") && !in.structures.containsKey("Lungs")) {
        return Optional.ofNullable(in.structures.get("Lung_L"))
            .flatMap(l -> Optional.ofNullable(in.structures.get("Lung_R")).map(l::or));
      }
      return Optional.ofNullable(in.structures.get(name));
    }

    private Optional<Dvh> dvh(String name, DoseGrid dose) {
      Optional<Dvh> dvh = mask(name).filter(m -> !m.isEmpty()).map(m -> Dvh.of(dose, m));
      dvh.filter(d -> d.outsideShare() > 0)
          .ifPresent(
              d ->
                  findings.add(
                      new Finding(
                          FindingCode.DOSE_GRID_TOO_SMALL,
                          name,
                          String.format(Locale.ROOT, "%.2f", 100 * d.outsideShare()))));
      return dvh;
    }

    private void slices(Grid grid) {
      put("ct.slice", largestSliceDistance(grid), "CT");
    }

    private static double largestSpacing(Grid grid) {
      return Math.max(
          largestSliceDistance(grid), Math.max(grid.columnSpacingMm(), grid.rowSpacingMm()));
    }

    private static double largestSliceDistance(Grid grid) {
      double largest = 0;
      for (int k = 1; k < grid.slices(); k++) {
        largest = Math.max(largest, grid.sliceMm(k) - grid.sliceMm(k - 1));
      }
      return largest;
    }

    private void course(DeliveredCourse course) {
      put("delivery.fractions", (double) course.wholeFractions(), course.sessions() + " records");
      put("delivery.dose", course.deliveredGy().doubleValue(), course.sessions() + " records");
      put("delivery.gap-days", course.gaps().size(), course.gaps().toString());
      put(
          "delivery.partial",
          (double)
              course.fractions().stream()
                  .filter(f -> f.status() == DeliveredFraction.Status.PARTIAL)
                  .count(),
          "fractions");
      course
          .overall()
          .ifPresent(
              o ->
                  put(
                      "delivery.extra-days",
                      Math.max(0, o.extraDays()),
                      o.days() + " days, planned for this start " + o.plannedDays()));
    }
  }

  /** Measures everything that the inputs allow. */
  public static CaseFigures of(Inputs inputs) {
    return new Sheet(inputs).fill();
  }
}
