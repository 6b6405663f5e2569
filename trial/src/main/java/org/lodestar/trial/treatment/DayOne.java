package org.lodestar.trial.treatment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Proposal;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.Agent;
import org.lodestar.trial.protocol.Anchor;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.TreatmentPhase;
import org.lodestar.trial.protocol.TreatmentSettings;
import org.lodestar.trial.protocol.Visit;
import org.lodestar.trial.schedule.Cycle;
import org.lodestar.trial.schedule.TreatmentPlan;

/**
 * The decisions of one treatment day, agent by agent. They check a prescription and are not an
 * order: a person decides each of them.
 */
public final class DayOne {
  /** The name under which rules speak of the fraction of the day. */
  public static final String RADIOTHERAPY = "radiotherapy";

  private static final Words RADIOTHERAPY_WORDS = new Words("radiotherapy", "放疗");

  private final Sheets sheets;
  private final Protocol protocol;
  private final TreatmentPlan plan;
  private final LocalDate day;
  private final DayOneTests tests;

  public DayOne(Sheets sheets, Protocol protocol, TreatmentPlan plan, LocalDate day) {
    this.sheets = sheets;
    this.protocol = protocol;
    this.plan = plan;
    this.day = day;
    this.tests = new DayOneTests(sheets, protocol, day);
  }

  /** The subject under which a person's decision on an agent of one day of a visit is kept. */
  public static String subject(String visit, LocalDate day, String agent) {
    return "treatment.day-1/" + visit + "/" + day + "/" + agent;
  }

  /**
   * The agents of one visit, by how many days its cycle would be late on this day, and what the
   * conditions of its phase propose.
   */
  private record Given(
      List<Agent> agents, OptionalInt delayDays, List<Derived<Action>> conditions) {}

  /** Every agent of a visit of the trial; none when the visit gives no treatment. */
  public List<AgentDay> deriveVisit(String visit) {
    Given given = given(visit);
    return given.agents().stream().map(agent -> derive(visit, agent, given)).toList();
  }

  /**
   * One agent of a visit, as {@link #deriveVisit} has it; the others are not derived.
   *
   * @return empty when the visit does not give it
   */
  Optional<AgentDay> deriveVisit(String visit, String key) {
    Given given = given(visit);
    return given.agents().stream()
        .filter(agent -> agent.key().equals(key))
        .findFirst()
        .map(agent -> derive(visit, agent, given));
  }

  private Given given(String visit) {
    for (Visit series : protocol.visits()) {
      OptionalInt number = series.numberIn(visit);
      if (number.isPresent() && series.anchor() == Anchor.EACH_CYCLE) {
        int cycle = number.getAsInt();
        return new Given(agentsOf(cycle), OptionalInt.of(delayDays(cycle)), List.of());
      }
      if (number.isPresent() && series.anchor() == Anchor.EACH_MAINTENANCE_CYCLE) {
        return new Given(
            agentsIn(TreatmentPhase.MAINTENANCE).toList(),
            OptionalInt.empty(),
            new MaintenanceRules(sheets, protocol, plan.facts(), day).derive());
      }
    }
    return new Given(List.of(), OptionalInt.empty(), List.of());
  }

  /** Whether a visit is one of the maintenance cycles. */
  static boolean isMaintenance(Protocol protocol, String visit) {
    return protocol.visits().stream()
        .anyMatch(
            series ->
                series.anchor() == Anchor.EACH_MAINTENANCE_CYCLE
                    && series.numberIn(visit).isPresent());
  }

  private int delayDays(int cycle) {
    return plan.cycles()
        .known()
        .flatMap(cycles -> cycles.cycle(cycle))
        .map(this::delayDays)
        .orElse(0);
  }

  /** How late the cycle would be if it began on this day. */
  private int delayDays(Cycle cycle) {
    LocalDate expected = cycle.planned().minusDays(cycle.delayDays());
    return (int) Math.max(0, ChronoUnit.DAYS.between(expected, day));
  }

  /** The agents of a cycle; of alternatives the one that the participant has had already. */
  public List<Agent> agentsOf(int cycle) {
    int induction = protocol.get(TreatmentSettings.INDUCTION_CYCLES).find().orElse(0);
    TreatmentPhase phase =
        cycle <= induction ? TreatmentPhase.INDUCTION : TreatmentPhase.CONCURRENT;
    List<Agent> agents = agentsIn(phase).toList();
    return agents.stream().filter(agent -> isChosen(agent, agents)).toList();
  }

  private Stream<Agent> agentsIn(TreatmentPhase phase) {
    return protocol.agents().stream()
        .filter(agent -> agent.phases().find().orElse(List.of()).contains(phase));
  }

  private boolean isChosen(Agent agent, List<Agent> agents) {
    if (agent.alternativeGroup().isEmpty() || isUsed(agent)) {
      return true;
    }
    return agents.stream()
        .filter(other -> other.alternativeGroup().equals(agent.alternativeGroup()))
        .noneMatch(this::isUsed);
  }

  private boolean isUsed(Agent agent) {
    return Stream.of("prescription", "administration")
        .flatMap(kind -> sheets.of(kind).stream())
        .anyMatch(sheet -> sheet.text("agent").known().filter(agent.key()::equals).isPresent());
  }

  /** One agent as if a cycle of it were due on this day. */
  public AgentDay derive(String visit, Agent agent) {
    return derive(visit, agent, new Given(List.of(agent), OptionalInt.of(0), List.of()));
  }

  private AgentDay derive(String visit, Agent agent, Given given) {
    AgentRecord record = AgentRecord.before(sheets, agent.key(), day);
    Derived<Action> combined =
        new DayOneRules(protocol, plan, tests, day, record)
            .derive(agent, given.delayDays(), given.conditions());
    boolean reduces = DayOneDecision.reduces(combined);
    int level = reduces ? record.level() + 1 : record.level();
    AgentDose dose = new DoseCalculation(protocol, tests::patient, day).derive(agent, level);
    return agentDay(
        visit, agent.key(), exhausted(agent, level, reduces, combined), Optional.of(dose));
  }

  private AgentDay agentDay(
      String visit, String agent, Derived<Action> action, Optional<AgentDose> dose) {
    String subject = subject(visit, day, agent);
    return new AgentDay(
        agent, new Proposal<>(subject, action, sheets.casebook().decision(subject)), dose);
  }

  /** A reduction below the lowest dose means to stop. */
  private static Derived<Action> exhausted(
      Agent agent, int level, boolean reduces, Derived<Action> combined) {
    int levels = agent.reducedDoses().find().map(List::size).orElse(Integer.MAX_VALUE);
    return !reduces || level <= levels || combined.get() == Action.STOP
        ? combined
        : Derived.of(TreatmentRule.NO_LEVEL_LEFT, Action.STOP, combined)
            .with("agent", agent.name())
            .with("levels", levels);
  }

  /** Whether a fraction may be given today. */
  public AgentDay deriveFraction() {
    AgentRecord record = AgentRecord.before(sheets, RADIOTHERAPY, day);
    Derived<Action> combined =
        new DayOneRules(protocol, plan, tests, day, record).derive(RADIOTHERAPY_WORDS);
    return agentDay("fraction", RADIOTHERAPY, combined, Optional.empty());
  }
}
