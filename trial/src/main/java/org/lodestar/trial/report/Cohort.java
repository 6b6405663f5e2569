package org.lodestar.trial.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.deviation.Deviations;
import org.lodestar.trial.efficacy.EfficacyDerivation;
import org.lodestar.trial.efficacy.EfficacyRule;
import org.lodestar.trial.efficacy.ParticipantEfficacy;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.ItemDefinition;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.safety.AdverseEvents;
import org.lodestar.trial.safety.TreatmentDates;

/**
 * Everybody of the trial at one moment, derived once for all tables of a report.
 *
 * @param members the enrolled, in the order of enrolment
 * @param cutoff last clinical day that counts
 */
public record Cohort(
    EnrolmentRegister register, Protocol protocol, LocalDate cutoff, List<Member> members) {
  private static final Words ENROLMENT = new Words("enrolment", "入组");

  public Cohort {
    members = List.copyOf(members);
  }

  /**
   * Derives everybody.
   *
   * @param casebooks what was recorded about a participant
   */
  public static Cohort read(
      EnrolmentRegister register,
      Function<ParticipantCode, Casebook> casebooks,
      Protocol protocol,
      LocalDate cutoff) {
    List<Member> members = new ArrayList<>();
    for (ParticipantCode code : register.enrolled()) {
      if (register.standing(code) instanceof Standing.Enrolled enrolled
          && !enrolled.on().isAfter(cutoff)) {
        members.add(member(code, enrolled, casebooks.apply(code), protocol, cutoff));
      }
    }
    return new Cohort(register, protocol, cutoff, members);
  }

  static Member member(
      ParticipantCode code,
      Standing.Enrolled enrolled,
      Casebook casebook,
      Protocol protocol,
      LocalDate cutoff) {
    Sheets sheets = Sheets.of(casebook, protocol.forms());
    TreatmentDates treatment = TreatmentDates.read(sheets);
    Derived<LocalDate> origin =
        Derived.of(EfficacyRule.ORIGIN, enrolled.on(), new FactRef(enrolled.seq(), "on"))
            .with("origin", ENROLMENT);
    ParticipantEfficacy efficacy = EfficacyDerivation.derive(sheets, protocol, origin, cutoff);
    return new Member(
        code,
        enrolled.number(),
        origin,
        cutoff,
        sheets,
        treatment,
        treatment.first().known().filter(day -> !day.isAfter(cutoff)).isPresent(),
        AdverseEvents.derive(sheets, protocol, treatment).events().stream()
            .filter(event -> !event.record().get().startedOn().earliest().isAfter(cutoff))
            .toList(),
        efficacy,
        Deviations.derive(sheets, protocol, efficacy, cutoff).stream()
            .filter(deviation -> !deviation.get().on().isAfter(cutoff))
            .toList());
  }

  List<Member> treated() {
    return members.stream().filter(Member::treated).toList();
  }

  double level() {
    return Confidence.level(protocol);
  }

  Words intervalHead() {
    return Confidence.head(protocol);
  }

  EfficacyTables efficacy() {
    return new EfficacyTables(protocol, members.stream().map(Member::efficacy).toList());
  }

  /** What the trial's form calls a coded answer. */
  Optional<Words> answer(Sheet sheet, String item) {
    return sheet.text(item).known().map(code -> words(sheet, item, code));
  }

  private Words words(Sheet sheet, String item, String code) {
    return options(sheet, item).stream()
        .filter(option -> option.code().equals(code))
        .map(ItemDefinition.Option::words)
        .findFirst()
        .orElse(Words.same(code));
  }

  List<ItemDefinition.Option> options(Sheet sheet, String item) {
    return protocol
        .forms()
        .item(sheet.form().instance().form() + "." + item)
        .map(ItemDefinition::options)
        .orElse(List.of());
  }
}
