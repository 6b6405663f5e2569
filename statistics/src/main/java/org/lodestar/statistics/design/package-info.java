/** Sample sizes of single-arm and two-arm oncology trials, method beside method. */
@org.jspecify.annotations.NullMarked
package org.lodestar.statistics.design;
