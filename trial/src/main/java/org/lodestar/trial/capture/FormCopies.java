package org.lodestar.trial.capture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.FormInstance;

/**
 * All copies of one form in a casebook, in the order of visits and repeats. They never change: one
 * more fact gives other copies.
 */
final class FormCopies {
  static final FormCopies NONE = new FormCopies(List.of());

  private final List<FormRecord> records;
  private @Nullable List<Sheet> sheets;

  private FormCopies(List<FormRecord> records) {
    this.records = records;
  }

  List<FormRecord> records() {
    return records;
  }

  /** The copies as rules read them; two threads may both ask first. */
  List<Sheet> sheets() {
    List<Sheet> known = sheets;
    if (known == null) {
      known = records.stream().map(Sheet::new).toList();
      sheets = known;
    }
    return known;
  }

  /** With some copies as they are now. */
  FormCopies with(List<FormRecord> changed) {
    List<FormRecord> after = new ArrayList<>(records.size() + changed.size());
    after.addAll(records);
    for (FormRecord form : changed) {
      int at = find(after, form.instance());
      if (at < 0) {
        after.add(-at - 1, form);
      } else {
        after.set(at, form);
      }
    }
    return new FormCopies(Collections.unmodifiableList(after));
  }

  @Nullable FormRecord copy(FormInstance instance) {
    int at = find(records, instance);
    return at < 0 ? null : records.get(at);
  }

  /** Where a copy stands, or minus the place before which it belongs, less one. */
  private static int find(List<FormRecord> records, FormInstance instance) {
    return SortedRow.find(records.size(), at -> records.get(at).instance().compareTo(instance));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FormCopies copies && copies.records.equals(records);
  }

  @Override
  public int hashCode() {
    return records.hashCode();
  }

  @Override
  public String toString() {
    return records.toString();
  }
}
