/** Survival curves, one-sample and k-sample tests, Cox regression, competing risks. */
@org.jspecify.annotations.NullMarked
package org.lodestar.statistics.survival;
