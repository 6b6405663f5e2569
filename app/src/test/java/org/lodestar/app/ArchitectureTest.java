package org.lodestar.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The shell: the store and the identity vault know no face, and the faces know no SQL. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.lodestar.app");

  @Test
  void storeAndIdentityKnowNoFace() {
    noClasses()
        .that()
        .resideInAnyPackage("org.lodestar.app.store..", "org.lodestar.app.identity..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.lodestar.app.web..",
            "org.lodestar.app.rest..",
            "org.lodestar.app.cli..",
            "org.lodestar.app.print..",
            "org.lodestar.app.simulate..",
            "org.lodestar.app.exchange..",
            "org.lodestar.app.imaging..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void onlyTheStoresSpeakSql() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.lodestar.app.store..", "org.lodestar.app.identity..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices()
        .matching("org.lodestar.app.(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }
}
