package org.lodestar.app.imaging;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.imaging.CaseShelf.ShownCase;

/**
 * The case that was looked at last, and a few before it as long as there is memory for them. A
 * viewer asks for one case piece by piece: the last one never goes meanwhile.
 */
final class KeptCases {
  private static final int MOST = 3;

  private final Map<Object, SoftReference<ShownCase>> kept =
      new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, SoftReference<ShownCase>> eldest) {
          return size() > MOST;
        }
      };

  private @Nullable Last last;

  private record Last(Object key, ShownCase shown) {}

  /** Prepares a case that is not at hand. */
  interface Preparer {
    Optional<ReviewCase> prepare();
  }

  /**
   * The case of a key; whoever asks for the same while it is prepared waits for it.
   *
   * @param key equal for the same objects by the same rules
   */
  synchronized Optional<ShownCase> find(Object key, Preparer preparer) {
    if (last != null && last.key().equals(key)) {
      return Optional.of(last.shown());
    }
    last = null;
    @Nullable SoftReference<ShownCase> known = kept.get(key);
    @Nullable ShownCase there = known == null ? null : known.get();
    Optional<ShownCase> made =
        there != null ? Optional.of(there) : preparer.prepare().map(ShownCase::new);
    made.ifPresent(
        each -> {
          kept.put(key, new SoftReference<>(each));
          last = new Last(key, each);
        });
    return made;
  }
}
