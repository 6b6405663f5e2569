package org.lodestar.app.store;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** Where the salts in front of the values come from. */
@FunctionalInterface
public interface Salts {
  /** Fills the array with the next salts; safe for use by several threads at once. */
  void next(byte[] salts);

  /** Salts that nobody can guess, for real logs. */
  static Salts secure() {
    return new SecureRandom()::nextBytes;
  }

  /** The same salts for the same seed, for simulated logs alone. */
  static Salts seeded(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return salts -> {
      synchronized (random) {
        random.nextBytes(salts);
      }
    };
  }
}
