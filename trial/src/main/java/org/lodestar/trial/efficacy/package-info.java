/** Lesions, RECIST, best response, progression, censoring, endpoints. */
@org.jspecify.annotations.NullMarked
package org.lodestar.trial.efficacy;
