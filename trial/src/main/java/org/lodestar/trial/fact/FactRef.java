package org.lodestar.trial.fact;

/** Points to one item of one fact: where a derived value comes to rest. */
public record FactRef(long seq, String item) implements Input {}
