package org.lodestar.app.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.lodestar.trial.protocol.Agent;
import org.lodestar.trial.protocol.AgentClass;
import org.lodestar.trial.protocol.DoseBasis;
import org.lodestar.trial.protocol.EnrolmentSettings;
import org.lodestar.trial.protocol.FollowUpSettings;
import org.lodestar.trial.protocol.ImagingSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.RadiotherapySettings;
import org.lodestar.trial.protocol.TimeOrigin;
import org.lodestar.trial.protocol.TreatmentSettings;
import org.lodestar.trial.protocol.WorkingDayCalendar;

/** What the virtual staff read in the protocol before they begin. */
final class ProtocolFigures {
  private ProtocolFigures() {}

  /**
   * @throws IllegalArgumentException when the protocol leaves open what the staff must know
   */
  static Figures of(Protocol protocol) {
    int induction = protocol.get(TreatmentSettings.INDUCTION_CYCLES).require();
    int cycles = protocol.get(TreatmentSettings.CHEMOTHERAPY_CYCLES).require();
    boolean counted =
        protocol.get(TreatmentSettings.CHEMOTHERAPY_CYCLES_INCLUDE_INDUCTION).require();
    return new Figures(
        protocol.get(TreatmentSettings.CYCLE_LENGTH_DAYS).require(),
        counted ? cycles : cycles + induction,
        protocol.get(RadiotherapySettings.START_CYCLE).require(),
        protocol.get(RadiotherapySettings.FRACTIONS).require(),
        protocol.get(RadiotherapySettings.FRACTION_DOSE_GY).require(),
        protocol.get(RadiotherapySettings.TOTAL_DOSE_GY).require(),
        protocol.get(TreatmentSettings.MAINTENANCE_MAX_MONTHS).require(),
        origin(protocol.get(TreatmentSettings.MAINTENANCE_ORIGIN).require()),
        protocol.get(ImagingSettings.SCHEDULE).require().getFirst().intervalDays(),
        protocol.get(FollowUpSettings.SURVIVAL_INTERVAL_DAYS).require(),
        protocol.get(FollowUpSettings.SURVIVAL_UNTIL_MONTHS).require(),
        drugs(protocol, AgentClass.TAXANE),
        drugs(protocol, AgentClass.PLATINUM).getFirst(),
        drugs(protocol, AgentClass.PD_1).getFirst(),
        protocol.get(EnrolmentSettings.CONSENT_VERSIONS).find().orElse(List.of()),
        calendar(protocol, protocol.get(FollowUpSettings.CLINIC_CALENDAR).require()),
        calendar(protocol, protocol.get(RadiotherapySettings.CALENDAR).require()));
  }

  private static List<Figures.Drug> drugs(Protocol protocol, AgentClass wanted) {
    List<Figures.Drug> drugs =
        protocol.agents().stream()
            .filter(agent -> agent.agentClass().find().filter(wanted::equals).isPresent())
            .map(ProtocolFigures::drug)
            .toList();
    if (drugs.isEmpty()) {
      throw new IllegalArgumentException("the protocol has no agent of class " + wanted.key());
    }
    return drugs;
  }

  private static Figures.Drug drug(Agent agent) {
    Figures.Basis basis = basis(agent.doseBasis().require());
    int rounding = agent.roundingMg().find().map(BigDecimal::intValue).orElse(1);
    return new Figures.Drug(agent.key(), basis, agent.dose().require(), rounding);
  }

  private static Figures.Origin origin(TimeOrigin origin) {
    return switch (origin) {
      case FIRST_DOSE -> Figures.Origin.FIRST_DOSE;
      case RADIOTHERAPY_START -> Figures.Origin.RADIOTHERAPY_START;
      case RADIOTHERAPY_END -> Figures.Origin.RADIOTHERAPY_END;
      case MAINTENANCE_START -> Figures.Origin.MAINTENANCE_START;
      case CONSENT, ENROLMENT, LAST_DOSE ->
          throw new IllegalArgumentException(
              "the virtual staff count maintenance from the first dose, radiotherapy or the first"
                  + " maintenance dose; got: "
                  + origin.key());
    };
  }

  private static Figures.Basis basis(DoseBasis basis) {
    return switch (basis) {
      case BODY_SURFACE_AREA -> Figures.Basis.SURFACE;
      case AUC -> Figures.Basis.EXPOSURE;
      case FLAT -> Figures.Basis.FLAT;
      case BODY_WEIGHT ->
          throw new IllegalArgumentException(
              "the virtual staff dose by surface, AUC or flat; got: " + basis.key());
    };
  }

  private static Predicate<LocalDate> calendar(Protocol protocol, String key) {
    WorkingDayCalendar calendar =
        protocol.calendar(key).orElseGet(WorkingDayCalendar::mondayToFriday);
    return calendar::isWorkingDay;
  }
}
