package org.lodestar.trial.efficacy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Proposal;
import org.lodestar.trial.protocol.Reader;

/**
 * The readings of one participant's images side by side.
 *
 * @param readings of everybody who read anything, the investigator first
 * @param differences between the two independent readers; empty when not both read
 * @param adjudication what an adjudicator is asked, with her answer; empty while she is not
 * @param standing the independent reader whose reading stands; missing while nobody has read or
 *     while adjudication is pending
 */
public record IndependentReview(
    List<ReaderReading> readings,
    List<Derived<ReaderDifference>> differences,
    Optional<Proposal<Integer>> adjudication,
    Derived<Reader> standing) {
  public IndependentReview {
    readings = List.copyOf(readings);
    differences = List.copyOf(differences);
  }

  /** Whether anybody but the site has read, without deriving what. */
  public static boolean exists(Sheets sheets) {
    return Arrays.stream(Reader.values())
        .filter(Reader::isIndependent)
        .anyMatch(
            reader ->
                !sheets.readBy(reader, "tumour-assessment").isEmpty()
                    || !sheets.readBy(reader, "lesion").isEmpty());
  }

  /** Whether an adjudicator must choose, or choose again because readings moved. */
  public boolean isPending() {
    return adjudication
        .filter(proposal -> proposal.status() != Proposal.Status.DECIDED)
        .isPresent();
  }

  public Optional<ReaderReading> reading(Reader reader) {
    return readings.stream().filter(reading -> reading.reader() == reader).findFirst();
  }
}
