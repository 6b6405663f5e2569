/** The command line. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.cli;
