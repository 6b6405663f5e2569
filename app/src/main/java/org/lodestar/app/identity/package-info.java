/** The identity vault: names and identifiers, which never enter the log. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.identity;
