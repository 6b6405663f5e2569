/**
 * Contours: the voxel grid, topology per slice, masks, and masks back to contours.
 *
 * <p>Lengths are millimetres, points are in the DICOM patient frame (x to the patient's left, y to
 * the back, z to the head).
 */
@org.jspecify.annotations.NullMarked
package org.lodestar.radiotherapy.contour;
