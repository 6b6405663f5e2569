package org.lodestar.trial.efficacy;

import java.time.LocalDate;
import java.util.Optional;
import org.lodestar.trial.fact.Derived;

/**
 * The efficacy of one participant.
 *
 * @param response visit by visit; empty without a baseline
 * @param best without confirmation
 * @param progression first progression; missing while there is none
 * @param newTherapy first treatment that counts as new anti-cancer therapy; missing without
 * @param durationOfResponse missing without a response
 * @param responseInTime best of the assessments up to the month until which the protocol judges
 *     response, confirmed where it asks for that: what the response rate counts
 * @param immune the same course by iRECIST, which is exploratory
 * @param nominalVisit whether the participant was free of progression at the landmark's assessment
 * @param intervalTime between which days progression happened, as it is known
 * @param lost the day of the attempt with which the participant was lost to follow-up
 * @param daysToDeath from the last study treatment of any kind
 * @param firstTreatment missing when no study treatment was given
 * @param scheduleOrigin the day from which the tumour assessments are planned
 */
public record ParticipantEfficacy(
    Optional<TumourResponse> response,
    Derived<BestResponse> best,
    Derived<BestResponse> bestConfirmed,
    Derived<LocalDate> progression,
    Derived<LocalDate> newTherapy,
    Derived<LocalDate> death,
    Derived<LocalDate> lastAlive,
    Derived<TimeToEvent> progressionFreeSurvival,
    Derived<TimeToEvent> overallSurvival,
    Derived<TimeToEvent> durationOfResponse,
    Derived<BestResponse> responseInTime,
    Derived<ImmuneCourse> immune,
    Derived<LandmarkStatus> nominalVisit,
    Derived<IntervalTime> intervalTime,
    Derived<LocalDate> lost,
    Derived<Integer> daysToDeath,
    Derived<LocalDate> firstTreatment,
    Derived<LocalDate> scheduleOrigin) {}
