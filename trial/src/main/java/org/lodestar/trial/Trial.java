package org.lodestar.trial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestar.trial.capture.Capture;
import org.lodestar.trial.capture.CaptureCommand;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.Permission;
import org.lodestar.trial.efficacy.Adjudication;
import org.lodestar.trial.efficacy.EfficacyCommand;
import org.lodestar.trial.enrolment.Enrolment;
import org.lodestar.trial.enrolment.EnrolmentCommand;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Outcome;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Stream;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Setting;
import org.lodestar.trial.protocol.TrialSettings;
import org.lodestar.trial.safety.GradeOfTerm;
import org.lodestar.trial.treatment.TreatmentCommand;
import org.lodestar.trial.treatment.TreatmentDecision;

/**
 * Decides every command: facts to append, or why not. A pure function of state, command and
 * circumstances; whatever enters the log has passed here.
 */
public final class Trial {
  private static final int MAX_NAMES_SHOWN = 5;

  private Trial() {}

  /**
   * @param state the fold of the log so far
   * @param context who asks, when, under which bundle in force
   */
  public static Outcome decide(TrialState state, Command command, Context context) {
    if (command instanceof TrialCommand.OpenLog open) {
      return decideOpening(state, open, context);
    }
    if (state.index().opened() == null) {
      return refused(TrialRule.NOT_OPENED);
    }
    return switch (command) {
      case TrialCommand trial -> decideTrial(state, trial, context);
      case EnrolmentCommand enrolment -> decideEnrolment(state, enrolment, context);
      case CaptureCommand capture -> decideCapture(state, capture, context);
      case TreatmentCommand.DecideDayOne decision -> decideTreatment(state, decision, context);
      case EfficacyCommand.Adjudicate choice -> decideAdjudication(state, choice, context);
      default -> throw new IllegalArgumentException("no area decides " + command);
    };
  }

  private static Outcome decideOpening(
      TrialState state, TrialCommand.OpenLog command, Context context) {
    Body.LogOpened opened = state.index().opened();
    if (opened != null) {
      return refused(TrialRule.ALREADY_OPENED, "trial", opened.trial());
    }
    return Permission.OPEN_LOG
        .refuse(context)
        .map(Outcome::refused)
        .orElseGet(() -> accepted(state, new Body.LogOpened(command.trial(), command.simulated())));
  }

  private static Outcome decideTrial(TrialState state, TrialCommand command, Context context) {
    return switch (command) {
      case TrialCommand.OpenLog open -> decideOpening(state, open, context);
      case TrialCommand.ActivateProtocol activate ->
          Permission.ACTIVATE_PROTOCOL
              .refuse(context)
              .map(Outcome::refused)
              .orElseGet(() -> decideActivation(state, activate));
      case TrialCommand.OpenAccount open ->
          Permission.OPEN_ACCOUNT
              .refuse(context)
              .map(Outcome::refused)
              .orElseGet(() -> decideAccount(state, open));
      case TrialCommand.NameCut cut ->
          Permission.NAME_CUT
              .refuse(context)
              .map(Outcome::refused)
              .orElseGet(() -> decideCut(state, cut));
      case TrialCommand.ImportArtefact artefact ->
          Permission.IMPORT_ARTEFACT
              .refuse(context)
              .map(Outcome::refused)
              .orElseGet(() -> decideArtefact(state, artefact));
    };
  }

  private static Outcome decideActivation(TrialState state, TrialCommand.ActivateProtocol command) {
    Body.LogOpened opened = state.index().opened();
    if (opened == null) {
      return refused(TrialRule.NOT_OPENED);
    }
    if (command.bundle().equals(state.index().bundle())) {
      return refused(TrialRule.ALREADY_ACTIVE, "bundle", command.bundle());
    }
    return switch (state.reading(command.bundle())) {
      case Protocol.Reading.Refused refused ->
          refused(
              TrialRule.UNREADABLE,
              "bundle",
              command.bundle(),
              "count",
              refused.findings().errors().size());
      case Protocol.Reading.Read read -> activate(state, opened, read.protocol(), command);
    };
  }

  private static Outcome activate(
      TrialState state,
      Body.LogOpened opened,
      Protocol protocol,
      TrialCommand.ActivateProtocol command) {
    String key = protocol.get(TrialSettings.KEY).find().orElse("");
    if (!key.equals(opened.trial())) {
      return refused(TrialRule.OTHER_TRIAL, "trial", opened.trial(), "other", key);
    }
    Optional<Refusal> unconfirmed = opened.simulated() ? Optional.empty() : unconfirmed(protocol);
    if (unconfirmed.isPresent()) {
      return Outcome.refused(unconfirmed.get());
    }
    return accepted(state, new Body.ProtocolActivated(command.bundle(), command.version()));
  }

