package org.lodestar.trial.protocol;

import java.util.Locale;
import org.lodestar.trial.fact.Words;

/** One of a closed set of answers: an enum constant that knows its name in files and its label. */
public interface Choice {
  String name();

  Words words();

  /** The name in files: {@code FIRST_DOSE} is written {@code first-dose}. */
  default String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
