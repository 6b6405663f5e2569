package org.lodestar.app.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.lodestar.trial.fact.Digest;
import org.springframework.stereotype.Component;

/**
 * Keeps the efficacy of the moments last looked at: a head hash names everything that a moment
 * rests on, so what was derived for it stays true.
 */
@Component
class EfficacyShelf {
  private static final int KEPT = 6;

  private final Map<Digest, EfficacySet> sets = new LinkedHashMap<>(16, 0.75f, true);

  synchronized EfficacySet get(Digest head, Supplier<EfficacySet> derive) {
    EfficacySet kept = sets.get(head);
    if (kept != null) {
      return kept;
    }
    EfficacySet derived = derive.get();
    sets.put(head, derived);
    if (sets.size() > KEPT) {
      sets.remove(sets.keySet().iterator().next());
    }
    return derived;
  }
}
