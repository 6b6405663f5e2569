/** Commands about participants: list, show. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.cli.participant;
