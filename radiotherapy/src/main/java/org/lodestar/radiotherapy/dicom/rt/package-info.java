/**
 * RT objects (CT, RTSTRUCT, RTPLAN, RTDOSE, RT Beams Treatment Record) as one immutable case; every
 * inconsistency is a coded finding, nothing is silently repaired.
 */
@org.jspecify.annotations.NullMarked
package org.lodestar.radiotherapy.dicom.rt;
