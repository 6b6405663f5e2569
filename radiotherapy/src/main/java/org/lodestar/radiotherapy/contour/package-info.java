/** Contours: topology per slice, masks, and masks back to contours. */
@org.jspecify.annotations.NullMarked
package org.lodestar.radiotherapy.contour;
