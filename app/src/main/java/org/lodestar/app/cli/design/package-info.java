/**
 * {@code lodestar design}: sample sizes, their comparison, search and operating characteristics.
 */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.cli.design;
