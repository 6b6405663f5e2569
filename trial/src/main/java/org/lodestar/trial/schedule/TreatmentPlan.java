package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Protocol;

/**
 * Chemotherapy and radiotherapy of one participant, as given and as planned from here: the part of
 * her {@link Schedule} on which visits, assessments and the decisions of a treatment day rest.
 *
 * @param facts on which it rests
 * @param cycles day 1 of each chemotherapy cycle, as first planned, as planned now, as given
 * @param cycleDays by cycle: its day 1 and the reason
 * @param radiotherapyStart the first fraction, delivered or planned
 * @param radiotherapy the whole course
 */
public record TreatmentPlan(
    TreatmentFacts facts,
    Derived<CyclePlan> cycles,
    Map<Integer, Derived<LocalDate>> cycleDays,
    Derived<LocalDate> radiotherapyStart,
    Derived<FractionCourse> radiotherapy) {
  public TreatmentPlan {
    cycleDays = Map.copyOf(cycleDays);
  }

  /**
   * @param standing where the participant stands in the enrolment register, or null
   * @param asOf today: nothing is planned before it
   */
  public static TreatmentPlan derive(
      Sheets sheets,
      EnrolmentRegister.@Nullable Standing standing,
      Protocol protocol,
      LocalDate asOf) {
    return derive(
        TreatmentFacts.read(sheets, protocol, standing),
        protocol,
        Schedule.clinic(protocol),
        Schedule.machine(protocol),
        asOf);
  }

  static TreatmentPlan derive(
      TreatmentFacts facts,
      Protocol protocol,
      WorkingDays clinic,
      WorkingDays machine,
      LocalDate asOf) {
    CycleDays cycles = new CycleDays(facts, protocol, clinic);
    CourseDays course = new CourseDays(facts, protocol, machine, asOf);
    Derived<CyclePlan> all = cycles.derive();
    Derived<LocalDate> start = course.deriveStart(all);
    Derived<FractionCourse> radiotherapy = course.derive(start);
    Derived<CyclePlan> given = cycles.limitedBy(radiotherapy, all);
    return new TreatmentPlan(facts, given, cycles.days(given), start, radiotherapy);
  }
}
