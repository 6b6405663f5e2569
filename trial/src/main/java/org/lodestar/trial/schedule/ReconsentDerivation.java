package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.ConsentVersion;
import org.lodestar.trial.protocol.EnrolmentSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingsRead;

/** Goes through the versions of the consent form for one participant; private to one derivation. */
final class ReconsentDerivation {
  private static final Words NONE = new Words("none", "无");
  private static final Words NO_DAY = new Words("the next visit, not planned yet", "下次访视（尚无日期）");

  private final ScheduleFacts facts;
  private final VisitPlan visits;
  private final boolean expected;
  private final LocalDate asOf;
  private final SettingsRead settings;
  private final Optional<List<ConsentVersion>> stated;

  ReconsentDerivation(
      ScheduleFacts facts,
      VisitPlan visits,
      @Nullable Standing standing,
      Protocol protocol,
      LocalDate asOf) {
    this.facts = facts;
    this.visits = visits;
    this.expected = !(standing instanceof Standing.Failed);
    this.asOf = asOf;
    this.settings = new SettingsRead(protocol);
    this.stated = settings.find(EnrolmentSettings.CONSENT_VERSIONS);
  }

  /** A version that she is to sign, until when, and what that rests on. */
  private record Ask(
      ConsentVersion version, boolean isFirst, @Nullable LocalDate due, List<Input> inputs) {}

  Reconsents derive() {
    if (stated.isEmpty()) {
      return missing(settings.missing().orElseThrow(), List.of());
    }
    if (facts.consents().isEmpty()) {
      return missing(Message.of(ScheduleRule.NO_CONSENT.words()), List.of());
    }
    SignedConsent first = facts.consents().getFirst();
    List<Ask> asks = new ArrayList<>();
    outdated(first).ifPresent(asks::add);
    known().stream()
        .filter(version -> version.validFrom().isAfter(first.on().get()))
        .filter(this::asksHer)
        .forEach(version -> asks.add(later(version, first)));
    List<Derived<Reconsent>> asked = new ArrayList<>();
    for (int i = 0; i < asks.size(); i++) {
      asked.add(judge(asks.get(i), i + 1 < asks.size() ? asks.get(i + 1) : null));
    }
    return new Reconsents(now(asked, first), asked);
  }

  private Reconsents missing(Message why, List<Input> inputs) {
    return new Reconsents(
        settings.on(Derived.missing(ScheduleRule.CONSENT_CURRENT, why, inputs)), List.of());
  }

  /** Those that are valid by today. */
  private List<ConsentVersion> known() {
    return stated.orElse(List.of()).stream()
        .filter(version -> !version.validFrom().isAfter(asOf))
        .toList();
  }

  private boolean asksHer(ConsentVersion version) {
    LocalDate from = version.validFrom();
    return expected
        && !isBy(facts.visitsEnd(), from)
        && switch (version.reconsent()) {
          case NOBODY -> false;
          case ON_TREATMENT -> !isBy(facts.treatmentEnd(), from);
          case ALL_ALIVE -> true;
        };
  }

  private static boolean isBy(@Nullable Derived<LocalDate> end, LocalDate day) {
    return end != null && end.isKnown() && !end.get().isAfter(day);
  }

  private Optional<ConsentVersion> inForce(LocalDate day) {
    return stated.orElse(List.of()).stream()
        .filter(version -> !version.validFrom().isAfter(day))
        .reduce((earlier, later) -> later);
  }

  /** The version of the day of her first consent, when what she signed was another. */
  private Optional<Ask> outdated(SignedConsent first) {
    LocalDate on = first.on().get();
    Optional<ConsentVersion> right = inForce(on);
    boolean other =
        first.version().isKnown() && right.filter(v -> first.isOf(v.version())).isEmpty();
    return right
        .or(() -> known().stream().findFirst())
        .filter(any -> other && expected)
        .map(version -> new Ask(version, true, on, List.of(first.on(), first.version())));
  }

  private Ask later(ConsentVersion version, SignedConsent first) {
    List<Input> inputs = new ArrayList<>(List.of(first.on(), first.version()));
    Integer days = version.withinDays();
    if (days != null) {
      return new Ask(version, false, version.validFrom().plusDays(days), inputs);
    }
    Optional<PlannedVisit> next = nextVisit(version.validFrom());
    next.ifPresent(visit -> inputs.add(visit.planned()));
    return new Ask(version, false, next.map(ReconsentDerivation::lastDay).orElse(null), inputs);
  }

  /** The next one at which she is met. */
  private Optional<PlannedVisit> nextVisit(LocalDate from) {
    return visits.visits().stream()
        .filter(visit -> !visit.visit().byTelephone())
        .filter(visit -> visit.status() != VisitStatus.MISSED)
        .filter(visit -> !day(visit).isBefore(from))
        .min(Comparator.comparing(ReconsentDerivation::day));
  }

  private static LocalDate day(PlannedVisit visit) {
    LocalDate done = visit.doneOn();
    return done == null ? visit.appointment() : done;
  }

