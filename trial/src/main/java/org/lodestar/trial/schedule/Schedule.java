package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.FollowUpSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.RadiotherapySettings;
import org.lodestar.trial.protocol.SettingKey;
import org.lodestar.trial.protocol.WorkingDayCalendar;

/**
 * What is due when for one participant, with what happened already. Each day is derived: it says
 * why it is that day.
 *
 * @param treatment chemotherapy and radiotherapy
 * @param maintenance day 1 of each maintenance cycle; missing until maintenance has a first day
 * @param assessments the tumour assessments at their intervals
 * @param assessmentAfterRadiotherapy the first one after the last fraction
 * @param visits all visits that the protocol plans
 */
public record Schedule(
    TreatmentPlan treatment,
    Derived<CyclePlan> maintenance,
    List<Derived<PlannedAssessment>> assessments,
    Derived<LocalDate> assessmentAfterRadiotherapy,
    VisitPlan visits) {
  public Schedule {
    assessments = List.copyOf(assessments);
  }

  /** Day 1 of each chemotherapy cycle, as first planned, as planned now, as given. */
  public Derived<CyclePlan> cycles() {
    return treatment.cycles();
  }

  /** By cycle: its day 1 and the reason. */
  public Map<Integer, Derived<LocalDate>> cycleDays() {
    return treatment.cycleDays();
  }

  /** The first fraction, delivered or planned. */
  public Derived<LocalDate> radiotherapyStart() {
    return treatment.radiotherapyStart();
  }

  /** The whole course of radiotherapy. */
  public Derived<FractionCourse> radiotherapy() {
    return treatment.radiotherapy();
  }

  /**
   * The schedule of a casebook on the calendars that the trial names. Where it names none, work is
   * planned from Monday to Friday and every day is provisional.
   *
   * @param standing where the participant stands in the enrolment register, or null
   */
  public static Schedule derive(
      Casebook casebook,
      EnrolmentRegister.@Nullable Standing standing,
      Protocol protocol,
      Outlook outlook) {
    return derive(Sheets.of(casebook, protocol.forms()), standing, protocol, outlook);
  }

  /** The same from a casebook that is sorted already. */
  public static Schedule derive(
      Sheets sheets,
      EnrolmentRegister.@Nullable Standing standing,
      Protocol protocol,
      Outlook outlook) {
    ScheduleFacts facts = ScheduleFacts.read(sheets, protocol, standing);
    return derive(facts, protocol, clinic(protocol), machine(protocol), outlook);
  }

  /** The days on which the clinic of the trial sees participants. */
  public static WorkingDays clinic(Protocol protocol) {
    return calendar(protocol, FollowUpSettings.CLINIC_CALENDAR);
  }

  /** The days on which the machine of the trial treats. */
  public static WorkingDays machine(Protocol protocol) {
    return calendar(protocol, RadiotherapySettings.CALENDAR);
  }

  private static WorkingDays calendar(Protocol protocol, SettingKey<String> key) {
    return WorkingDays.of(
        protocol
            .get(key)
            .find()
            .flatMap(protocol::calendar)
            .orElseGet(WorkingDayCalendar::mondayToFriday));
  }

  /**
   * @param clinic days on which visits and infusions can be planned
   * @param machine days on which the participant can be irradiated
   */
  public static Schedule derive(
      ScheduleFacts facts,
      Protocol protocol,
      WorkingDays clinic,
      WorkingDays machine,
      Outlook outlook) {
    return new ScheduleDerivation(facts, protocol, clinic, machine, outlook).derive();
  }
}
