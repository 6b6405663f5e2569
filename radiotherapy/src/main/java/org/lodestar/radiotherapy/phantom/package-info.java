/** A self-made oesophagus case, generated from a seed. */
@org.jspecify.annotations.NullMarked
package org.lodestar.radiotherapy.phantom;
