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
    Derived<TimeToEvent> durationOfResponse) {}
