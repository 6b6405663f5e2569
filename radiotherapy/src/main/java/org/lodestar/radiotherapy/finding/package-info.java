/** Coded findings: every inconsistency that was seen, none of them silently repaired. */
@org.jspecify.annotations.NullMarked
package org.lodestar.radiotherapy.finding;
