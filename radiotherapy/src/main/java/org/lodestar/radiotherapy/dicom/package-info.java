/** DICOM RT objects in and out. */
@org.jspecify.annotations.NullMarked
package org.lodestar.radiotherapy.dicom;
