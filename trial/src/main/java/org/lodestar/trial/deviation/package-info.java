/** Protocol deviations, found by rules, with severity. */
@org.jspecify.annotations.NullMarked
package org.lodestar.trial.deviation;
