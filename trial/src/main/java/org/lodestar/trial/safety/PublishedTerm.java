package org.lodestar.trial.safety;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A term as the publisher's file has it.
 *
 * @param soc the system organ class
 * @param grades the sentence of each grade that exists
 * @param definition empty where the file has none
 */
public record PublishedTerm(
    String name, String soc, SortedMap<Integer, String> grades, String definition) {
  public PublishedTerm {
    grades = Collections.unmodifiableSortedMap(new TreeMap<>(grades));
  }
}
