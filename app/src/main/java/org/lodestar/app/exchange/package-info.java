/** Files and formats of others, in and out. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.exchange;
