package org.lodestar.trial.treatment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.Permission;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Outcome;
import org.lodestar.trial.fact.Proposal;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Stream;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TreatmentSettings;
import org.lodestar.trial.schedule.TreatmentPlan;

/**
 * Decides whether a person's decision on a treatment day may stand: she must have seen the proposal
 * as it is now, say why she departs from it, and not be alone where a dose asks for two.
 */
public final class TreatmentDecision {
  private TreatmentDecision() {}

  /** Everything that is proposed for one visit on one day. */
  public static List<AgentDay> propose(
      Casebook casebook,
      EnrolmentRegister.@Nullable Standing standing,
      Protocol protocol,
      String visit,
      java.time.LocalDate day) {
    return dayOne(casebook, standing, protocol, day).deriveVisit(visit);
  }

  /** What is proposed for one agent at one visit; empty when the visit does not give it. */
  public static Optional<AgentDay> propose(
      Casebook casebook,
      EnrolmentRegister.@Nullable Standing standing,
      Protocol protocol,
      String visit,
      java.time.LocalDate day,
      String agent) {
    return dayOne(casebook, standing, protocol, day).deriveVisit(visit, agent);
  }

  private static DayOne dayOne(
      Casebook casebook,
      EnrolmentRegister.@Nullable Standing standing,
      Protocol protocol,
      java.time.LocalDate day) {
    Sheets sheets = Sheets.of(casebook, protocol.forms());
    TreatmentPlan plan = TreatmentPlan.derive(sheets, standing, protocol, day);
    return new DayOne(sheets, protocol, plan, day);
  }

  /** The same with the proposal derived here. */
  public static Outcome decide(
      Casebook casebook,
      EnrolmentRegister.@Nullable Standing standing,
      long participantVersion,
      Protocol protocol,
      TreatmentCommand.DecideDayOne command,
      Context context) {
    return decide(
        casebook,
        standing,
        participantVersion,
        protocol,
        () ->
            propose(casebook, standing, protocol, command.visit(), command.day(), command.agent()),
        command,
        context);
  }

  /**
   * @param casebook of the participant; empty when nothing was recorded about her
   * @param standing where she stands in the register, or null
   * @param participantVersion of the stream that holds what is decided about her
   * @param proposal what {@link #propose} gives for the agent of the command; asked at most once
   */
  public static Outcome decide(
      Casebook casebook,
      EnrolmentRegister.@Nullable Standing standing,
      long participantVersion,
      Protocol protocol,
      Supplier<Optional<AgentDay>> proposal,
      TreatmentCommand.DecideDayOne command,
      Context context) {
    Optional<Refusal> forbidden = Permission.DECIDE.refuse(context);
    if (forbidden.isPresent()) {
      return Outcome.refused(forbidden.get());
    }
    if (!(standing instanceof EnrolmentRegister.Standing.Enrolled)) {
      return refused(TreatmentRule.NOT_ENROLLED, "code", command.code());
    }
    if (command.decided() == Action.GIVE && DayOne.isMaintenance(protocol, command.visit())) {
      SettingsRead settings = new SettingsRead(protocol);
      settings.find(TreatmentSettings.MAINTENANCE_START);
      Optional<Message> undefined = settings.missing();
      if (undefined.isPresent()) {
        return refused(TreatmentRule.MAINTENANCE_UNDEFINED, "why", words(undefined.get()));
      }
    }
    return proposal
        .get()
        .map(day -> decide(casebook, participantVersion, day, command, context))
        .orElseGet(
            () ->
                nothingProposed(
                    propose(casebook, standing, protocol, command.visit(), command.day()),
                    command));
  }

  private static Words words(Message message) {
    return new Words(message.in(Language.EN), message.in(Language.ZH));
  }

  private static Outcome nothingProposed(
      List<AgentDay> days, TreatmentCommand.DecideDayOne command) {
    String agents = days.stream().map(AgentDay::agent).collect(Collectors.joining(", "));
    return refused(
        TreatmentRule.NOTHING_PROPOSED,
        "agent",
        command.agent(),
        "visit",
        command.visit(),
        "agents",
        agents.isEmpty() ? "-" : agents);
  }

  private static Outcome decide(
      Casebook casebook,
      long participantVersion,
      AgentDay day,
      TreatmentCommand.DecideDayOne command,
      Context context) {
    List<Refusal> refusals = refusals(day, command, context);
    if (!refusals.isEmpty()) {
      return new Outcome.Refused(refusals);
    }
    Proposal<Action> proposal = day.proposal();
    Stream stream = new Stream.Participant(command.code());
    Map<Stream, Long> read = new HashMap<>(casebook.read());
    read.put(stream, participantVersion);
    Body.Decided body =
        new Body.Decided(
            proposal.subject(),
            proposal.derived().rule().id(),
            command.inputs(),
            proposal.derived().get().key(),
            command.decided().key(),
            command.secondPerson());
    return new Outcome.Accepted(
        List.of(new Draft(stream, command.code(), body, command.reason())), read);
  }

  private static List<Refusal> refusals(
      AgentDay day, TreatmentCommand.DecideDayOne command, Context context) {
    List<Refusal> refusals = new ArrayList<>();
    if (!day.proposal().inputs().equals(command.inputs())) {
      refusals.add(refusal(TreatmentRule.PROPOSAL_MOVED, null, "agent", day.agent()));
    }
    Action proposed = day.proposal().derived().get();
    if (command.decided() != proposed && isBlank(command.reason())) {
      refusals.add(
          refusal(
              TreatmentRule.DEPARTS_WITHOUT_REASON,
              "reason",
              "decided",
              command.decided().words(),
              "proposed",
              proposed.words()));
    }
    if (needsTwo(day, command) && isAlone(command, context)) {
      String why =
          day.dose().orElseThrow().guardRails().stream()
              .map(rail -> rail.rule().id())
              .collect(Collectors.joining(", "));
      refusals.add(refusal(TreatmentRule.SECOND_PERSON_NEEDED, "secondPerson", "why", why));
    }
    return refusals;
  }

  private static boolean needsTwo(AgentDay day, TreatmentCommand.DecideDayOne command) {
    boolean treats = command.decided() == Action.GIVE || command.decided() == Action.REDUCE;
    return treats && day.dose().filter(dose -> !dose.guardRails().isEmpty()).isPresent();
  }

  private static boolean isAlone(TreatmentCommand.DecideDayOne command, Context context) {
    String second = command.secondPerson();
    return second == null || second.isBlank() || second.strip().equals(context.actor());
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static Outcome refused(TreatmentRule rule, Object... namesAndValues) {
    return Outcome.refused(refusal(rule, null, namesAndValues));
  }

  private static Refusal refusal(
      TreatmentRule rule, @Nullable String field, Object... namesAndValues) {
    return new Refusal(
        Refusal.Cause.FORBIDDEN_BY_RULE, rule, Message.of(rule.words(), namesAndValues), field);
  }
}
