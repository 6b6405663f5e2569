package org.lodestar.app.simulate;

import java.util.List;

/**
 * Random numbers by name. A draw depends on the seed, on its name and on the numbers beside it, and
 * on nothing that was drawn before: a new draw added to the model moves no other one. The bits come
 * from the finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), applied to a key.
 */
public final class Draw {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private final long key;

  private Draw(long key) {
    this.key = key;
  }

  public static Draw of(long seed) {
    return new Draw(mix(seed + GOLDEN));
  }

  /** The draws of one part of the model: a participant, one of her cycles. */
  public Draw part(String name, long number) {
    return new Draw(mix(keyed(name) + GOLDEN * (number + 1)));
  }

  private long keyed(String name) {
    long hash = key;
    for (int i = 0; i < name.length(); i++) {
      hash = mix(hash ^ name.charAt(i));
    }
    return hash;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  /** Uniform in the open interval (0, 1). */
  public double uniform(String name) {
    return ((mix(keyed(name) + GOLDEN) >>> 11) + 0.5) * 0x1.0p-53;
  }

  public boolean chance(String name, double probability) {
    return uniform(name) < probability;
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  public int whole(String name, int low, int high) {
    return low + (int) (uniform(name) * (high - low + 1));
  }

  public double between(String name, double low, double high) {
    return low + uniform(name) * (high - low);
  }

  /** Normal by Box and Muller's transform, cut at three standard deviations. */
  public double normal(String name, double mean, double sd) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform(name)));
    double angle = 2 * Math.PI * uniform(name + "'");
    return mean + sd * Math.clamp(radius * StrictMath.cos(angle), -3, 3);
  }

  /** Exponential with this mean. */
  public double exponential(String name, double mean) {
    return -mean * StrictMath.log(uniform(name));
  }

  public <T> T pick(String name, List<T> from) {
    return from.get(whole(name, 0, from.size() - 1));
  }
}
