/** The command {@code lodestar review}. */
@NullMarked
package org.lodestar.app.cli.review;

import org.jspecify.annotations.NullMarked;
