/** Doses, day-1 decisions per agent, holds, reductions, exposure. */
@org.jspecify.annotations.NullMarked
package org.lodestar.trial.treatment;
