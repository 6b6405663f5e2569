package org.lodestar.app.store;

import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Content;
import org.lodestar.trial.fact.Kind;

/** Reads a body of any layout; tests put a reader here that knows an older layout. */
@FunctionalInterface
interface BodyReader {
  Body read(Kind kind, int schema, Content content);
}
