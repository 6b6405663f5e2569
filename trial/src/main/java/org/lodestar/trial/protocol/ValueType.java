package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Words;

/** What may be written as the value of a setting: how it is read, described and shown. */
public abstract sealed class ValueType<T>
    permits TextType,
        WordsType,
        SourceType,
        FlagType,
        WholeType,
        DecimalType,
        DateType,
        ChoiceType,
        RoleType,
        ListType,
        RecordType {

  /** The value of a node; null when it is not allowed here, and reported. */
  abstract @Nullable T read(YamlNode node, Findings.Builder findings);

  /** What may be written, in signs rather than words: {@code 1..1000 mm}, {@code a | b}. */
  public abstract String allowed();

  /** The value as a person reads it, with its unit, on one line. */
  public abstract String show(T value, Language language);

  /** The JSON Schema of the value as it is written in YAML. */
  abstract JsonSchema schema();

  @Nullable T wrong(YamlNode node, Findings.Builder findings) {
    findings.error(
        ReadingRule.WRONG_VALUE, node.place(), "value", Section.shape(node), "allowed", allowed());
    return null;
  }

  /** Any text that is not blank. */
  public static ValueType<String> text() {
    return TextType.ANY;
  }

  /** A key: lower-case letters, digits and hyphens, starting with a letter. */
  public static ValueType<String> key() {
    return TextType.KEY;
  }

  /** A text that matches a pattern, which is shown as what is allowed. */
  public static ValueType<String> text(String pattern) {
    return new TextType(pattern);
  }

  /** English and Chinese. */
  public static ValueType<Words> words() {
    return WordsType.INSTANCE;
  }

  /** A place in the trial's documents: a key of the file's table of sources, or words. */
  static ValueType<Words> source() {
    return SourceType.INSTANCE;
  }

  public static ValueType<Boolean> flag() {
    return FlagType.INSTANCE;
  }

  /** A whole number between two bounds, both allowed. */
  public static ValueType<Integer> whole(int min, int max, Unit unit) {
    return new WholeType(min, max, unit);
  }

  /** A decimal number between two bounds, both allowed; digits stay as written. */
  public static ValueType<BigDecimal> decimal(String min, String max, Unit unit) {
    return new DecimalType(new BigDecimal(min), new BigDecimal(max), unit);
  }

  public static ValueType<LocalDate> date() {
    return DateType.INSTANCE;
  }

  public static <E extends Enum<E> & Choice> ValueType<E> choice(Class<E> type) {
    return new ChoiceType<>(type);
  }

  public static ValueType<Role> role() {
    return RoleType.INSTANCE;
  }

  /** A list that may be empty. */
  public static <T> ValueType<List<T>> list(ValueType<T> item) {
    return new ListType<>(item);
  }
}
