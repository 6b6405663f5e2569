package org.lodestar.statistics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The statistics library is numerics only: no clock, no files, no hidden randomness. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.lodestar.statistics");

  @Test
  void readsNoClockAndTouchesNoFileOrNetwork() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..", "java.nio.file..", "java.net..", "java.time..", "java.sql..")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void hasNoRandomnessButTheSeededSimulation() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.lodestar.statistics.simulation..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.Random|java\\.util\\.random\\..*|java\\.security\\.SecureRandom|java\\.util\\.concurrent\\.ThreadLocalRandom|org\\.apache\\.commons\\.rng\\..*")
        .orShould()
        .callMethod(Math.class, "random")
        .allowEmptyShould(true)
        .check(CLASSES);
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.security\\.SecureRandom|java\\.util\\.concurrent\\.ThreadLocalRandom")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(java.util.Random.class)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices()
        .matching("org.lodestar.statistics.(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }
}
