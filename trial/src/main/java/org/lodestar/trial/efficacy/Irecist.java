package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * iRECIST (Seymour et al. 2017, Lancet Oncol 18:e143) as a machine with one state: no unconfirmed
 * progression, one that waits for its confirmation, or a confirmed one. RECIST 1.1 stays the
 * primary analysis; this stands beside it.
 */
public final class Irecist {
  private static final BigDecimal GROWTH_MM = BigDecimal.valueOf(5);
  private static final int CONFIRMATION_MIN_DAYS = 28;

  private Irecist() {}

  /** The kinds of disease in which progression can be seen. */
  private enum Category {
    TARGET,
    NON_TARGET,
    NEW_LESION
  }

  /**
   * The responses, in the order of dates, and the date of progression.
   *
   * @param progression the first unconfirmed progression of the run that was confirmed, or of the
   *     one that is still open; empty when a response or stable disease put an end to it
   */
  public record Course(List<ImmuneResponse> responses, Optional<LocalDate> progression) {
    public Course {
      responses = List.copyOf(responses);
    }
  }

  /**
   * @param baselineSumMm of the target lesions, or null without any
   */
  public static Course assess(
      @Nullable BigDecimal baselineSumMm, List<ImmuneAssessment> assessments) {
    Machine machine = new Machine(baselineSumMm);
    List<ImmuneResponse> responses =
        assessments.stream()
            .sorted(Comparator.comparing(ImmuneAssessment::date))
            .map(machine::next)
            .toList();
    return new Course(responses, Optional.ofNullable(machine.open).map(Open::since));
  }

  /**
   * The best response: nothing after a confirmed progression counts, an unconfirmed one only when
   * there is nothing better.
   *
   * @param longEnough for each response whether stable disease there lasted the least time
   */
  public static ImmuneResponse best(List<ImmuneResponse> responses, List<Boolean> longEnough) {
    int confirmed = responses.indexOf(ImmuneResponse.ICPD);
    int end = confirmed < 0 ? responses.size() : confirmed;
    Set<ImmuneResponse> seen = EnumSet.noneOf(ImmuneResponse.class);
    for (int i = 0; i < end; i++) {
      if (!isStable(responses.get(i)) || longEnough.get(i)) {
        seen.add(responses.get(i));
      }
    }
    if (confirmed >= 0) {
      seen.add(ImmuneResponse.ICPD);
      seen.remove(ImmuneResponse.IUPD);
    }
    return seen.isEmpty() ? ImmuneResponse.NE : seen.iterator().next();
  }

  private static boolean isStable(ImmuneResponse response) {
    return response == ImmuneResponse.ISD || response == ImmuneResponse.NON_ICR_NON_IUPD;
  }

  /** A progression that waits for confirmation; growth is counted from where it began. */
  private record Open(
      LocalDate since,
      Set<Category> categories,
      @Nullable BigDecimal targetSumMm,
      BigDecimal newTargetSumMm) {}

  private static final class Machine {
    private final @Nullable BigDecimal baselineMm;
    private @Nullable BigDecimal nadirMm;
    private @Nullable Open open;
    private boolean confirmed;

    private Machine(@Nullable BigDecimal baselineMm) {
      this.baselineMm = baselineMm;
      this.nadirMm = baselineMm;
    }

    private ImmuneResponse next(ImmuneAssessment assessment) {
      ImmuneResponse response = confirmed ? ImmuneResponse.ICPD : judge(assessment);
      BigDecimal sum = assessment.targetSumMm();
      if (sum != null && nadirMm != null) {
        nadirMm = sum.min(nadirMm);
      }
      return response;
    }

    private ImmuneResponse judge(ImmuneAssessment assessment) {
      Set<Category> progressed = progressed(assessment);
      if (open == null) {
        return progressed.isEmpty() ? ImmuneResponse.of(plain(assessment)) : opens(assessment);
      }
      if (confirms(open, assessment, progressed)) {
        confirmed = true;
        return ImmuneResponse.ICPD;
      }
      return stays(open, assessment, progressed);
    }

