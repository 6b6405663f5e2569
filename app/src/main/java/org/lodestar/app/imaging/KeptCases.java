package org.lodestar.app.imaging;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.imaging.CaseShelf.ShownCase;

/** The few cases that were looked at last, as long as there is memory for them. */
final class KeptCases {
  private static final int MOST = 3;

  private final Map<String, SoftReference<ShownCase>> kept =
      new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<ShownCase>> eldest) {
          return size() > MOST;
        }
      };

  /** Prepares a case that is not at hand. */
  interface Preparer {
    Optional<ReviewCase> prepare();
  }

  /** The case of a key; whoever asks for the same while it is prepared waits for it. */
  synchronized Optional<ShownCase> find(String key, Preparer preparer) {
    @Nullable SoftReference<ShownCase> known = kept.get(key);
    @Nullable ShownCase there = known == null ? null : known.get();
    if (there != null) {
      return Optional.of(there);
    }
    Optional<ShownCase> made = preparer.prepare().map(ShownCase::new);
    made.ifPresent(each -> kept.put(key, new SoftReference<>(each)));
    return made;
  }
}
