package org.lodestar.trial.capture;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;

/** Commands about the forms of one participant. */
public sealed interface CaptureCommand extends Command {
  FormInstance instance();

  /**
   * Saves items of a form. Items equal to what is saved already are passed over.
   *
   * @param items by item key {@code form.item}
   * @param reason needed when a value that was saved before changes
   */
  record SaveForm(FormInstance instance, SortedMap<String, Entry> items, @Nullable String reason)
      implements CaptureCommand {
    public SaveForm {
      items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    }
  }

  /** Declares the form complete. */
  record CompleteForm(FormInstance instance) implements CaptureCommand {}

  /** Takes one value out of an earlier save because it holds personal data. */
  record RedactValue(
      FormInstance instance, long seq, String item, String reason, String secondPerson)
      implements CaptureCommand {}
}
