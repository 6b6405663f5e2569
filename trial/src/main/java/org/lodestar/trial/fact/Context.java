package org.lodestar.trial.fact;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Under which circumstances a command is decided.
 *
 * @param at the instant of the command, UTC
 * @param today the same instant as a date at the site
 * @param bundle the bundle in force
 */
public record Context(
    String actor, Role role, String site, Instant at, LocalDate today, Digest bundle) {}
