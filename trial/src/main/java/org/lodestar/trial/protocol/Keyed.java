package org.lodestar.trial.protocol;

/** An entry of a list that is told from the others by its key. */
public interface Keyed {
  String key();
}
