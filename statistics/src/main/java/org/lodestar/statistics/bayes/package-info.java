/** Predictive probability, posterior monitoring and toxicity boundaries. */
@org.jspecify.annotations.NullMarked
package org.lodestar.statistics.bayes;
