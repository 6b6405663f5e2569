/** Margins with six different sides, barriers and unions. */
@org.jspecify.annotations.NullMarked
package org.lodestar.radiotherapy.margin;
