package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sum of diameters of an assessment: longest diameters of lesions, short axes of nodes.
 *
 * @param terms what each target lesion contributes, in the order of baseline
 */
record SumOfDiameters(List<Term> terms) {
  /** Below this short axis a node is normal (RECIST 1.1: Eisenhauer 2009, EJC 45:228, 4.3.2). */
  static final BigDecimal NODE_NORMAL_BELOW_MM = BigDecimal.TEN;

  /**
   * One lesion's part in the sum.
   *
   * @param diameterMm null when the lesion is not evaluable
   * @param gone no longer disease: absent, or a node that is normal
   */
  record Term(String lesion, @Nullable BigDecimal diameterMm, boolean gone) {}

  SumOfDiameters {
    terms = List.copyOf(terms);
  }

  static SumOfDiameters of(
      BaselineDisease baseline, TumourAssessment assessment, BigDecimal tooSmallMm) {
    List<Term> terms = new ArrayList<>();
    for (TargetLesion lesion : baseline.targets()) {
      terms.add(term(lesion, assessment.target(lesion.id()), tooSmallMm));
    }
    return new SumOfDiameters(terms);
  }

  private static Term term(TargetLesion lesion, TargetFinding finding, BigDecimal tooSmallMm) {
    return switch (finding) {
      case TargetFinding.Measured measured ->
          new Term(lesion.id(), measured.diameterMm(), isGone(lesion, measured.diameterMm()));
      case TargetFinding.TooSmall ignored ->
          new Term(lesion.id(), tooSmallMm, isGone(lesion, tooSmallMm));
      case TargetFinding.Absent ignored -> new Term(lesion.id(), BigDecimal.ZERO, true);
      case TargetFinding.NotEvaluable ignored -> new Term(lesion.id(), null, false);
      case TargetFinding.Split split ->
          new Term(
              lesion.id(),
              split.partsMm().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
              split.partsMm().stream().allMatch(part -> isGone(lesion, part)));
      case TargetFinding.MergedInto ignored -> new Term(lesion.id(), BigDecimal.ZERO, true);
    };
  }

  private static boolean isGone(TargetLesion lesion, BigDecimal diameterMm) {
    return lesion.kind() == LesionKind.NODAL
        ? diameterMm.compareTo(NODE_NORMAL_BELOW_MM) < 0
        : diameterMm.signum() == 0;
  }

  /** The part of the sum that other lesions make. */
  SumOfDiameters withoutLesions(Set<String> lesions) {
    return new SumOfDiameters(
        terms.stream().filter(term -> !lesions.contains(term.lesion())).toList());
  }

  boolean isComplete() {
    return terms.stream().allMatch(term -> term.diameterMm() != null);
  }

  /** The sum of what was measured, also when lesions are missing. */
  BigDecimal measuredMm() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Term term : terms) {
      if (term.diameterMm() != null) {
        sum = sum.add(term.diameterMm());
      }
    }
    return sum;
  }

  boolean allGone() {
    return terms.stream().allMatch(Term::gone);
  }
}
