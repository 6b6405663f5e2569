package org.lodestar.app.dictionary;

import java.time.LocalDate;
import java.util.List;
import org.lodestar.trial.safety.PublishedTerm;

/**
 * A dictionary as it was imported.
 *
 * @param version such as {@code CTCAE v5.0}
 * @param file the name of the publisher's file
 * @param sha256 of that file, in hexadecimal digits
 */
public record Imported(
    String version, LocalDate on, String file, String sha256, List<PublishedTerm> terms) {
  public Imported {
    terms = List.copyOf(terms);
  }
}
