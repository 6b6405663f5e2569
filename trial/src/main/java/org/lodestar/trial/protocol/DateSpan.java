package org.lodestar.trial.protocol;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.lodestar.trial.fact.PartialDate;
import org.lodestar.trial.fact.PartialDate.Answer;

/**
 * A date inside expressions: the days that it can be.
 *
 * @param vague names of the variables that make it more than one day
 */
record DateSpan(LocalDate earliest, LocalDate latest, Set<String> vague) {
  DateSpan {
    vague = Set.copyOf(vague);
  }

  static DateSpan of(PartialDate date, String variable) {
    Set<String> vague = date.complete().isPresent() ? Set.of() : Set.of(variable);
    return new DateSpan(date.earliest(), date.latest(), vague);
  }

  static DateSpan of(LocalDate day) {
    return new DateSpan(day, day, Set.of());
  }

  static DateSpan parse(String text) {
    return of(LocalDate.parse(text));
  }

  boolean isPartial() {
    return !earliest.equals(latest);
  }

  DateSpan shifted(UnaryOperator<LocalDate> shift) {
    return new DateSpan(shift.apply(earliest), shift.apply(latest), vague);
  }

  Answer isBefore(DateSpan other) {
    return decided(latest.isBefore(other.earliest), !earliest.isBefore(other.latest));
  }

  Answer isOnOrBefore(DateSpan other) {
    return decided(!latest.isAfter(other.earliest), earliest.isAfter(other.latest));
  }

  Answer isOn(DateSpan other) {
    boolean apart = latest.isBefore(other.earliest) || earliest.isAfter(other.latest);
    return decided(!isPartial() && equalsDay(other), apart);
  }

  private boolean equalsDay(DateSpan other) {
    return !other.isPartial() && earliest.equals(other.earliest);
  }

  private static Answer decided(boolean yes, boolean no) {
    return yes ? Answer.YES : no ? Answer.NO : Answer.UNKNOWN;
  }

  /** The variables that would have to be known better to compare the two. */
  Set<String> vagueWith(DateSpan other) {
    Set<String> both = new TreeSet<>(vague);
    both.addAll(other.vague);
    return both;
  }
}
