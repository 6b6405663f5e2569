package org.lodestar.radiotherapy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Radiotherapy knows no trial, and its geometry knows no clock, file or network. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.lodestar.radiotherapy");

  @Test
  void neverSeesTheTrialOrTheApplication() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.lodestar.trial..", "org.lodestar.app..", "org.lodestar.statistics..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void geometryDoseAndReviewAreFunctionsWithoutFilesOrClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.lodestar.radiotherapy.dicom..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(java.time.Clock.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices()
        .matching("org.lodestar.radiotherapy.(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }
}
