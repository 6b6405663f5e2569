package org.lodestar.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One form of one participant, as it is read and filled.
 *
 * @param writable whether the reader may enter something here and now
 * @param notWritable why not; empty when she may
 * @param needsReason whether something was saved before, so that a change needs a reason
 * @param grades what the grades mean; null for a form without them
 * @param commandId with which the next save is sent, so that a second click saves nothing twice
 */
record FormView(
    String code,
    String number,
    String visit,
    String name,
    String address,
    String shape,
    String state,
    boolean complete,
    boolean writable,
    String notWritable,
    boolean needsReason,
    String reason,
    String commandId,
    long unanswered,
    List<Problem> problems,
    List<String> doubts,
    List<Section> sections,
    @Nullable GradesView grades) {

  /** Whether what its term or grade means stands below an item. */
  public boolean explains(String item) {
    if (grades == null) {
      return false;
    }
    return item.equals(grades.termItem())
        ? writable || !grades.note().isEmpty()
        : item.equals(grades.gradeItem()) && !grades.lines().isEmpty();
  }

  /** Why a save was refused; {@code item} is empty when no single item is at fault. */
  record Problem(String item, String sentence) {}

  record Section(String name, List<Item> items) {}

  /**
   * One item.
   *
   * @param input what is in the box: the last entry, or what was typed and refused
   * @param shown the saved entry in words
   * @param doubt why the saved value should be looked at again; empty when nothing is unusual
   */
  record Item(
      String key,
      String label,
      String help,
      String kind,
      boolean required,
      String input,
      String unit,
      List<String> units,
      List<Option> options,
      String missing,
      List<Option> missingReasons,
      String range,
      String shown,
      String doubt,
      String problem,
      List<Change> history) {}

  record Option(String code, String words, boolean chosen) {}

  /** One save of an item, newest first. */
  record Change(long seq, String at, String who, String value, String before, String reason) {}
}
