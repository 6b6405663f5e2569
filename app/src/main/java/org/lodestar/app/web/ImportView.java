package org.lodestar.app.web;

import java.util.List;
import java.util.Optional;

/**
 * What the page shows on which a folder is let into a participant's record.
 *
 * @param name the enrolment number, else the code
 * @param inbox where folders are put
 * @param waiting the folders that wait
 * @param problems why nothing was imported just now
 * @param found what the chosen folder holds; empty before one is chosen
 */
record ImportView(
    String code,
    String name,
    String address,
    String inbox,
    List<String> waiting,
    List<String> problems,
    Optional<Found> found) {

  /**
   * A folder held against the record.
   *
   * @param digest what the files are together
   * @param states what the objects say about their person
   * @param stands whether they are hers, as a sentence
   * @param possible whether anybody may import it
   * @param two whether a second person must confirm
   */
  record Found(
      String folder,
      String digest,
      String commandId,
      List<Stated> states,
      String stands,
      boolean possible,
      boolean two,
      List<Addition> additions,
      int unchanged,
      List<Contradiction> conflicts,
      List<String> findings) {}

  record Stated(String label, String value) {}

  /** A form that would be saved. */
  record Addition(String form, String values) {}

  /** A value of the record that the folder contradicts. */
  record Contradiction(int place, String form, String item, String recorded, String found) {}
}
