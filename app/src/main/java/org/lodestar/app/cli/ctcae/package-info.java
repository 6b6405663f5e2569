/** Commands about the dictionary of adverse events. */
@NullMarked
package org.lodestar.app.cli.ctcae;

import org.jspecify.annotations.NullMarked;
