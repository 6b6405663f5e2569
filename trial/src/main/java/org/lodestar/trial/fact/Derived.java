package org.lodestar.trial.fact;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value with its reason: the rule, the settings of the bundle that it used, the terms of its
 * arithmetic, and its inputs down to facts. A missing value says why in {@link #missing}. Never
 * stored; words are rendered from {@link Rule#words} with settings and terms.
 *
 * @param value the value, or null when it is missing
 * @param missing why there is no value, or null when there is one
 * @param rule the rule that gave the value
 * @param settings keys and values of the bundle that the rule used
 * @param terms named figures for the rule's sentence
 * @param inputs what the value rests on, in the order in which it is told
 */
public record Derived<T>(
    @Nullable T value,
    @Nullable Message missing,
    Rule rule,
    SortedMap<String, Words> settings,
    SortedMap<String, Words> terms,
    List<Input> inputs)
    implements Input {
  public Derived {
    if ((value == null) == (missing == null)) {
      throw new IllegalArgumentException(
          rule.id() + ": a derived value is either there or missing for a reason");
    }
    settings = Named.of(settings);
    terms = Named.of(terms);
    inputs = List.copyOf(inputs);
  }

  public static <T> Derived<T> of(Rule rule, T value, List<? extends Input> inputs) {
    return new Derived<>(value, null, rule, Named.NOTHING, Named.NOTHING, List.copyOf(inputs));
  }

  public static <T> Derived<T> of(Rule rule, T value, Input... inputs) {
    return of(rule, value, List.of(inputs));
  }

  public static <T> Derived<T> missing(Rule rule, Message why, List<? extends Input> inputs) {
    return new Derived<>(null, why, rule, Named.NOTHING, Named.NOTHING, List.copyOf(inputs));
  }

  public static <T> Derived<T> missing(Rule rule, Message why, Input... inputs) {
    return missing(rule, why, List.of(inputs));
  }

  /** The same value with a setting of the bundle named; the value shown may be {@link Words}. */
  public Derived<T> using(String setting, Object settingValue) {
    return new Derived<>(
        value, missing, rule, Named.of(settings).with(setting, settingValue), terms, inputs);
  }

  /** The same value with several settings of the bundle named, each with its value in words. */
  public Derived<T> using(Map<String, Words> more) {
    return new Derived<>(value, missing, rule, Named.of(settings).with(more), terms, inputs);
  }

  /** The same value with a figure or {@link Words} for the rule's sentence. */
  public Derived<T> with(String term, Object termValue) {
    return new Derived<>(
        value, missing, rule, settings, Named.of(terms).with(term, termValue), inputs);
  }

  public boolean isKnown() {
    return value != null;
  }

  public Optional<T> known() {
    return Optional.ofNullable(value);
  }

  /**
   * @throws IllegalStateException when the value is missing; ask {@link #isKnown} first
   */
  public T get() {
    if (value == null) {
      throw new IllegalStateException(rule.id() + " is missing: " + sentence(Language.EN));
    }
    return value;
  }

  /** A value that rests on this one alone; a missing value stays missing for the same reason. */
  public <U> Derived<U> map(Rule next, Function<T, U> function) {
    return value == null
        ? missing(next, missingReason(), this)
        : of(next, function.apply(value), this);
  }

  private Message missingReason() {
    if (missing == null) {
      throw new IllegalStateException(rule.id() + " is not missing");
    }
    return missing;
  }

  /** The sentence that explains the value, or why it is missing. */
  public String sentence(Language language) {
    if (missing != null) {
      return missing.in(language);
    }
    Map<String, Words> places = new TreeMap<>(settings);
    places.putAll(terms);
    places.putIfAbsent("value", Words.same(String.valueOf(value)));
    return rule.words().render(language, places);
  }

  /** All facts on which the value rests, each once, in the order in which they are reached. */
  public List<FactRef> facts() {
    Set<FactRef> found = new LinkedHashSet<>();
    collectFacts(found);
    return List.copyOf(found);
  }

  private void collectFacts(Set<FactRef> found) {
    for (Input input : inputs) {
      switch (input) {
        case FactRef ref -> found.add(ref);
        case Derived<?> derived -> derived.collectFacts(found);
      }
    }
  }

  /** A digest of value, rule, settings and facts: what a decision or a signature stores. */
  public Digest digest() {
    StringBuilder out = new StringBuilder(1024);
    out.append("{\"facts\":[");
    for (FactRef fact : facts()) {
      Canonical.writeText(fact.seq() + "#" + fact.item(), separated(out, '['));
    }
    Canonical.writeText(rule.id(), out.append("],\"rule\":"));
    out.append(",\"settings\":{");
    settings.forEach(
        (key, setting) -> {
          Canonical.writeText(key, separated(out, '{'));
          Canonical.writeText(setting.en(), out.append(':'));
        });
    Canonical.writeText(String.valueOf(value), out.append("},\"value\":"));
    return Digest.ofText(out.append('}').toString());
  }

  /** A comma before every member but the first. */
  private static StringBuilder separated(StringBuilder out, char opening) {
    return out.charAt(out.length() - 1) == opening ? out : out.append(',');
  }
}
