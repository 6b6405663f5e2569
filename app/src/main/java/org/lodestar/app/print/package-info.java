/** Reports as HTML and PDF. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.print;
