package org.lodestar.trial.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.ItemDefinition;
import org.lodestar.trial.protocol.Protocol;

/**
 * Everybody of the trial at one moment, derived once for all tables of a report.
 *
 * @param members the enrolled, in the order of enrolment
 * @param cutoff last clinical day that counts
 */
public record Cohort(
    EnrolmentRegister register, Protocol protocol, LocalDate cutoff, List<Member> members) {
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
        Sheets sheets = Sheets.of(casebooks.apply(code), protocol.forms());
        members.add(new Member(code, enrolled, sheets, protocol, cutoff));
      }
    }
    return new Cohort(register, protocol, cutoff, members);
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
