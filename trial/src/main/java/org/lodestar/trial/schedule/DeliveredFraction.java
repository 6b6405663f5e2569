package org.lodestar.trial.schedule;

import java.time.LocalDate;

/**
 * A fraction as it was delivered.
 *
 * @param number of the course as recorded, from 1
 * @param complete false when it was broken off and its rest is still owed
 */
public record DeliveredFraction(int number, LocalDate date, boolean complete) {}