    private ImmuneResponse opens(ImmuneAssessment assessment) {
      open =
          new Open(
              assessment.date(),
              progressed(assessment),
              assessment.targetSumMm(),
              assessment.newTargetSumMm());
      return ImmuneResponse.IUPD;
    }

    private Set<Category> progressed(ImmuneAssessment assessment) {
      Set<Category> progressed = EnumSet.noneOf(Category.class);
      BigDecimal sum = assessment.targetSumMm();
      if (sum != null && nadirMm != null && Recist11.isProgression(sum, nadirMm)) {
        progressed.add(Category.TARGET);
      }
      if (assessment.nonTarget().isProgression()) {
        progressed.add(Category.NON_TARGET);
      }
      if (assessment.showsNewLesion()) {
        progressed.add(Category.NEW_LESION);
      }
      return progressed;
    }

    /** Early scans confirm only by a further new lesion found because of new symptoms. */
    private static boolean confirms(
        Open open, ImmuneAssessment assessment, Set<Category> progressed) {
      if (ChronoUnit.DAYS.between(open.since(), assessment.date()) < CONFIRMATION_MIN_DAYS) {
        return assessment.newSymptoms() && assessment.showsNewLesion();
      }
      boolean elsewhere = progressed.stream().anyMatch(each -> !open.categories().contains(each));
      return elsewhere
          || assessment.showsNewLesion()
          || targetGrew(open, assessment)
          || nonTargetGrew(open, assessment)
          || newDiseaseGrew(open, assessment);
    }

    private static boolean targetGrew(Open open, ImmuneAssessment assessment) {
      BigDecimal before = open.targetSumMm();
      BigDecimal now = assessment.targetSumMm();
      return open.categories().contains(Category.TARGET)
          && before != null
          && now != null
          && now.subtract(before).compareTo(GROWTH_MM) >= 0;
    }

    private static boolean nonTargetGrew(Open open, ImmuneAssessment assessment) {
      return open.categories().contains(Category.NON_TARGET)
          && assessment.nonTarget() == ImmuneAssessment.NonTarget.FURTHER_INCREASE;
    }

    private static boolean newDiseaseGrew(Open open, ImmuneAssessment assessment) {
      BigDecimal growth = assessment.newTargetSumMm().subtract(open.newTargetSumMm());
      return open.categories().contains(Category.NEW_LESION)
          && (growth.compareTo(GROWTH_MM) >= 0 || assessment.unmeasuredNewLesionGrew());
    }

    /** Still unconfirmed; or better than progression against baseline, which resets the bar. */
    private ImmuneResponse stays(
        Open waiting, ImmuneAssessment assessment, Set<Category> progressed) {
      Response plain = plain(assessment);
      boolean newLesionWaits =
          waiting.categories().contains(Category.NEW_LESION) && assessment.newLesionPersists();
      if (!progressed.isEmpty() || (newLesionWaits && plain.isStable())) {
        return ImmuneResponse.IUPD;
      }
      if (plain == Response.NE) {
        return ImmuneResponse.NE;
      }
      open = null;
      return newLesionWaits ? ImmuneResponse.IPR : ImmuneResponse.of(plain);
    }

    /** By the tables of RECIST 1.1 without regard to new lesions. */
    private Response plain(ImmuneAssessment assessment) {
      return Recist11.overallResponse(target(assessment), nonTarget(assessment), false);
    }

    private @Nullable Response target(ImmuneAssessment assessment) {
      if (baselineMm == null) {
        return null;
      }
      BigDecimal sum = assessment.targetSumMm();
      if (sum == null) {
        return Response.NE;
      }
      if (assessment.targetsGone()) {
        return Response.CR;
      }
      return Recist11.isPartialResponse(sum, baselineMm) ? Response.PR : Response.SD;
    }

    private static @Nullable Response nonTarget(ImmuneAssessment assessment) {
      return switch (assessment.nonTarget()) {
        case NONE -> null;
        case ABSENT -> Response.CR;
        case PRESENT -> Response.NON_CR_NON_PD;
        case NOT_EVALUABLE -> Response.NE;
        case UNEQUIVOCAL_PROGRESSION, FURTHER_INCREASE -> Response.PD;
      };
    }
  }
}
