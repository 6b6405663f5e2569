package org.lodestar.trial.safety;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.PartialDate;
import org.lodestar.trial.fact.Words;

/**
 * One record of an adverse event.
 *
 * @param number of the form's copy, by which a serious report names it
 * @param term of the dictionary
 * @param verbatim as reported
 * @param related by agent or {@code radiotherapy}: whether a relation is at least possible
 * @param atBaseline whether it was there before treatment
 * @param specialInterest whether the investigator marked it so
 */
public record AdverseEvent(
    int number,
    String term,
    String verbatim,
    int grade,
    PartialDate startedOn,
    @Nullable PartialDate endedOn,
    boolean serious,
    SortedMap<String, Boolean> related,
    boolean immuneRelated,
    boolean atBaseline,
    boolean specialInterest) {
  public AdverseEvent {
    related = Collections.unmodifiableSortedMap(new TreeMap<>(related));
  }

  /** The term; the dictionary's Chinese name, or the reporter's words where there is none. */
  public Words words() {
    Words named = Ctcae.words(term);
    boolean unnamed = named.en().equals(named.zh()) && !verbatim.isBlank();
    return unnamed ? new Words(term, verbatim) : named;
  }
}
