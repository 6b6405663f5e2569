package org.lodestar.trial.schedule;

import java.time.LocalDate;

/**
 * A fraction on its planned day.
 *
 * @param number of the course, from 1
 * @param hoursAfterFirst after the first fraction of that day; 0 for the first
 */
public record PlannedFraction(int number, LocalDate date, int hoursAfterFirst) {}
