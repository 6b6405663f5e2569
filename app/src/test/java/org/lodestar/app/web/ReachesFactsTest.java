package org.lodestar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.enrolment.Eligibility;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Proposal;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.report.Cohort;
import org.lodestar.trial.report.Member;
import org.lodestar.trial.treatment.TreatmentDecision;

/** Walks over every value that the rules derive of the demonstration's participants. */
class ReachesFactsTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 6, 10);

  private static final List<String> CYCLES = List.of("cycle-1", "cycle-2", "cycle-3");

  /** That nothing was recorded is no fact: with no other event running the worst grade is 0. */
  private static final Set<String> OF_NOTHING =
      Set.of("treatment.worst-other-grade", "treatment.condition");

  @TempDir static Path data;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> broken = new TreeSet<>();
  private final Set<String> rules = new TreeSet<>();

  @Test
  void everyDerivedValueReachesFactsThatStandInTheLog() throws IOException {
    try (Site site = new Site(data)) {
      site.ask(
          state -> {
            Protocol protocol = state.protocol(state.index().bundle());
            for (ParticipantCode code : state.index().enrolment().registered()) {
              walk(derived(state, protocol, code), state.index().seq());
            }
            walk(
                Cohort.read(state.index().enrolment(), state::casebook, protocol, TODAY).members(),
                state.index().seq());
            return rules;
          });
    }

    assertThat(broken).isEmpty();
    assertThat(rules).hasSizeGreaterThan(60);
  }

  private static List<Object> derived(TrialState state, Protocol protocol, ParticipantCode code) {
    List<Object> all = new ArrayList<>();
    Dossier dossier = Dossier.derive(state, protocol, code, TODAY);
    all.add(dossier);
    dossier.review(protocol).ifPresent(all::add);
    all.add(Eligibility.derive(state.casebook(code), protocol, TODAY));
    for (String visit : dossier.isEnrolled() ? CYCLES : List.<String>of()) {
      all.addAll(
          TreatmentDecision.propose(
              state.casebook(code), dossier.standing(), protocol, visit, TODAY));
    }
    return all;
  }

  private void walk(Object value, long last) {
    if (value == null || !seen.add(value)) {
      return;
    }
    switch (value) {
      case Derived<?> derived -> examine(derived, last);
      case FactRef fact -> {
        if (fact.seq() < 1 || fact.seq() > last) {
          broken.add("no fact " + fact);
        }
      }
      case Iterable<?> many -> many.forEach(each -> walk(each, last));
      case Map<?, ?> map -> map.values().forEach(each -> walk(each, last));
      case Optional<?> maybe -> maybe.ifPresent(each -> walk(each, last));
      case Proposal<?> proposal -> walk(proposal.derived(), last);
      case Member member ->
          List.of(
                  member.enrolment(),
                  member.treatment(),
                  member.efficacy(),
                  member.events(),
                  member.deviations())
              .forEach(each -> walk(each, last));
      case Record whole -> components(whole).forEach(each -> walk(each, last));
      default -> {
        // A plain value: it stands in a derived one or in a fact.
      }
    }
  }

  private void examine(Derived<?> derived, long last) {
    String rule = derived.rule().id();
    rules.add(rule);
    boolean rests = !derived.facts().isEmpty() || !derived.settings().isEmpty();
    if (derived.isKnown() && !rests && !OF_NOTHING.contains(rule)) {
      broken.add(rule + " is known without a fact or a setting: " + derived.sentence(Language.EN));
    }
    for (Language language : Language.values()) {
      if (derived.sentence(language).contains("{")) {
        broken.add(rule + " has a gap in its sentence: " + derived.sentence(language));
      }
    }
    derived.known().ifPresent(known -> walk(known, last));
    for (Input input : derived.inputs()) {
      walk(input, last);
    }
  }

  private static List<Object> components(Record whole) {
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : whole.getClass().getRecordComponents()) {
      AccessibleObject accessor = component.getAccessor();
      accessor.setAccessible(true);
      try {
        values.add(component.getAccessor().invoke(whole));
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(component.toString(), e);
      }
    }
    return values;
  }
}
