/** Pictures and documents: plots as SVG, reports as HTML and PDF. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.print;
