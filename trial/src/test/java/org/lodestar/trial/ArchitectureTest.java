package org.lodestar.trial;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The functional core: direction of dependency, no cycles, and purity. The areas may use those
 * named before them, in the order of {@link #AREAS}.
 */
class ArchitectureTest {
  private static final String ROOT = "org.lodestar.trial.";
  private static final List<String> AREAS =
      List.of(
          "fact",
          "protocol",
          "capture",
          "enrolment",
          "schedule",
          "safety",
          "treatment",
          "efficacy",
          "deviation",
          "report");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.lodestar.trial");

  @Test
  void eachAreaUsesOnlyTheAreasBeforeIt() {
    for (int area = 0; area < AREAS.size(); area++) {
      String[] later =
          AREAS.subList(area + 1, AREAS.size()).stream()
              .map(name -> ROOT + name + "..")
              .toArray(String[]::new);
      var rule =
          noClasses()
              .that()
              .resideInAPackage(ROOT + AREAS.get(area) + "..")
              .should()
              .dependOnClassesThat()
              .resideInAPackage("org.lodestar.trial")
              .orShould()
              .dependOnClassesThat()
              .resideInAnyPackage(later);
      rule.allowEmptyShould(true).check(CLASSES);
    }
  }

  @Test
  void seesNeitherDicomNorTheShell() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.lodestar.radiotherapy..", "org.lodestar.app..")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices()
        .matching("org.lodestar.trial.(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void touchesNoFileNetworkDatabaseOrRandomness() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.nio.file..", "java.net..", "java.sql..", "javax.sql..", "java.util.random..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.io\\.(File.*|Console|RandomAccessFile)|java\\.util\\.(Random|UUID|TimeZone)|"
                + "java\\.security\\.SecureRandom|java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.time\\.Clock")
        .check(CLASSES);
  }

  @Test
  void readsNoClockAndNoDefaultZoneLocaleOrCharset() {
    ArchRuleDefinition.classes().should(notCall(IMPURE)).check(CLASSES);
  }

  private static final DescribedPredicate<AccessTarget> IMPURE =
      new DescribedPredicate<>("a clock, a default zone, locale or charset") {
        private final Set<String> clockTypes =
            Set.of(
                "java.time.Instant",
                "java.time.LocalDate",
                "java.time.LocalDateTime",
                "java.time.LocalTime",
                "java.time.ZonedDateTime",
                "java.time.OffsetDateTime",
                "java.time.Year",
                "java.time.YearMonth");

        @Override
        public boolean test(AccessTarget target) {
          String owner = target.getOwner().getFullName();
          String name = target.getName();
          List<String> parameters =
              target instanceof AccessTarget.CodeUnitAccessTarget code
                  ? code.getRawParameterTypes().stream().map(JavaClass::getFullName).toList()
                  : List.of();
          boolean noLocale = !parameters.contains("java.util.Locale");
          boolean noCharset =
              !parameters.contains("java.nio.charset.Charset")
                  && !parameters.contains("java.lang.String");
          return (clockTypes.contains(owner) && name.equals("now"))
              || (owner.equals("java.lang.System")
                  && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
              || (owner.equals("java.lang.Math") && name.equals("random"))
              || (owner.equals("java.time.ZoneId") && name.equals("systemDefault"))
              || (owner.equals("java.util.Locale") && name.equals("getDefault"))
              || (owner.equals("java.nio.charset.Charset") && name.equals("defaultCharset"))
              || (owner.equals("java.lang.String") && name.equals("format") && noLocale)
              || (owner.equals("java.lang.String") && name.equals("formatted"))
              || (owner.equals("java.lang.String")
                  && (name.equals("toLowerCase") || name.equals("toUpperCase"))
                  && noLocale)
              || (owner.equals("java.lang.String") && name.equals("getBytes") && noCharset);
        }
      };

  private static ArchCondition<JavaClass> notCall(DescribedPredicate<AccessTarget> forbidden) {
    return new ArchCondition<>("not use " + forbidden.getDescription()) {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        for (JavaAccess<?> access : origin.getAccessesFromSelf()) {
          if (forbidden.test(access.getTarget())) {
            events.add(SimpleConditionEvent.violated(origin, access.getDescription()));
          }
        }
      }
    };
  }
}
