package org.lodestar.app.web;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lodestar.trial.capture.CaptureRule;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;

/**
 * The sentence of a derived value with the trial's own names in place of keys: rules know visits,
 * forms and items by their keys, a reader by what the trial calls them.
 */
record WhyWords(TrialWords words) {

  String sentence(Derived<?> derived) {
    Message missing = derived.missing();
    if (missing != null) {
      return missing.words().render(words.language(), named(missing.values()));
    }
    Map<String, Words> places = new TreeMap<>(derived.settings());
    places.putAll(derived.terms());
    places.putIfAbsent("value", Words.same(value(derived)));
    return derived.rule().words().render(words.language(), named(places));
  }

  /** A value as entered is shown as the form shows it, not by its code. */
  private String value(Derived<?> derived) {
    String plain = String.valueOf(derived.value());
    boolean entered = derived.rule() == CaptureRule.ITEM && derived.inputs().size() == 1;
    return entered && derived.inputs().getFirst() instanceof FactRef ref
        ? words.value(ref.item(), Entry.typed(plain))
        : plain;
  }

  private Map<String, Words> named(Map<String, Words> places) {
    Map<String, Words> named = new TreeMap<>(places);
    named.replaceAll((name, value) -> name(value).map(Words::same).orElse(value));
    return named;
  }

  /** What the trial calls a key; empty for anything that is not one. */
  private Optional<String> name(Words value) {
    String key = value.en();
    if (!key.equals(value.zh())) {
      return Optional.empty();
    }
    if (words.protocol().forms().item(key).isPresent()) {
      return Optional.of(words.item(key));
    }
    if (words.protocol().forms().form(key).isPresent()) {
      return Optional.of(words.form(key));
    }
    boolean visit = words.order(key) < words.protocol().visits().size();
    return visit || key.equals(MatrixPlace.RUNNING)
        ? Optional.of(words.visit(key))
        : Optional.empty();
  }
}
