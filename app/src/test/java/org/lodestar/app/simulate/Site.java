package org.lodestar.app.simulate;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.lodestar.trial.protocol.ConsentVersion;
import org.lodestar.trial.protocol.ReconsentWho;

/**
 * A site that works Monday to Friday but for the first week of October, and the shipped scenario.
 */
final class Site {
  private Site() {}

  static final Figures FIGURES =
      new Figures(
          21,
          3,
          2,
          25,
          new BigDecimal("1.8"),
          new BigDecimal("45.0"),
          12,
          Figures.Origin.MAINTENANCE_START,
          91,
          90,
          24,
          List.of(
              new Figures.Drug("paclitaxel", Figures.Basis.SURFACE, new BigDecimal("175"), 5),
              new Figures.Drug("nab-paclitaxel", Figures.Basis.SURFACE, new BigDecimal("260"), 5)),
          new Figures.Drug("carboplatin", Figures.Basis.EXPOSURE, new BigDecimal("5"), 10),
          new Figures.Drug("camrelizumab", Figures.Basis.FLAT, new BigDecimal("200"), 1),
          List.of(
              new ConsentVersion("1.0", LocalDate.of(2024, 2, 26), ReconsentWho.NOBODY, null, null),
              new ConsentVersion(
                  "2.0", LocalDate.of(2025, 6, 30), ReconsentWho.ON_TREATMENT, null, null)),
          Site::works,
          Site::works);

  static boolean works(LocalDate day) {
    boolean holiday = day.getMonthValue() == 10 && day.getDayOfMonth() <= 7;
    return !holiday
        && day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  static Scenario shipped() throws Exception {
    Path file =
        Path.of(System.getProperty("lodestar.root"))
            .resolve("trials/escc-ldrt/scenarios/default.yaml");
    return ((ScenarioReader.Reading.Read)
            ScenarioReader.read("default.yaml", Files.readAllBytes(file)))
        .scenario();
  }
}
