/** The dictionary's own sentences, kept beside the log and never in it. */
@NullMarked
package org.lodestar.app.dictionary;

import org.jspecify.annotations.NullMarked;
