/** Maps radiotherapy results to facts of the trial. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.imaging;
