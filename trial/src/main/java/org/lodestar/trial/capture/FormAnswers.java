package org.lodestar.trial.capture;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.PartialDate;
import org.lodestar.trial.protocol.Answers;
import org.lodestar.trial.protocol.Forms;
import org.lodestar.trial.protocol.ItemDefinition;
import org.lodestar.trial.protocol.ItemValue;

/**
 * What the saved forms answer to an expression. An item that was not entered, has a reason instead
 * of a value, was taken out or cannot be read has no answer.
 */
public final class FormAnswers implements Answers {
  private final Forms forms;
  private final @Nullable LocalDate today;
  private final Function<String, Optional<ItemRecord>> find;

  private FormAnswers(
      Forms forms, @Nullable LocalDate today, Function<String, Optional<ItemRecord>> find) {
    this.forms = forms;
    this.today = today;
    this.find = find;
  }

  /** The answers of one form alone. */
  public static FormAnswers of(Forms forms, FormRecord form, @Nullable LocalDate today) {
    return new FormAnswers(forms, today, key -> Optional.ofNullable(form.item(key)));
  }

  /**
   * The answers of a casebook as it stands.
   *
   * @param find which record answers for an item key
   */
  public static FormAnswers of(
      Forms forms, @Nullable LocalDate today, Function<String, Optional<ItemRecord>> find) {
    return new FormAnswers(forms, today, find);
  }

  @Override
  public @Nullable ItemValue valueOf(String key) {
    if (key.equals(Forms.TODAY)) {
      return today == null ? null : new ItemValue.Date(PartialDate.of(today));
    }
    Optional<ItemDefinition> item = forms.item(key);
    return item.isEmpty()
        ? null
        : recordOf(key).map(record -> read(item.get(), record.entry())).orElse(null);
  }

  /** The record that answers for an item, if any. */
  public Optional<ItemRecord> recordOf(String key) {
    return find.apply(key);
  }

  /** What an entry means for its item, or null when it has no value that can be read. */
  static @Nullable ItemValue read(ItemDefinition item, Entry entry) {
    if (!(entry instanceof Entry.Value value) || value.missing() != null) {
      return null;
    }
    return switch (item.parse(value.text(), value.unit())) {
      case ItemDefinition.Parsed.Understood understood -> understood.value();
      case ItemDefinition.Parsed.Wrong ignored -> null;
    };
  }
}
