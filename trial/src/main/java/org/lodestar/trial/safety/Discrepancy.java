package org.lodestar.trial.safety;

/**
 * Two entries that cannot both be right, or one that calls for another.
 *
 * @param subject stable name of what disagrees, for the query that asks: the number of an event
 */
public record Discrepancy(SafetyRule rule, String subject) {}
