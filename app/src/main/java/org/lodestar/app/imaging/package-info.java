/** Images and plans as the pages and the record need them: cases, their review, their pictures. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.imaging;
