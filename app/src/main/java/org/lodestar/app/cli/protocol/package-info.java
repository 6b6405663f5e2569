/** Commands about the trial as data: lint, print, diff. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.cli.protocol;
