package org.lodestar.trial.efficacy;

/** Disease that is followed but not measured. */
public record NonTargetLesion(String id, String organ, LesionKind kind) {}
