package org.lodestar.trial.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Capture;
import org.lodestar.trial.capture.CaptureCommand;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.Permission;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Outcome;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Stream;
import org.lodestar.trial.protocol.DesignSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Setting;
import org.lodestar.trial.protocol.Visit;

/** Decides who enters the trial: registration at the first consent, enrolment, screen failure. */
public final class Enrolment {
  /** The form by which a participant is registered. */
  public static final String CONSENT_FORM = "consent";

  private Enrolment() {}

  /**
   * @param casebooks the casebook of any participant, empty when she is unknown
   * @param protocol the protocol in force
   */
  public static Outcome decide(
      EnrolmentRegister register,
      Function<ParticipantCode, Casebook> casebooks,
      Protocol protocol,
      EnrolmentCommand command,
      Context context) {
    return switch (command) {
      case EnrolmentCommand.RegisterParticipant registration ->
          Permission.REGISTER
              .refuse(context)
              .map(Outcome::refused)
              .orElseGet(() -> decideRegistration(register, protocol, registration, context));
      case EnrolmentCommand.Enrol enrol ->
          Permission.ENROL
              .refuse(context)
              .map(Outcome::refused)
              .orElseGet(
                  () ->
                      decideEnrolment(register, casebooks.apply(enrol.code()), protocol, context));
      case EnrolmentCommand.FailScreening failure ->
          Permission.FAIL_SCREENING
              .refuse(context)
              .map(Outcome::refused)
              .orElseGet(
                  () ->
                      decideFailure(
                          register,
                          casebooks.apply(failure.code()),
                          protocol,
                          failure,
                          context.today()));
    };
  }

  private static Outcome decideRegistration(
      EnrolmentRegister register,
      Protocol protocol,
      EnrolmentCommand.RegisterParticipant command,
      Context context) {
    Optional<String> visit = consentVisit(protocol);
    if (visit.isEmpty()) {
      return refused(EnrolmentRule.NO_CONSENT_VISIT, "form", CONSENT_FORM);
    }
    ParticipantCode code = register.nextCode();
    var save =
        new CaptureCommand.SaveForm(
            new FormInstance(code, visit.get(), CONSENT_FORM, 1), command.consent(), null);
    return switch (Capture.decideSave(Casebook.empty(code), protocol, save, context)) {
      case Outcome.Refused refused -> refused;
      case Outcome.Accepted saved -> registered(register, code, saved);
    };
  }

  private static Outcome registered(
      EnrolmentRegister register, ParticipantCode code, Outcome.Accepted saved) {
    List<Draft> drafts = new ArrayList<>();
    drafts.add(Draft.of(Stream.ENROLMENT, code, new Body.ParticipantRegistered(code)));
    drafts.addAll(saved.drafts());
    Map<Stream, Long> read = new HashMap<>(saved.read());
    read.put(Stream.ENROLMENT, register.version());
    return new Outcome.Accepted(drafts, read);
  }

  private static Optional<String> consentVisit(Protocol protocol) {
    return protocol.visits().stream()
        .filter(visit -> visit.forms().contains(CONSENT_FORM))
        .map(Visit::key)
        .findFirst();
  }

  private static Outcome decideEnrolment(
      EnrolmentRegister register, Casebook casebook, Protocol protocol, Context context) {
    List<Refusal> refusals = new ArrayList<>();
    stillInScreening(register, casebook.code()).ifPresent(refusals::add);
    if (isCandidate(register.standing(casebook.code()))) {
      underTheCap(register, protocol).ifPresent(refusals::add);
    }
    if (register.standing(casebook.code()) instanceof Standing.InScreening) {
      refusals.addAll(
          ineligible(casebook, Eligibility.derive(casebook, protocol, context.today())));
    }
    if (!refusals.isEmpty()) {
      return new Outcome.Refused(refusals);
    }
    int ordinal = register.enrolledCount() + 1;
    String number = String.format(Locale.ROOT, "%s-%03d", context.site(), ordinal);
    Body body = new Body.Enrolled(casebook.code(), number, ordinal, context.today());
    return accepted(register, casebook, body, null);
  }

  /** Somebody whom the number of participants could keep out. */
  private static boolean isCandidate(@Nullable Standing standing) {
    return standing instanceof Standing.InScreening || standing instanceof Standing.Failed;
  }

