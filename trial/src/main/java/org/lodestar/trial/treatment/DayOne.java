package org.lodestar.trial.treatment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.lodestar.trial.protocol.AgentClass;
import org.lodestar.trial.protocol.Anchor;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TreatmentPhase;
import org.lodestar.trial.protocol.TreatmentSettings;
import org.lodestar.trial.protocol.Visit;
import org.lodestar.trial.schedule.Cycle;
import org.lodestar.trial.schedule.FractionCourse;
import org.lodestar.trial.schedule.Schedule;

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
  private final Schedule schedule;
  private final LocalDate day;
  private final DayOneTests tests;
  private final SettingsRead settings;

  public DayOne(Sheets sheets, Protocol protocol, Schedule schedule, LocalDate day) {
    this.sheets = sheets;
    this.protocol = protocol;
    this.schedule = schedule;
    this.day = day;
    this.tests = new DayOneTests(sheets, protocol, day);
    this.settings = new SettingsRead(protocol);
  }

  /** The subject under which a person's decision on an agent of one day of a visit is kept. */
  public static String subject(String visit, LocalDate day, String agent) {
    return "treatment.day-1/" + visit + "/" + day + "/" + agent;
  }

  /** Every agent of a visit of the trial; none when the visit gives no treatment. */
  public List<AgentDay> deriveVisit(String visit) {
    return eachOf(visit).toList();
  }

  /**
   * One agent of a visit, as {@link #deriveVisit} has it; those after it are not derived.
   *
   * @return empty when the visit does not give it
   */
  Optional<AgentDay> deriveVisit(String visit, String agent) {
    return eachOf(visit).filter(day -> day.agent().equals(agent)).findFirst();
  }

  private Stream<AgentDay> eachOf(String visit) {
    for (Visit series : protocol.visits()) {
      OptionalInt number = numberIn(series.key(), visit);
      if (number.isPresent() && series.anchor() == Anchor.EACH_CYCLE) {
        return deriveCycle(visit, number.getAsInt());
      }
      if (number.isPresent() && series.anchor() == Anchor.EACH_MAINTENANCE_CYCLE) {
        return agentsIn(TreatmentPhase.MAINTENANCE).map(a -> derive(visit, a, 0));
      }
    }
    return Stream.empty();
  }

  /** The number that a visit of a series carries behind the key of the series. */
  private static OptionalInt numberIn(String series, String visit) {
    String number = visit.startsWith(series + "-") ? visit.substring(series.length() + 1) : "";
    return number.matches("[1-9]\\d{0,3}")
        ? OptionalInt.of(Integer.parseInt(number))
        : OptionalInt.empty();
  }

  private Stream<AgentDay> deriveCycle(String visit, int cycle) {
    int delayDays = delayDays(cycle);
    return agentsOf(cycle).stream().map(agent -> derive(visit, agent, delayDays));
  }

  private int delayDays(int cycle) {
    return schedule
        .cycles()
        .known()
        .flatMap(plan -> plan.cycle(cycle))
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

  /**
   * One agent at one visit.
   *
   * @param delayedDays by which its cycle would be late on this day
   */
  public AgentDay derive(String visit, Agent agent, int delayedDays) {
    AgentRecord record = AgentRecord.before(sheets, agent.key(), day);
    List<Derived<Action>> proposals = new ArrayList<>(byRules(agent.key(), record));
    boolean pd1 = agent.agentClass().find().filter(AgentClass.PD_1::equals).isPresent();
    if (pd1) {
      withRadiotherapy(agent).ifPresent(proposals::add);
      heldTooLong(agent, record, proposals).ifPresent(proposals::add);
    } else {
      delay(agent, proposals, delayedDays).ifPresent(proposals::add);
    }
    stopped(agent.name(), record).ifPresent(proposals::add);
    Derived<Action> combined = settings.on(DayOneDecision.combine(agent.name(), day, proposals));
    int level = combined.get() == Action.REDUCE ? record.level() + 1 : record.level();
    AgentDose dose =
        new DoseCalculation(protocol, PatientReading.read(sheets, day), day).derive(agent, level);
    return agentDay(visit, agent.key(), exhausted(agent, level, combined), Optional.of(dose));
  }

  private AgentDay agentDay(
      String visit, String agent, Derived<Action> action, Optional<AgentDose> dose) {
    String subject = subject(visit, day, agent);
    return new AgentDay(
        agent, new Proposal<>(subject, action, sheets.casebook().decision(subject)), dose);
  }

  /** A reduction below the lowest dose means to stop. */
  private static Derived<Action> exhausted(Agent agent, int level, Derived<Action> combined) {
    int levels = agent.reducedDoses().find().map(List::size).orElse(Integer.MAX_VALUE);
    return combined.get() != Action.REDUCE || level <= levels
        ? combined
        : Derived.of(TreatmentRule.NO_LEVEL_LEFT, Action.STOP, combined)
            .with("agent", agent.name())
            .with("levels", levels);
  }

  /** Whether a fraction may be given today. */
  public AgentDay deriveFraction() {
    AgentRecord record = AgentRecord.before(sheets, RADIOTHERAPY, day);
    List<Derived<Action>> proposals = new ArrayList<>(byRules(RADIOTHERAPY, record));
    stopped(RADIOTHERAPY_WORDS, record).ifPresent(proposals::add);
    return agentDay(
        "fraction",
        RADIOTHERAPY,
        settings.on(DayOneDecision.combine(RADIOTHERAPY_WORDS, day, proposals)),
        Optional.empty());
  }

  private List<Derived<Action>> byRules(String agent, AgentRecord record) {
    List<Derived<Action>> proposals = new ArrayList<>();
    settings.find(TreatmentSettings.DAY_1_RULES).orElse(List.of()).stream()
        .filter(rule -> rule.agents().contains(agent))
        .map(rule -> DayOneDecision.judge(rule, tests.measure(rule)))
        .forEach(proposals::add);
    proposals.addAll(
        new ToxicityJudgement(
                agent,
                settings.find(TreatmentSettings.TOXICITY_RULES).orElse(List.of()),
                record.lastGiven().orElse(null))
            .judge(tests.episodes()));
    openRules(TreatmentSettings.DAY_1_RULES).ifPresent(proposals::add);
    openRules(TreatmentSettings.TOXICITY_RULES).ifPresent(proposals::add);
    return proposals;
  }

  /** While the protocol leaves its rules open, a person is asked. */
  private Optional<Derived<Action>> openRules(org.lodestar.trial.protocol.SettingKey<?> key) {
    var setting = protocol.get(key);
    return setting.find().isPresent()
        ? Optional.empty()
        : Optional.of(
            Derived.of(TreatmentRule.RULES_OPEN, Action.ASK, List.of())
                .with("setting", setting.key().label()));
  }

  private Optional<Derived<Action>> delay(
      Agent agent, List<Derived<Action>> proposals, int delayedDays) {
    return settings
        .find(TreatmentSettings.DELAY_MAX_DAYS)
        .map(
            max ->
                DayOneDecision.judgeDelay(agent.name(), List.copyOf(proposals), delayedDays, max));
  }

  private static Optional<Derived<Action>> stopped(Words agent, AgentRecord record) {
    Derived<LocalDate> on = record.stopped();
    return on == null
        ? Optional.empty()
        : Optional.of(
            Derived.of(TreatmentRule.STOPPED_BEFORE, Action.STOP, on)
                .with("agent", agent)
                .with("on", on.get()));
  }

  private Optional<Derived<Action>> withRadiotherapy(Agent agent) {
    Optional<FractionCourse> course = schedule.radiotherapy().known();
    Optional<LocalDate> end = course.flatMap(FractionCourse::end);
    boolean begun =
        course.filter(c -> !c.delivered().isEmpty()).isPresent()
            || schedule.radiotherapyStart().known().filter(day::equals).isPresent();
    if (!begun || end.isEmpty()) {
      return Optional.empty();
    }
    return day.isAfter(end.get()) ? gap(agent, end.get()) : during(agent);
  }

  private Optional<Derived<Action>> during(Agent agent) {
    return settings
        .find(TreatmentSettings.PD_1_DURING_RADIOTHERAPY)
        .filter(allowed -> !allowed)
        .map(
            never ->
                Derived.of(
                        TreatmentRule.NOT_DURING_RADIOTHERAPY, Action.OMIT, schedule.radiotherapy())
                    .with("agent", agent.name()));
  }

  private Optional<Derived<Action>> gap(Agent agent, LocalDate end) {
    long days = ChronoUnit.DAYS.between(end, day);
    return settings
        .find(TreatmentSettings.PD_1_GAP_AFTER_RADIOTHERAPY_DAYS)
        .filter(min -> days < min)
        .map(
            min ->
                Derived.of(
                        TreatmentRule.TOO_SOON_AFTER_RADIOTHERAPY,
                        Action.HOLD,
                        schedule.radiotherapy())
                    .with("days", days)
                    .with("agent", agent.name())
                    .with("min", min));
  }

  /** A hold is counted from the day on which the next dose was due. */
  private Optional<Derived<Action>> heldTooLong(
      Agent agent, AgentRecord record, List<Derived<Action>> proposals) {
    boolean held = proposals.stream().anyMatch(proposal -> proposal.get() == Action.HOLD);
    Optional<Integer> interval = agent.intervalDays().find();
    if (!held || interval.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> due = record.lastGiven().map(last -> last.plusDays(interval.get()));
    long days = due.map(from -> ChronoUnit.DAYS.between(from, day)).orElse(0L);
    return settings
        .find(TreatmentSettings.PD_1_HOLD_MAX_DAYS)
        .filter(max -> days > max)
        .map(
            max ->
                Derived.of(TreatmentRule.HELD_TOO_LONG, Action.STOP, List.copyOf(proposals))
                    .with("agent", agent.name())
                    .with("days", days)
                    .with("max", max));
  }
}
