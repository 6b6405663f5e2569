/** Who a participant is, kept apart from the log: keyed hashes of identifiers, never their text. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.identity;
