/** CTCAE terms and grades, laboratory grading, SAE clocks, attribution. */
@org.jspecify.annotations.NullMarked
package org.lodestar.trial.safety;
