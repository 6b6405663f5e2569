package org.lodestar.trial.efficacy;

import java.time.LocalDate;

/** An overall response and the date of its assessment. */
public record TimedResponse(LocalDate date, Response response) {}
