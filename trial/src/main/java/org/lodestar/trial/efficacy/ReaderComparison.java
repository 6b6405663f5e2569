package org.lodestar.trial.efficacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestar.trial.efficacy.ReaderDifference.Aspect;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Words;

/** Where two readings of one participant differ: visit by visit, and in what follows from them. */
public final class ReaderComparison {
  private static final Words NOT_READ = new Words("not read", "未阅片");
  private static final Words NONE = new Words("none", "无");
  private static final Words OPEN = new Words("open", "未定");

  private final Words first;
  private final Words second;

  private ReaderComparison(Words first, Words second) {
    this.first = first;
    this.second = second;
  }

  /**
   * Compares two readings.
   *
   * @param first who read one
   * @param second who read the other
   */
  public static List<Derived<ReaderDifference>> of(
      Words first, TumourResponse one, Words second, TumourResponse other) {
    return new ReaderComparison(first, second).differences(one, other);
  }

  private List<Derived<ReaderDifference>> differences(TumourResponse one, TumourResponse other) {
    List<Derived<ReaderDifference>> found = new ArrayList<>();
    for (Map.Entry<String, LocalDate> each : visits(one, other)) {
      String visit = each.getKey();
      Optional<Derived<Response>> mine = at(one, visit);
      Optional<Derived<Response>> yours = at(other, visit);
      if ((mine.isEmpty() && isOver(one, each.getValue()))
          || (yours.isEmpty() && isOver(other, each.getValue()))) {
        continue;
      }
      differ(
              Aspect.RESPONSE,
              visit,
              shown(mine, response -> Words.same(response.code()), NOT_READ),
              shown(yours, response -> Words.same(response.code()), NOT_READ),
              Stream.concat(mine.stream(), yours.stream()).toList())
          .ifPresent(found::add);
    }
    best(Aspect.BEST_RESPONSE, one.best(), other.best()).ifPresent(found::add);
    best(Aspect.BEST_RESPONSE_CONFIRMED, one.bestConfirmed(), other.bestConfirmed())
        .ifPresent(found::add);
    progression(one.progression(), other.progression()).ifPresent(found::add);
    return found;
  }

  /** After progression a reader need not read on. */
  private static boolean isOver(TumourResponse response, LocalDate day) {
    return response.progression().known().filter(day::isAfter).isPresent();
  }

  private static List<Map.Entry<String, LocalDate>> visits(
      TumourResponse one, TumourResponse other) {
    Map<String, LocalDate> days = new TreeMap<>();
    Stream.concat(one.visits().stream(), other.visits().stream())
        .forEach(visit -> days.putIfAbsent(visit.visit(), visit.date()));
    return days.entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry<String, LocalDate>::getValue))
        .toList();
  }

  private static Optional<Derived<Response>> at(TumourResponse response, String visit) {
    return response.visits().stream()
        .filter(each -> each.visit().equals(visit))
        .map(AssessedVisit::overall)
        .findFirst();
  }

  private static <T> Words shown(
      Optional<Derived<T>> derived, Function<T, Words> words, Words without) {
    return derived.flatMap(Derived::known).map(words).orElse(without);
  }

  private Optional<Derived<ReaderDifference>> best(
      Aspect aspect, Derived<BestResponse> one, Derived<BestResponse> other) {
    Function<BestResponse, Words> code = best -> Words.same(best.response().code());
    return differ(
        aspect,
        "",
        shown(Optional.of(one), code, OPEN),
        shown(Optional.of(other), code, OPEN),
        List.of(one, other));
  }

  private Optional<Derived<ReaderDifference>> progression(
      Derived<LocalDate> one, Derived<LocalDate> other) {
    Function<LocalDate, Words> day = date -> Words.same(date.toString());
    return differ(
        Aspect.PROGRESSION,
        "",
        shown(Optional.of(one), day, NONE),
        shown(Optional.of(other), day, NONE),
        List.of(one, other));
  }

  private Optional<Derived<ReaderDifference>> differ(
      Aspect aspect, String visit, Words one, Words other, List<? extends Input> inputs) {
    return one.equals(other)
        ? Optional.empty()
        : Optional.of(
            difference(new ReaderDifference(aspect, visit, one, other), first, second, inputs));
  }

  /** That one of two readers has no baseline, so that the readings cannot be compared. */
  static Derived<ReaderDifference> noBaseline(
      Words first, Derived<TumourResponse> one, Words second, Derived<TumourResponse> other) {
    Words has = new Words("there", "有");
    return difference(
        new ReaderDifference(
            Aspect.BASELINE, "", one.isKnown() ? has : NONE, other.isKnown() ? has : NONE),
        first,
        second,
        List.of(one, other));
  }

  private static Derived<ReaderDifference> difference(
      ReaderDifference difference, Words first, Words second, List<? extends Input> inputs) {
    boolean whole = difference.visit().isEmpty();
    return Derived.of(
            whole ? EfficacyRule.READERS_DIFFER : EfficacyRule.READERS_DIFFER_AT,
            difference,
            inputs)
        .with("what", difference.aspect().words())
        .with("visit", whole ? "-" : difference.visit())
        .with("first", first)
        .with("one", difference.one())
        .with("second", second)
        .with("two", difference.two());
  }
}
