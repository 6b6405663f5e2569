package org.lodestar.trial.efficacy;

import java.time.LocalDate;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Reader;

/**
 * What one reader's findings give: her own lesions, against her own baseline and her own nadir.
 *
 * @param best without confirmation
 * @param progression by her findings, or earlier by a biopsy, which belongs to no reader
 */
public record ReaderReading(
    Reader reader,
    Derived<TumourHistory> history,
    Derived<TumourResponse> response,
    Derived<BestResponse> best,
    Derived<BestResponse> bestConfirmed,
    Derived<LocalDate> progression,
    Derived<TimeToEvent> progressionFreeSurvival) {}
