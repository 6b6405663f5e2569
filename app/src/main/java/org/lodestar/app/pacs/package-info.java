/** Objects out of an archive of images, by DICOMweb. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.pacs;
