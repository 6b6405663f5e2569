/** Tables, listings and figures as values; participant flow. */
@org.jspecify.annotations.NullMarked
package org.lodestar.trial.report;
