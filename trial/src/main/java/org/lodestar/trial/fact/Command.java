package org.lodestar.trial.fact;

/** What somebody wants. Each area seals its own commands under this one. */
public interface Command {}
