/** Cross-checks against other programs, browser tests and benchmarks. */
@org.jspecify.annotations.NullMarked
package org.lodestar.verification;
