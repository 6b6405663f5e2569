package org.lodestar.app.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.Head;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.statistics.survival.SurvivalData;
import org.lodestar.trial.TrialIndex;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.deviation.DeviationRule;
import org.lodestar.trial.efficacy.TimeToEvent;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.report.Cohort;
import org.lodestar.trial.report.Member;

/** The primary analysis of one simulated trial, from its log, beside the truth of its scenario. */
final class TrialAnalysis {
  private final Protocol protocol;
  private final Scenario scenario;
  private final TrialDesign design;
  private final LocalDate until;

  TrialAnalysis(Protocol protocol, Scenario scenario, TrialDesign design, LocalDate until) {
    this.protocol = protocol;
    this.scenario = scenario;
    this.design = design;
    this.until = until;
  }

  /** At the last cut that the scenario names; at the last day acted when it names none by then. */
  TrialOutcome of(CommandBus bus, Simulation.Result result, long seed) {
    List<TrialIndex.Cut> cuts = bus.ask(state -> List.copyOf(state.index().cuts().values()));
    if (cuts.isEmpty()) {
      return bus.ask(state -> of(cohort(state, lastDay(state)), result, seed));
    }
    TrialIndex.Cut cut = cuts.getLast();
    Head head = new Head(cut.seq(), cut.head());
    return bus.askAt(head, state -> of(cohort(state, cut.clinicalCutoff()), result, seed));
  }

  private LocalDate lastDay(TrialState state) {
    Instant last = state.index().at();
    return last == null || !until.equals(LocalDate.MAX)
        ? until
        : last.atZone(protocol.zone()).toLocalDate();
  }

  private Cohort cohort(TrialState state, LocalDate cutoff) {
    return Cohort.read(state.index().enrolment(), state::casebook, protocol, cutoff);
  }

  private TrialOutcome of(Cohort cohort, Simulation.Result result, long seed) {
    List<Member> members = cohort.members();
    List<TimeToEvent> times =
        members.stream()
            .flatMap(member -> member.efficacy().progressionFreeSurvival().known().stream())
            .toList();
    SurvivalData data = data(times);
    return new TrialOutcome(
        seed,
        result.head().seq(),
        members.size(),
        data.eventCount(),
        data.size() - data.eventCount(),
        dropouts(members),
        missedScans(members),
        enrolmentDays(members),
        followUpDays(members),
        rate(data, design.landmarkDay()),
        rate(data, design.exactDay()),
        trueRate(members, result, seed),
        rejected(data));
  }

  private static SurvivalData data(List<TimeToEvent> times) {
    double[] days = times.stream().mapToDouble(TimeToEvent::days).toArray();
    boolean[] events = new boolean[days.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = times.get(i).event();
    }
    return SurvivalData.of(days, events);
  }

  private static OptionalDouble rate(SurvivalData data, double day) {
    if (data.size() == 0) {
      return OptionalDouble.empty();
    }
    Estimate rate = KaplanMeier.of(data).survivalAt(day);
    return rate.isEstimable() ? OptionalDouble.of(rate.value()) : OptionalDouble.empty();
  }

  private Set<DecisionRule> rejected(SurvivalData data) {
    Set<DecisionRule> rejected = EnumSet.noneOf(DecisionRule.class);
    for (DecisionRule test : DecisionRule.values()) {
      if (data.size() > 0 && test.rejects(data, design)) {
        rejected.add(test);
      }
    }
    return rejected;
  }

  private static int dropouts(List<Member> members) {
    return (int)
        members.stream()
            .filter(
                member ->
                    member.sheets().of("withdrawal").stream()
                        .anyMatch(
                            sheet ->
                                sheet
                                    .date("withdrawn-on")
                                    .known()
                                    .filter(day -> !day.isAfter(member.cutoff()))
                                    .isPresent()))
            .count();
  }

  private static int missedScans(List<Member> members) {
    return (int)
        members.stream()
            .flatMap(member -> member.assessmentDeviations().stream())
            .filter(deviation -> deviation.rule() == DeviationRule.ASSESSMENT_MISSED)
            .count();
  }

  private static long enrolmentDays(List<Member> members) {
    return members.isEmpty()
        ? 0
        : ChronoUnit.DAYS.between(members.getFirst().enrolledOn(), members.getLast().enrolledOn());
  }

  private static long followUpDays(List<Member> members) {
    return members.isEmpty()
        ? 0
        : ChronoUnit.DAYS.between(members.getLast().enrolledOn(), members.getLast().cutoff());
  }

  /** What nobody in the trial sees: who was alive without progression at the exact day. */
  private OptionalDouble trueRate(List<Member> members, Simulation.Result result, long seed) {
    Map<ParticipantCode, Person> people = new HashMap<>();
    for (Person person : Person.all(scenario, seed)) {
      ParticipantCode code = result.codes().get(person.number());
      if (code != null) {
        people.put(code, person);
      }
    }
    return members.stream()
        .filter(Member::treated)
        .map(member -> people.get(member.code()))
        .filter(Objects::nonNull)
        .mapToInt(person -> isFree(person) ? 1 : 0)
        .average();
  }

  /** The day of the first dose is study day 1. */
  private boolean isFree(Person person) {
    return Math.min(person.progressionDay(), person.deathDay()) + 1 > design.exactDay();
  }
}
