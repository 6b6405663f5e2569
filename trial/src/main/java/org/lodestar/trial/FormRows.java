package org.lodestar.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.TrialIndex.FormRow;
import org.lodestar.trial.TrialIndex.FormStep;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Kind;

/**
 * Where the forms of one participant stand, in their order. A row of references: a log has a
 * million forms, and the nodes of a tree would take as much room as what they hold.
 */
final class FormRows {
  private static final Comparator<FormRow> ORDER = Comparator.comparing(FormRow::instance);

  private final List<FormRow> rows = new ArrayList<>();

  void apply(FormStep step) {
    FormRow sought = new FormRow(step, false);
    int place = place(sought);
    FormRow before = place < 0 ? null : rows.get(place);
    boolean stays = before != null && before.complete() && step.kind() != Kind.FORM_REOPENED;
    FormRow now = stays || step.kind() == Kind.FORM_COMPLETED ? new FormRow(step, true) : sought;
    if (place < 0) {
      rows.add(-place - 1, now);
    } else {
      rows.set(place, now);
    }
  }

  /** Forms are mostly begun in their order, so that the last one is looked at first. */
  private int place(FormRow sought) {
    boolean last = rows.isEmpty() || ORDER.compare(rows.getLast(), sought) < 0;
    return last ? -rows.size() - 1 : Collections.binarySearch(rows, sought, ORDER);
  }

  @Nullable FormRow find(FormInstance instance) {
    int place = place(new FormRow(instance, 0, false, 0, 0));
    return place < 0 ? null : rows.get(place);
  }

  List<FormRow> all() {
    return Collections.unmodifiableList(rows);
  }
}
