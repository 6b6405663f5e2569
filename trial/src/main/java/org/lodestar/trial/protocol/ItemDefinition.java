package org.lodestar.trial.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;

/**
 * One item of a form.
 *
 * @param key {@code form.item}, never renamed
 * @param required whether a complete form holds a value or the reason why there is none
 * @param help what to enter, and where it is found; may be null
 * @param dimension what a decimal measures; null for a pure number and for other types
 * @param units in which it may be entered; empty without a dimension
 * @param hard beyond it a value is impossible and refused; may be null
 * @param soft beyond it a value is asked about; may be null
 * @param options of a choice, in the order in which they are shown
 * @param visibleWhen the expression under which the item is asked; null: always
 * @param geneticResource whether it counts as information on human genetic resources
 * @param rangeOf the key of the item whose reference limit this is; null for all others
 */
public record ItemDefinition(
    String key,
    Words words,
    ItemType type,
    boolean required,
    @Nullable Words help,
    @Nullable Dimension dimension,
    List<String> units,
    @Nullable Range hard,
    @Nullable Range soft,
    List<Option> options,
    @Nullable String visibleWhen,
    boolean geneticResource,
    @Nullable String rangeOf,
    Place place) {

  /** One answer of a choice. */
  public record Option(String code, Words words) {}

  public ItemDefinition {
    units = List.copyOf(units);
    options = List.copyOf(options);
  }

  /** The key without the form's: {@code haemoglobin}. */
  public String name() {
    return key.substring(key.indexOf('.') + 1);
  }

  public List<String> codes() {
    return options.stream().map(Option::code).toList();
  }

  boolean hasOption(String code) {
    for (Option option : options) {
      if (option.code().equals(code)) {
        return true;
      }
    }
    return false;
  }

  public Variable variable() {
    return new Variable(key, type, new java.util.TreeSet<>(codes()));
  }

  /** Reads what was entered; the entry itself stays as it was typed. */
  public Parsed parse(String text, @Nullable String unit) {
    return new ItemParser(this).parse(text, unit);
  }

  /** What an entry means. */
  public sealed interface Parsed {
    /**
     * @param doubt why the value should be looked at again (outside the soft range), or null
     */
    record Understood(ItemValue value, org.lodestar.trial.fact.@Nullable Message doubt)
        implements Parsed {}

    /** Not a value of this item, or an impossible one. */
    record Wrong(FormRule rule, org.lodestar.trial.fact.Message message) implements Parsed {}
  }

  /** The reference limit of a laboratory value, as an item of its own. */
  ItemDefinition limit(String suffix, Words limitWords) {
    return new ItemDefinition(
        key + suffix,
        new Words(words.en() + ", " + limitWords.en(), words.zh() + limitWords.zh()),
        type,
        false,
        null,
        dimension,
        units,
        hard,
        null,
        List.of(),
        visibleWhen,
        false,
        key,
        place);
  }
}
