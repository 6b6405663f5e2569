package org.lodestar.app.simulate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.Head;
import org.lodestar.trial.TrialCommand;
import org.lodestar.trial.capture.CaptureCommand;
import org.lodestar.trial.efficacy.EfficacyCommand;
import org.lodestar.trial.enrolment.EnrolmentCommand;
import org.lodestar.trial.enrolment.EnrolmentRule;
import org.lodestar.trial.enrolment.ScreenFailure;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Proposal;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.FormDefinition;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.TrialSettings;
import org.lodestar.trial.treatment.AgentDay;
import org.lodestar.trial.treatment.TreatmentCommand;

/**
 * A whole trial, acted by virtual staff through the command bus, in the order of time. The same
 * protocol, scenario, seed and salts give the same facts with the same hashes.
 */
public final class Simulation {
  private static final String SITE = "01";
  private static final String VERSION = "1.0";
  private static final int ID_DIGITS = 6;
  private static final String ADJUDICATED = "the finding in the liver is a cyst on earlier images";
  private static final LocalTime OPENING = LocalTime.of(9, 0);

  private final CommandBus bus;
  private final SimulatedClock clock;
  private final Protocol protocol;
  private final ZoneId zone;
  private final Map<Integer, ParticipantCode> codes = new HashMap<>();
  private final Set<Integer> gone = new HashSet<>();
  private final List<Refused> refusals = new ArrayList<>();
  private long commands;

  /** A command of the staff that was refused, for the person who watches. */
  public record Refused(LocalDate on, Refusal refusal) {}

  /**
   * What a simulation has done.
   *
   * @param codes of those who were registered, by their number in the order of consent
   */
  public record Result(
      Head head,
      int screened,
      int enrolled,
      List<Refused> refusals,
      Map<Integer, ParticipantCode> codes) {
    public Result {
      codes = Map.copyOf(codes);
      refusals = List.copyOf(refusals);
    }
  }

  /** One act of one participant's staff. */
  private record Turn(int number, Act act) {}

  private Simulation(CommandBus bus, SimulatedClock clock, Protocol protocol) {
    this.bus = bus;
    this.clock = clock;
    this.protocol = protocol;
    this.zone = protocol.zone();
  }

  /** The clock of a simulated log, a week before the first consent. */
  public static SimulatedClock clock(Protocol protocol, Scenario scenario) {
    LocalDate start = scenario.accrual().firstConsent().minusDays(7);
    return new SimulatedClock(start.atTime(OPENING).atZone(protocol.zone()).toInstant());
  }

  /** How many acts the whole trial has until a day, for a progress line. */
  public static long acts(Protocol protocol, Scenario scenario, long seed, LocalDate until) {
    return turns(protocol, scenario, seed, until).size();
  }

  /**
   * Runs the trial on an empty log.
   *
   * @param until the last day that is acted
   * @param progress is told how many acts are done
   * @throws IllegalArgumentException when the protocol leaves open what the staff must know
   */
  public static Result run(
      CommandBus bus,
      SimulatedClock clock,
      Bundle bundle,
      Protocol protocol,
      Scenario scenario,
      long seed,
      LocalDate until,
      LongConsumer progress) {
    Simulation simulation = new Simulation(bus, clock, protocol);
    simulation.open(bundle);
    Deque<Scenario.Cut> cuts = new ArrayDeque<>(scenario.cuts());
    long done = 0;
    for (Turn turn : turns(protocol, scenario, seed, until)) {
      simulation.nameCuts(cuts, turn.act().at());
      simulation.act(turn);
      progress.accept(++done);
    }
    simulation.nameCuts(
        cuts, until.equals(LocalDate.MAX) ? LocalDateTime.MAX : until.plusDays(1).atStartOfDay());
    return simulation.result();
  }

  private static List<Turn> turns(
      Protocol protocol, Scenario scenario, long seed, LocalDate until) {
    Figures figures = ProtocolFigures.of(protocol);
    List<Turn> turns = new ArrayList<>();
    for (Person person : Person.all(scenario, seed)) {
      for (Act act : Course.of(person, scenario, figures)) {
        if (!act.at().toLocalDate().isAfter(until)) {
          turns.add(new Turn(person.number(), act));
        }
      }
    }
    turns.sort(Comparator.comparing((Turn turn) -> turn.act().at()).thenComparingInt(Turn::number));
    return turns;
  }

  private void open(Bundle bundle) {
    bus.log().putBundle(bundle.bytes());
    String trial = protocol.get(TrialSettings.KEY).require();
    require(send(new TrialCommand.OpenLog(trial, true), Role.SYSTEM));
    for (Map.Entry<Role, Set<Role>> account : accounts().entrySet()) {
      require(
          send(
              new TrialCommand.OpenAccount(actor(account.getKey()), account.getValue()),
              Role.ADMINISTRATOR));
    }
    require(send(new TrialCommand.ActivateProtocol(bundle.digest(), VERSION), Role.INVESTIGATOR));
  }

