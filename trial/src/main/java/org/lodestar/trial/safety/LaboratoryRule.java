package org.lodestar.trial.safety;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.safety.LaboratoryCondition.Answer;

/**
 * The numeric grades of one term in one direction.
 *
 * @param key unique name of the rule; two rules of a term differ in the analyte
 * @param analyte what is measured
 * @param unit in which the conditions are written
 * @param otherUnits how a value in another unit becomes one in {@link #unit}
 * @param clinicalGrades grades that can also be reached without a number
 */
public record LaboratoryRule(
    String key,
    String term,
    String analyte,
    Direction direction,
    String unit,
    SortedMap<String, Conversion> otherUnits,
    NavigableMap<Integer, List<LaboratoryCondition>> grades,
    SortedSet<Integer> clinicalGrades) {

  /** Which side of normal the term is about. */
  public enum Direction {
    LOW,
    HIGH
  }

  /** {@code (value - subtract) * times / by}. */
  public record Conversion(BigDecimal subtract, BigDecimal times, BigDecimal by) {
    private static final Conversion NONE =
        new Conversion(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE);

    BigDecimal apply(BigDecimal value) {
      BigDecimal product = value.subtract(subtract).multiply(times);
      return by.compareTo(BigDecimal.ONE) == 0
          ? product
          : product.divide(by, MathContext.DECIMAL128);
    }
  }

  public LaboratoryRule {
    otherUnits = Collections.unmodifiableSortedMap(new TreeMap<>(otherUnits));
    grades = Collections.unmodifiableNavigableMap(new TreeMap<>(grades));
    clinicalGrades = Collections.unmodifiableSortedSet(new TreeSet<>(clinicalGrades));
  }

  /** The grade of a measurement in a unit; an unknown unit is refused, never guessed. */
  public LaboratoryGrade grade(LaboratoryResult result, String measuredUnit) {
    Optional<Conversion> conversion = conversion(measuredUnit);
    if (conversion.isPresent()) {
      boolean own = conversion.get().equals(Conversion.NONE);
      return grade(own ? result : result.converted(conversion.get()::apply));
    }
    Set<String> known = new TreeSet<>(otherUnits.keySet());
    known.add(unit);
    return new LaboratoryGrade.UnknownUnit(measuredUnit, known);
  }

  private Optional<Conversion> conversion(String measuredUnit) {
    if (measuredUnit.equals(unit)) {
      return Optional.of(Conversion.NONE);
    }
    String written = LaboratoryUnits.canonical(measuredUnit);
    if (written.equals(LaboratoryUnits.canonical(unit))) {
      return Optional.of(Conversion.NONE);
    }
    return otherUnits.entrySet().stream()
        .filter(other -> written.equals(LaboratoryUnits.canonical(other.getKey())))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The grade of a measurement in the rule's own unit. */
  public LaboratoryGrade grade(LaboratoryResult result) {
    Set<LaboratoryFlag> present = EnumSet.noneOf(LaboratoryFlag.class);
    Set<LaboratoryFlag> unknown = EnumSet.noneOf(LaboratoryFlag.class);
    for (LaboratoryFlag flag : flags()) {
      Boolean isSo = result.flags().get(flag);
      if (isSo == null) {
        unknown.add(flag);
      } else if (isSo) {
        present.add(flag);
      }
    }
    Found found = highest(result, present);
    if (found.grade() == null) {
      return new LaboratoryGrade.Undecided(found.lacking().orElse("value"));
    }
    Set<LaboratoryFlag> assumed = EnumSet.noneOf(LaboratoryFlag.class);
    assumed.addAll(present);
    assumed.addAll(unknown);
    Integer possible = highest(result, assumed).grade();
    return new LaboratoryGrade.Graded(
        found.grade(), possible == null ? found.grade() : possible, unknown);
  }

  /** The highest grade that holds; none when it cannot be told whether any does. */
  private record Found(@Nullable Integer grade, Optional<String> lacking) {}

  private Found highest(LaboratoryResult result, Set<LaboratoryFlag> assumed) {
    Optional<String> lacking = Optional.empty();
    for (Map.Entry<Integer, List<LaboratoryCondition>> grade : grades.descendingMap().entrySet()) {
      for (LaboratoryCondition condition : grade.getValue()) {
        switch (condition.holds(result, this, assumed)) {
          case Answer.Known(boolean holds) when holds -> {
            return new Found(grade.getKey(), Optional.empty());
          }
          case Answer.Lacking(String what) -> lacking = Optional.of(what);
          default -> {}
        }
      }
    }
    return lacking.isPresent() ? new Found(null, lacking) : new Found(0, Optional.empty());
  }

  /** The line of a grade that holds for a measurement, as the table of rules writes it. */
  public Optional<String> lineOf(int grade, LaboratoryResult result, String measuredUnit) {
    Set<LaboratoryFlag> present = EnumSet.noneOf(LaboratoryFlag.class);
    result
        .flags()
        .forEach(
            (flag, isSo) -> {
              if (isSo) {
                present.add(flag);
              }
            });
    return conversion(measuredUnit)
        .map(how -> result.converted(how::apply))
        .flatMap(
            converted ->
                grades.getOrDefault(grade, List.of()).stream()
                    .filter(
                        line ->
                            line.holds(converted, this, present).equals(LaboratoryCondition.YES))
                    .map(LaboratoryCondition::text)
                    .findFirst());
  }

  /** What must be known beside the numbers for some grade of this rule. */
  public Set<LaboratoryFlag> flags() {
    Set<LaboratoryFlag> all = EnumSet.noneOf(LaboratoryFlag.class);
    grades.values().forEach(lines -> lines.forEach(line -> all.addAll(line.flags())));
    return all;
  }

  /** Whether nothing can be said without a baseline: every condition is a share of it. */
  boolean needsBaseline() {
    return grades.values().stream()
        .flatMap(List::stream)
        .flatMap(condition -> condition.comparisons().stream())
        .allMatch(LaboratoryCondition::isAgainstBaseline);
  }

  /** Whether the baseline was outside its own limits; without one it is taken to be normal. */
  boolean isBaselineAbnormal(LaboratoryResult result) {
    BigDecimal baseline = result.baseline();
    if (baseline == null || result.isBaseline()) {
      return false;
    }
    if (direction == Direction.HIGH) {
      BigDecimal limit = result.baselineUln() != null ? result.baselineUln() : result.uln();
      return limit != null && baseline.compareTo(limit) > 0;
    }
    BigDecimal limit = result.baselineLln() != null ? result.baselineLln() : result.lln();
    return limit != null && baseline.compareTo(limit) < 0;
  }
}
