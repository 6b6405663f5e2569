/** Calendars, anchors, visits, cycles, fractions, windows, re-planning. */
@org.jspecify.annotations.NullMarked
package org.lodestar.trial.schedule;
