package org.lodestar.trial.deviation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.schedule.Reconsent;

/** Procedures without the consent that they need, and consent forms that were signed wrong. */
final class ConsentDeviations {
  /** By kind of form: the day of a procedure that needs consent, and its name. */
  private static final Map<String, Procedure> PROCEDURES = procedures();

  private record Procedure(String item, boolean withTime, Words words) {}

  private ConsentDeviations() {}

  private static Map<String, Procedure> procedures() {
    Map<String, Procedure> procedures = new LinkedHashMap<>();
    procedures.put(
        "cardiac-thyroid",
        new Procedure("tested-on", false, new Words("cardiac and thyroid tests", "心脏与甲状腺检查")));
    procedures.put(
        "administration", new Procedure("started-at", true, new Words("study drug", "试验药物给药")));
    procedures.put(
        "fraction", new Procedure("delivered-at", true, new Words("radiotherapy", "放疗")));
    return procedures;
  }

  /**
   * @param asked the versions of the consent form that she was to sign
   */
  static List<Derived<Deviation>> find(
      Sheets sheets, List<Derived<Reconsent>> asked, LocalDate asOf) {
    List<Derived<Deviation>> found = new ArrayList<>(beforeConsent(sheets));
    for (Derived<Reconsent> each : asked) {
      version(each, asOf).ifPresent(found::add);
      PROCEDURES.forEach(
          (kind, procedure) ->
              days(sheets, kind, procedure).stream()
                  .filter(day -> !day.get().isAfter(asOf) && each.get().isOwedOn(day.get()))
                  .min(Comparator.comparing(Derived::get))
                  .ifPresent(day -> found.add(withoutReconsent(kind, procedure, day, each))));
    }
    return found;
  }

  private static List<Derived<LocalDate>> days(Sheets sheets, String kind, Procedure procedure) {
    return sheets.of(kind).stream()
        .map(s -> procedure.withTime() ? s.day(procedure.item()) : s.date(procedure.item()))
        .filter(Derived::isKnown)
        .toList();
  }

  private static List<Derived<Deviation>> beforeConsent(Sheets sheets) {
    Optional<Derived<LocalDate>> consent =
        sheets.of("consent").stream()
            .map(sheet -> sheet.date("signed-on"))
            .filter(Derived::isKnown)
            .min(Comparator.comparing(Derived::get));
    List<Derived<Deviation>> found = new ArrayList<>();
    PROCEDURES.forEach(
        (kind, procedure) ->
            days(sheets, kind, procedure).stream()
                .min(Comparator.comparing(Derived::get))
                .filter(day -> isBefore(day, consent))
                .ifPresent(day -> found.add(beforeConsent(kind, procedure, day, consent))));
    return found;
  }

  private static boolean isBefore(Derived<LocalDate> day, Optional<Derived<LocalDate>> consent) {
    return consent.map(signed -> day.get().isBefore(signed.get())).orElse(true);
  }

  private static Derived<Deviation> beforeConsent(
      String kind,
      Procedure procedure,
      Derived<LocalDate> day,
      Optional<Derived<LocalDate>> consent) {
    DeviationRule rule = DeviationRule.CONSENT_AFTER_PROCEDURE;
    List<Derived<LocalDate>> inputs = new ArrayList<>(List.of(day));
    consent.ifPresent(inputs::add);
    return Derived.of(rule, Deviation.of(rule, kind, day.get()), inputs)
        .with("what", procedure.words())
        .with("date", day.get())
        .with(
            "consent",
            consent.<Object>map(Derived::get).orElse(new Words("none on record", "无记录")));
  }

  /** What is wrong with the signature of one version, if anything is by that day. */
  private static Optional<Derived<Deviation>> version(Derived<Reconsent> asked, LocalDate asOf) {
    Reconsent reconsent = asked.get();
    LocalDate due = reconsent.due() == null ? asOf : reconsent.due();
    if (reconsent.isFirst()) {
      return Optional.of(of(DeviationRule.CONSENT_OUTDATED, asked, due));
    }
    LocalDate signedOn = reconsent.signedOn();
    if (signedOn != null && reconsent.isLate()) {
      return Optional.of(of(DeviationRule.RECONSENT_LATE, asked, signedOn));
    }
    return reconsent.isMissed()
        ? Optional.of(of(DeviationRule.RECONSENT_MISSING, asked, due))
        : Optional.empty();
  }

  private static Derived<Deviation> of(DeviationRule rule, Derived<Reconsent> asked, LocalDate on) {
    return terms(Derived.of(rule, Deviation.of(rule, part(asked), on), asked), asked);
  }

  /** Its figures are those of the schedule. */
  private static Derived<Deviation> terms(Derived<Deviation> found, Derived<Reconsent> asked) {
    Derived<Deviation> derived = found;
    for (var term : asked.terms().entrySet()) {
      derived = derived.with(term.getKey(), term.getValue());
    }
    return derived;
  }

  private static String part(Derived<Reconsent> asked) {
    return "consent-" + asked.get().version();
  }

  private static Derived<Deviation> withoutReconsent(
      String kind, Procedure procedure, Derived<LocalDate> day, Derived<Reconsent> asked) {
    DeviationRule rule = DeviationRule.PROCEDURE_WITHOUT_RECONSENT;
    Deviation deviation = Deviation.of(rule, part(asked) + "-" + kind, day.get());
    return terms(Derived.of(rule, deviation, day, asked), asked)
        .with("what", procedure.words())
        .with("date", day.get());
  }
}
