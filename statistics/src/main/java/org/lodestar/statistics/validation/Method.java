package org.lodestar.statistics.validation;

import java.util.Map;

/** From the inputs of an entry to the values that it names. */
@FunctionalInterface
interface Method {
  Map<String, Object> compute(Inputs inputs);
}
