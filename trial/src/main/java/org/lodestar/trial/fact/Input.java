package org.lodestar.trial.fact;

/** What a derived value rests on: another derived value, or a fact. */
public sealed interface Input permits Derived, FactRef {}