  private static Optional<Refusal> stillInScreening(
      EnrolmentRegister register, ParticipantCode code) {
    return switch (register.standing(code)) {
      case null ->
          Optional.of(
              refusal(
                  Refusal.Cause.NOT_FOUND,
                  EnrolmentRule.UNKNOWN_PARTICIPANT,
                  "code",
                  code,
                  "codes",
                  codesGiven(register)));
      case Standing.InScreening ignored -> Optional.empty();
      case Standing.Enrolled enrolled ->
          Optional.of(
              refusal(
                  Refusal.Cause.FORBIDDEN_BY_RULE,
                  EnrolmentRule.ALREADY_ENROLLED,
                  "code",
                  code,
                  "number",
                  enrolled.number()));
      case Standing.Failed failed ->
          Optional.of(
              refusal(
                  Refusal.Cause.FORBIDDEN_BY_RULE,
                  EnrolmentRule.SCREENING_CLOSED,
                  "code",
                  code,
                  "cause",
                  ScreenFailure.parse(failed.cause()).words()));
    };
  }

  private static String codesGiven(EnrolmentRegister register) {
    return register.registered().isEmpty()
        ? "-"
        : register.registered().iterator().next()
            + " .. "
            + ParticipantCode.ofOrdinal(register.nextCode().ordinal() - 1);
  }

  private static Optional<Refusal> underTheCap(EnrolmentRegister register, Protocol protocol) {
    Setting<Integer> cap = protocol.get(DesignSettings.PLANNED_ENROLMENT);
    if (cap.find().isEmpty()) {
      return Optional.of(
          refusal(
              Refusal.Cause.FORBIDDEN_BY_RULE,
              EnrolmentRule.CAP_UNSPECIFIED,
              "setting",
              cap.key().path()));
    }
    int enrolled = register.enrolledCount();
    return enrolled < cap.require()
        ? Optional.empty()
        : Optional.of(
            refusal(
                Refusal.Cause.FORBIDDEN_BY_RULE,
                EnrolmentRule.CAP_REACHED,
                "cap",
                cap.require(),
                "next",
                enrolled + 1));
  }

  private static List<Refusal> ineligible(Casebook casebook, Eligibility eligibility) {
    List<Refusal> refusals = new ArrayList<>();
    for (Eligibility.Judged judged : eligibility.notMet()) {
      refusals.add(
          refusal(
              Refusal.Cause.FORBIDDEN_BY_RULE,
              EnrolmentRule.NOT_MET,
              "code",
              casebook.code(),
              "criterion",
              judged.criterion().words()));
    }
    for (Eligibility.Judged judged : eligibility.missing()) {
      refusals.add(
          refusal(
              Refusal.Cause.FORBIDDEN_BY_RULE,
              EnrolmentRule.NOT_KNOWN,
              "code",
              casebook.code(),
              "criterion",
              judged.criterion().words(),
              "items",
              String.join(", ", judged.missingItems())));
    }
    return refusals;
  }

  private static Outcome decideFailure(
      EnrolmentRegister register,
      Casebook casebook,
      Protocol protocol,
      EnrolmentCommand.FailScreening command,
      LocalDate today) {
    Optional<Refusal> closed = stillInScreening(register, command.code());
    if (closed.isPresent()) {
      return Outcome.refused(closed.get());
    }
    if (command.cause() == ScreenFailure.OTHER && isBlank(command.reason())) {
      return refused(EnrolmentRule.REASON_NEEDED, "cause", command.cause().words());
    }
    var notMet =
        Eligibility.derive(casebook, protocol, today).notMet().stream()
            .map(judged -> judged.criterion().key())
            .collect(Collectors.toCollection(TreeSet::new));
    Body body = new Body.ScreenFailed(command.code(), command.cause().key(), notMet);
    return accepted(register, casebook, body, command.reason());
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static Outcome accepted(
      EnrolmentRegister register, Casebook casebook, Body body, @Nullable String reason) {
    Map<Stream, Long> read = new HashMap<>(casebook.read());
    read.put(Stream.ENROLMENT, register.version());
    return new Outcome.Accepted(
        List.of(new Draft(Stream.ENROLMENT, casebook.code(), body, reason)), read);
  }

  private static Outcome refused(EnrolmentRule rule, Object... namesAndValues) {
    return Outcome.refused(refusal(Refusal.Cause.FORBIDDEN_BY_RULE, rule, namesAndValues));
  }

  private static Refusal refusal(
      Refusal.Cause cause, EnrolmentRule rule, Object... namesAndValues) {
    return new Refusal(cause, rule, Message.of(rule.words(), namesAndValues), null);
  }
}