  private static Map<Role, Set<Role>> accounts() {
    Map<Role, Set<Role>> accounts = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      if (role != Role.SYSTEM) {
        accounts.put(role, Set.of(role));
      }
    }
    return accounts;
  }

  private static String actor(Role role) {
    return role.key();
  }

  private void require(CommandBus.Answer answer) {
    if (answer instanceof CommandBus.Answer.Refused refused) {
      throw new IllegalArgumentException(
          refused.refusals().getFirst().message().in(org.lodestar.trial.fact.Language.EN));
    }
  }

  /** Names the cuts that lie before a moment. */
  private void nameCuts(Deque<Scenario.Cut> cuts, LocalDateTime moment) {
    while (!cuts.isEmpty() && cuts.getFirst().moment().isBefore(moment)) {
      Scenario.Cut cut = cuts.removeFirst();
      clock.moveTo(cut.moment().atZone(zone).toInstant());
      require(send(new TrialCommand.NameCut(cut.name(), cut.on()), Role.DATA_MANAGER));
    }
  }

  private CommandBus.Answer send(Command command, Role role) {
    commands++;
    return bus.send(command, new CommandBus.Sender(actor(role), role, SITE), commandId());
  }

  private String commandId() {
    String number = Long.toString(commands);
    return "simulated-" + "0".repeat(Math.max(0, ID_DIGITS - number.length())) + number;
  }

  private void act(Turn turn) {
    if (gone.contains(turn.number())) {
      return;
    }
    clock.moveTo(turn.act().at().atZone(zone).toInstant());
    switch (turn.act()) {
      case Act.Register register -> register(turn.number(), register);
      case Act.Save save -> save(turn.number(), save);
      case Act.Complete complete ->
          note(
              turn,
              send(
                  new CaptureCommand.CompleteForm(
                      instance(
                          turn.number(), complete.visit(), complete.form(), complete.repeat())),
                  complete.role()));
      case Act.Decide decision -> decide(turn, decision);
      case Act.Adjudicate choice -> adjudicate(turn, choice);
      case Act.Enrol enrol -> enrol(turn, enrol);
      case Act.Fail fail -> fail(turn, ScreenFailure.NOT_ELIGIBLE, fail.role());
    }
  }

  private void register(int number, Act.Register register) {
    CommandBus.Answer answer =
        send(new EnrolmentCommand.RegisterParticipant(register.consent()), register.role());
    require(answer);
    if (answer instanceof CommandBus.Answer.Done done) {
      for (Fact fact : done.facts()) {
        if (fact.body() instanceof Body.ParticipantRegistered registered) {
          codes.put(number, registered.code());
        }
      }
    }
  }

  private FormInstance instance(int number, String visit, String form, int repeat) {
    ParticipantCode code = codes.get(number);
    if (code == null) {
      throw new IllegalStateException("participant " + number + " has no code yet");
    }
    return new FormInstance(code, visit, form, repeat);
  }

  /** Saves what the trial's form has of the chart; another trial's form may have less. */
  private void save(int number, Act.Save save) {
    SortedMap<String, Entry> items = new TreeMap<>(save.items());
    FormDefinition form = protocol.forms().form(save.form()).orElse(null);
    if (form != null) {
      items.keySet().removeIf(item -> protocol.forms().item(form, item).isEmpty());
    }
    if (!items.isEmpty()) {
      FormInstance instance = instance(number, save.visit(), save.form(), save.repeat());
      note(
          new Turn(number, save),
          send(new CaptureCommand.SaveForm(instance, items, save.reason()), save.role()));
    }
  }

  /** The investigator looks at the proposal and decides; what departs from it has a reason. */
  private void decide(Turn turn, Act.Decide decision) {
    ParticipantCode code = code(turn.number());
    Optional<AgentDay> seen =
        bus.ask(state -> state.proposal(code, decision.visit(), decision.day(), decision.agent()));
    if (seen.isEmpty()) {
      return;
    }
    Derived<Action> proposed = seen.get().proposal().derived();
    boolean rails = seen.get().dose().filter(dose -> !dose.guardRails().isEmpty()).isPresent();
    note(
        turn,
        send(
            new TreatmentCommand.DecideDayOne(
                code,
                decision.visit(),
                decision.day(),
                decision.agent(),
                seen.get().proposal().inputs(),
                decision.decided(),
                proposed.get() == decision.decided() ? null : decision.reason(),
                rails ? actor(Role.SAFETY_OFFICER) : null),
            decision.role()));
  }

  /** The adjudicator looks at what differs and chooses. */
  private void adjudicate(Turn turn, Act.Adjudicate choice) {
    ParticipantCode code = code(turn.number());
    LocalDate today = choice.at().toLocalDate();
    bus.ask(state -> state.review(code, today).adjudication().map(Proposal::inputs))
        .ifPresent(
            seen ->
                note(
                    turn,
                    send(
                        new EfficacyCommand.Adjudicate(code, seen, choice.chosen(), ADJUDICATED),
                        choice.role())));
  }

  private void enrol(Turn turn, Act.Enrol enrol) {
    CommandBus.Answer answer = send(new EnrolmentCommand.Enrol(code(turn.number())), enrol.role());
    note(turn, answer);
    if (answer instanceof CommandBus.Answer.Refused refused) {
      boolean full =
          refused.refusals().stream().anyMatch(r -> r.rule() == EnrolmentRule.CAP_REACHED);
      fail(turn, full ? ScreenFailure.TRIAL_FULL : ScreenFailure.NOT_ELIGIBLE, enrol.role());
    }
  }

  private void fail(Turn turn, ScreenFailure cause, Role role) {
    note(turn, send(new EnrolmentCommand.FailScreening(code(turn.number()), cause, null), role));
    gone.add(turn.number());
  }

  private ParticipantCode code(int number) {
    return instance(number, Visits.SCREENING, "consent", 1).participant();
  }

  private void note(Turn turn, CommandBus.Answer answer) {
    if (answer instanceof CommandBus.Answer.Refused refused) {
      LocalDate on = turn.act().at().toLocalDate();
      refused.refusals().forEach(refusal -> refusals.add(new Refused(on, refusal)));
    }
  }

  private Result result() {
    int enrolled = bus.ask(state -> state.index().enrolment().enrolledCount());
    return new Result(bus.log().head(), codes.size(), enrolled, refusals, codes);
  }
}