  /** What is recorded of a visit before its day, a blood sample for instance, is not yet it. */
  private static LocalDate lastDay(PlannedVisit visit) {
    LocalDate done = visit.doneOn();
    if (done == null) {
      return visit.latest();
    }
    return done.isBefore(visit.appointment()) ? visit.appointment() : done;
  }

  /** A signature under a later version serves as well; a version that asks her anew takes over. */
  private Derived<Reconsent> judge(Ask ask, @Nullable Ask next) {
    Optional<SignedConsent> signed =
        signed(ask.version())
            .filter(each -> next == null || each.on().get().isBefore(next.version().validFrom()));
    List<Input> inputs = new ArrayList<>(ask.inputs());
    if (signed.isPresent()) {
      inputs.add(signed.get().on());
      inputs.add(signed.get().version());
      return explain(ask, signed.get().on().get(), null, Reconsent.State.DONE, inputs);
    }
    LocalDate ended = next == null ? left(inputs) : next.version().validFrom();
    if (ended != null) {
      return explain(ask, null, ended, Reconsent.State.NOT_REQUIRED, inputs);
    }
    LocalDate due = ask.due();
    boolean late = due != null && asOf.isAfter(due);
    Reconsent.State waiting = late ? Reconsent.State.OVERDUE : Reconsent.State.DUE;
    return explain(ask, null, null, ask.isFirst() ? Reconsent.State.OUTDATED : waiting, inputs);
  }

  /** The first signature under it or a later version that was valid on its day. */
  private Optional<SignedConsent> signed(ConsentVersion version) {
    List<ConsentVersion> all = stated.orElse(List.of());
    List<ConsentVersion> serve = all.subList(all.indexOf(version), all.size());
    return facts.consents().stream()
        .filter(each -> serve.stream().anyMatch(one -> isValid(each, one)))
        .findFirst();
  }

  private static boolean isValid(SignedConsent signed, ConsentVersion version) {
    return signed.isOf(version.version()) && !signed.on().get().isBefore(version.validFrom());
  }

  /** When she died or withdrew, if that was by today; it then belongs to what this rests on. */
  private @Nullable LocalDate left(List<Input> inputs) {
    Derived<LocalDate> end = facts.visitsEnd();
    if (end == null || !isBy(end, asOf)) {
      return null;
    }
    inputs.add(end);
    return end.get();
  }

  private Derived<Reconsent> explain(
      Ask ask,
      @Nullable LocalDate signedOn,
      @Nullable LocalDate ended,
      Reconsent.State state,
      List<Input> inputs) {
    ConsentVersion version = ask.version();
    Reconsent reconsent =
        new Reconsent(version.version(), ask.isFirst(), ask.due(), signedOn, ended, state);
    SignedConsent first = facts.consents().getFirst();
    return settings.on(
        Derived.of(rule(reconsent), reconsent, inputs)
            .with("version", version.version())
            .with("from", version.validFrom())
            .with("due", or(ask.due(), NO_DAY))
            .with("who", version.reconsent().words())
            .with("signedOn", or(signedOn, NONE))
            .with("ended", or(ended, NONE))
            .with("first", first.version().known().orElse("-"))
            .with("on", first.on().get())
            .with("inForce", inForce(first.on().get()).map(this::name).orElse(NONE)));
  }

  private Words name(ConsentVersion version) {
    return Words.same(version.version());
  }

  private static Object or(@Nullable LocalDate day, Words otherwise) {
    return day == null ? otherwise : day;
  }

  private static ScheduleRule rule(Reconsent reconsent) {
    return switch (reconsent.state()) {
      case NOT_REQUIRED -> ScheduleRule.RECONSENT_ENDED;
      case DUE -> ScheduleRule.RECONSENT_DUE;
      case OVERDUE -> ScheduleRule.RECONSENT_OVERDUE;
      case OUTDATED -> ScheduleRule.CONSENT_OUTDATED;
      case DONE -> done(reconsent);
    };
  }

  private static ScheduleRule done(Reconsent reconsent) {
    if (reconsent.isFirst()) {
      return ScheduleRule.CONSENT_MENDED;
    }
    return reconsent.isLate() ? ScheduleRule.RECONSENT_LATE : ScheduleRule.RECONSENT_DONE;
  }

  /** What waits, else what was signed last. */
  private Derived<Reconsent> now(List<Derived<Reconsent>> asked, SignedConsent first) {
    if (!asked.isEmpty()) {
      return asked.getLast();
    }
    if (!first.version().isKnown()) {
      return settings.on(
          Derived.missing(
              ScheduleRule.CONSENT_CURRENT,
              Message.of(ScheduleRule.VERSION_NOT_RECORDED.words()),
              first.on()));
    }
    String signed = first.version().get();
    return settings.on(
        Derived.of(
                ScheduleRule.CONSENT_CURRENT,
                new Reconsent(
                    signed, true, null, first.on().get(), null, Reconsent.State.NOT_REQUIRED),
                first.on(),
                first.version())
            .with("signed", signed)
            .with("on", first.on().get()));
  }
}
