/** Delivered fractions, gaps, overall treatment time. */
@org.jspecify.annotations.NullMarked
package org.lodestar.radiotherapy.delivery;
