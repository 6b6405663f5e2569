package org.lodestar.verification.radiotherapy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.contour.Vector;
import org.lodestar.radiotherapy.dicom.rt.RtCase;
import org.lodestar.radiotherapy.dicom.rt.RtCaseReader;
import org.lodestar.radiotherapy.dicom.rt.StructureSet;
import org.lodestar.radiotherapy.dose.DoseGrid;
import org.lodestar.radiotherapy.dose.Dvh;
import org.lodestar.radiotherapy.margin.Margin;
import org.lodestar.radiotherapy.margin.Margins;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The speeds that docs/performance.md reports; run by verification/bench/radiotherapy.sh. */
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RadiotherapyBenchmark {
  private static final Margins TRIAL = Margins.radialAndLongitudinal(5, 30);

  /** Cylinders: a tumour of 42 x 80 mm, and a body that fills the image. */
  @State(Scope.Benchmark)
  public static class Solids {
    private Mask thick;
    private Mask thin;
    private Mask body;

    @Setup(Level.Trial)
    public void draw() {
      Vector corner = new Vector(-255.5, -255.5, -223.5);
      thick = cylinder(Grid.axial(512, 512, 150, corner, 1, 3), 21, 80);
      thin = cylinder(Grid.axial(512, 512, 450, corner, 1, 1), 21, 80);
      body = cylinder(Grid.axial(512, 512, 150, corner, 1, 3), 223, 450);
    }

    private static Mask cylinder(Grid grid, double radiusMm, double heightMm) {
      Mask.Builder mask = new Mask.Builder(grid);
      for (int k = 0; k < grid.slices(); k++) {
        if (Math.abs(grid.sliceMm(k)) > heightMm / 2) {
          continue;
        }
        for (int j = 0; j < grid.rows(); j++) {
          for (int i = 0; i < grid.columns(); i++) {
            Vector p = grid.point(i, j, 0);
            if (Math.hypot(p.x(), p.y()) <= radiusMm) {
              mask.set(i, j, k);
            }
          }
        }
      }
      return mask.build();
    }
  }

  /** A real thoracic case; the folder is given by the property {@code lodestar.case}. */
  @State(Scope.Benchmark)
  public static class RealCase {
    private Path folder;
    private Grid grid;
    private StructureSet structures;
    private DoseGrid dose;
    private List<Mask> masks;

    @Setup(Level.Trial)
    public void read() {
      folder = Path.of(System.getProperty("lodestar.case", "../shared/dicom/lung1-001"));
      if (!Files.isDirectory(folder)) {
        throw new IllegalStateException("no case in " + folder + "; give -Dlodestar.case=DIR");
      }
      RtCase rt = RtCaseReader.read(folder);
      grid = rt.image().orElseThrow().grid();
      structures = rt.structureSets().getFirst();
      dose = rt.planDose().flatMap(each -> each.dose()).orElseThrow().dose();
      masks = masks(structures, grid);
    }
  }

  private static List<Mask> masks(StructureSet structures, Grid grid) {
    List<Mask> masks = new ArrayList<>();
    for (StructureSet.Region region : structures.regions()) {
      Delineation.of(region.structure(), grid, OverlapRule.EXCLUSION).mask().ifPresent(masks::add);
    }
    return masks;
  }

  @Benchmark
  public Mask marginOfATumourThickSlices(Solids of) {
    return Margin.expand(of.thick, TRIAL);
  }

  @Benchmark
  public Mask marginOfATumourOneMillimetre(Solids of) {
    return Margin.expand(of.thin, TRIAL);
  }

  @Benchmark
  public Mask marginOfABodyWholeGrid(Solids of) {
    return Margin.expand(of.body, TRIAL);
  }

  @Benchmark
  public List<Mask> masksOfAllStructures(RealCase of) {
    return masks(of.structures, of.grid);
  }

  @Benchmark
  public double histogramsOfAllStructures(RealCase of) {
    double sum = 0;
    for (Mask mask : of.masks) {
      sum += Dvh.of(of.dose, mask).atHottestPercent(95);
    }
    return sum;
  }

  @Benchmark
  public double folderToMasksHistogramsAndMargin(RealCase of) {
    RtCase rt = RtCaseReader.read(of.folder);
    Grid grid = rt.image().orElseThrow().grid();
    DoseGrid dose = rt.planDose().flatMap(each -> each.dose()).orElseThrow().dose();
    double sum = 0;
    for (Mask mask : masks(rt.structureSets().getFirst(), grid)) {
      sum += Dvh.of(dose, mask).meanGy();
    }
    Mask gross =
        Delineation.of(
                rt.structureSets().getFirst().structure("GTV-1").orElseThrow(),
                grid,
                OverlapRule.EXCLUSION)
            .mask()
            .orElseThrow();
    return sum + Margin.expand(gross, TRIAL).volumeCc();
  }
}