  /** Why this protocol cannot run a real trial yet, or nothing: decisions without name and date. */
  public static Optional<Refusal> unconfirmed(Protocol protocol) {
    List<String> settings =
        protocol.open().stream()
            .filter(setting -> setting.status() == Setting.Status.DECIDED_EXAMPLE)
            .map(setting -> setting.key().path())
            .toList();
    return settings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            refusal(
                TrialRule.UNCONFIRMED, "count", settings.size(), "settings", shortened(settings)));
  }

  private static String shortened(List<String> names) {
    String shown = names.stream().limit(MAX_NAMES_SHOWN).collect(Collectors.joining(", "));
    return names.size() > MAX_NAMES_SHOWN ? shown + " ..." : shown;
  }

  private static Outcome decideAccount(TrialState state, TrialCommand.OpenAccount command) {
    Stream stream = new Stream.Account(command.account());
    return new Outcome.Accepted(
        List.of(Draft.of(stream, new Body.AccountOpened(command.account(), command.roles()))),
        Map.of(stream, state.index().version(stream)));
  }

  private static Outcome decideCut(TrialState state, TrialCommand.NameCut command) {
    TrialIndex index = state.index();
    if (!command.name().matches("[\\p{L}\\p{N}][\\p{L}\\p{N} -]{0,39}")) {
      return refused(TrialRule.CUT_NAME, "name", command.name());
    }
    TrialIndex.Cut taken = index.cuts().get(command.name());
    if (taken != null) {
      return refused(TrialRule.CUT_EXISTS, "name", command.name(), "seq", taken.seq());
    }
    Digest bundle = index.bundle();
    if (bundle == null) {
      return refused(TrialRule.NO_PROTOCOL);
    }
    return accepted(
        state,
        new Body.CutNamed(
            command.name(), index.seq(), index.head(), command.clinicalCutoff(), bundle));
  }

  private static Outcome decideArtefact(TrialState state, TrialCommand.ImportArtefact command) {
    return accepted(
        state,
        new Body.ArtefactImported(
            command.name(),
            command.mediaType(),
            command.bytes(),
            command.digest(),
            command.uids()));
  }

  private static Outcome decideEnrolment(
      TrialState state, EnrolmentCommand command, Context context) {
    Optional<Protocol> protocol = inForce(state);
    if (protocol.isEmpty()) {
      return refused(TrialRule.NO_PROTOCOL);
    }
    Outcome outcome =
        Enrolment.decide(
            state.index().enrolment(), state::casebook, protocol.get(), command, context);
    return readingTrial(state, outcome);
  }

  private static Outcome decideCapture(TrialState state, CaptureCommand command, Context context) {
    Optional<Protocol> protocol = inForce(state);
    if (protocol.isEmpty()) {
      return refused(TrialRule.NO_PROTOCOL);
    }
    Casebook casebook = state.casebook(command.instance().participant());
    Outcome outcome = Capture.decide(casebook, protocol.get(), command, context);
    Optional<Refusal> grade =
        outcome instanceof Outcome.Accepted && command instanceof CaptureCommand.SaveForm save
            ? GradeOfTerm.refuse(protocol.get(), save, casebook.form(save.instance()))
            : Optional.empty();
    return grade.map(Outcome::refused).orElseGet(() -> readingTrial(state, outcome));
  }

  private static Outcome decideTreatment(
      TrialState state, TreatmentCommand.DecideDayOne command, Context context) {
    Optional<Protocol> protocol = inForce(state);
    if (protocol.isEmpty()) {
      return refused(TrialRule.NO_PROTOCOL);
    }
    Outcome outcome =
        TreatmentDecision.decide(
            state.casebook(command.code()),
            state.index().enrolment().standing(command.code()),
            state.index().version(new Stream.Participant(command.code())),
            protocol.get(),
            () -> state.proposal(command.code(), command.visit(), command.day(), command.agent()),
            command,
            context);
    return readingTrial(state, outcome);
  }

  private static Outcome decideAdjudication(
      TrialState state, EfficacyCommand.Adjudicate command, Context context) {
    Optional<Protocol> protocol = inForce(state);
    if (protocol.isEmpty()) {
      return refused(TrialRule.NO_PROTOCOL);
    }
    Outcome outcome =
        Adjudication.decide(
            state.casebook(command.code()),
            state.index().version(new Stream.Participant(command.code())),
            state.review(command.code(), context.today()),
            command,
            context);
    return readingTrial(state, outcome);
  }

  private static Optional<Protocol> inForce(TrialState state) {
    return Optional.ofNullable(state.index().bundle()).map(state::protocol);
  }

  /** What a rule of the bundle allowed rests on the bundle in force. */
  private static Outcome readingTrial(TrialState state, Outcome outcome) {
    if (!(outcome instanceof Outcome.Accepted accepted)) {
      return outcome;
    }
    Map<Stream, Long> read = new HashMap<>(accepted.read());
    read.put(Stream.TRIAL, state.index().version(Stream.TRIAL));
    return new Outcome.Accepted(accepted.drafts(), read);
  }

  private static Outcome accepted(TrialState state, Body body) {
    return new Outcome.Accepted(
        List.of(Draft.of(Stream.TRIAL, body)),
        Map.of(Stream.TRIAL, state.index().version(Stream.TRIAL)));
  }

  private static Outcome refused(TrialRule rule, Object... namesAndValues) {
    return Outcome.refused(refusal(rule, namesAndValues));
  }

  private static Refusal refusal(TrialRule rule, Object... namesAndValues) {
    return new Refusal(
        Refusal.Cause.FORBIDDEN_BY_RULE, rule, Message.of(rule.words(), namesAndValues), null);
  }
}
