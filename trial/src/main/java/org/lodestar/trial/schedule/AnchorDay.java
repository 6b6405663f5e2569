package org.lodestar.trial.schedule;

import java.time.LocalDate;
import org.lodestar.trial.fact.Derived;

/**
 * A day that visits are counted from.
 *
 * @param suffix tells the days of a repeated anchor apart ({@code 2} of cycle 2); empty for an
 *     anchor that comes once
 * @param happened whether the day is a fact; otherwise it is planned and may move
 */
public record AnchorDay(String suffix, Derived<LocalDate> date, boolean happened) {}
