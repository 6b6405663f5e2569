/** The whole trial: one decide over all areas and the trial-wide index. */
@org.jspecify.annotations.NullMarked
package org.lodestar.trial;
