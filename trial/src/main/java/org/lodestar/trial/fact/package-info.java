/** Facts, streams, the canonical form and the hash chain; Derived and Proposal. */
@org.jspecify.annotations.NullMarked
package org.lodestar.trial.fact;
