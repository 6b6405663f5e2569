package org.lodestar.trial.fact;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Brings the content of older layouts to today's, once, at read. A step stays here for ever: logs
 * live longer than programs.
 */
final class Upcast {
  /**
   * One step: content of {@code kind} written under {@code from} becomes that of {@code from+1}.
   */
  record Step(Kind kind, int from, UnaryOperator<Content> change) {}

  private static final List<Step> STEPS = List.of();

  private Upcast() {}

  static Content toCurrent(Kind kind, int schema, Content content) {
    return toCurrent(kind, schema, content, kind.schema(), STEPS);
  }

  static Content toCurrent(Kind kind, int schema, Content content, int current, List<Step> steps) {
    if (schema < 1 || schema > current) {
      throw new IllegalArgumentException(
          kind.key() + " has layouts 1 to " + current + "; this fact says " + schema);
    }
    Content upcast = content;
    for (int from = schema; from < current; from++) {
      upcast = step(kind, from, steps).change().apply(upcast);
    }
    return upcast;
  }

  private static Step step(Kind kind, int from, List<Step> steps) {
    return steps.stream()
        .filter(step -> step.kind() == kind && step.from() == from)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    kind.key() + " has no step from layout " + from + " to " + (from + 1)));
  }
}
