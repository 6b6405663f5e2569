package org.lodestar.trial.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SafetySettings;
import org.lodestar.trial.safety.LaboratoryGrading.Finding;

/**
 * A laboratory value under treatment that is graded worse than before treatment, while no adverse
 * event of its term and at least its grade covers the day. Whether it is an event is for the
 * investigator to say: this asks.
 *
 * @param grade what the value is graded, with the event of a lower grade where there is one
 */
public record UnrecordedGrade(Finding finding, Derived<Integer> grade) {

  /** Every such value of one participant, the worst first; none before the first treatment. */
  public static List<UnrecordedGrade> derive(
      Sheets sheets, Protocol protocol, TreatmentDates treatment, AdverseEvents events) {
    Optional<LocalDate> first = treatment.first().known();
    if (first.isEmpty()) {
      return List.of();
    }
    List<Finding> graded =
        LaboratoryGrading.derive(sheets, protocol, treatment).stream()
            .filter(finding -> finding.grade().isKnown())
            .toList();
    Map<String, Integer> before = before(graded, first.get());
    return graded.stream()
        .filter(finding -> finding.sampledOn().isAfter(first.get()))
        .filter(finding -> finding.grade().get() > before.getOrDefault(test(finding), 0))
        .filter(finding -> covering(finding, events).noneMatch(e -> isAtLeast(e, finding)))
        .map(finding -> asked(finding, events, protocol))
        .sorted(
            Comparator.comparing((UnrecordedGrade open) -> open.grade().get())
                .reversed()
                .thenComparing(open -> open.finding().sampledOn()))
        .toList();
  }

  /** By test and term: the grade of the last sample up to the first treatment, 0 included. */
  private static Map<String, Integer> before(List<Finding> graded, LocalDate first) {
    Map<String, Integer> before = new HashMap<>();
    graded.stream()
        .filter(finding -> !finding.sampledOn().isAfter(first))
        .forEach(finding -> before.put(test(finding), finding.grade().get()));
    return before;
  }

  private static String test(Finding finding) {
    return finding.item() + "/" + finding.term();
  }

  private static java.util.stream.Stream<Derived<AdverseEvent>> covering(
      Finding finding, AdverseEvents events) {
    return events.events().stream()
        .map(AdverseEvents.Event::record)
        .filter(event -> event.get().term().equalsIgnoreCase(finding.term()))
        .filter(event -> covers(event.get(), finding.sampledOn()));
  }

  private static boolean covers(AdverseEvent event, LocalDate day) {
    return !event.startedOn().earliest().isAfter(day)
        && (event.endedOn() == null || !event.endedOn().latest().isBefore(day));
  }

  private static boolean isAtLeast(Derived<AdverseEvent> event, Finding finding) {
    return event.get().grade() >= finding.grade().get();
  }

  private static UnrecordedGrade asked(Finding finding, AdverseEvents events, Protocol protocol) {
    List<Input> inputs = new ArrayList<>(List.of(finding.grade()));
    inputs.addAll(covering(finding, events).toList());
    Words term =
        protocol
            .get(SafetySettings.DICTIONARY)
            .find()
            .flatMap(Ctcae::of)
            .flatMap(ctcae -> new TermFinder(ctcae).named(finding.term()))
            .map(CtcaeTerm::words)
            .orElse(Words.same(finding.term()));
    return new UnrecordedGrade(
        finding,
        Derived.of(SafetyRule.GRADE_WITHOUT_EVENT, finding.grade().get(), inputs)
            .with("term", term)
            .with("grade", finding.grade().get())
            .with("date", finding.sampledOn()));
  }
}
