package org.lodestar.trial.fact;

import java.nio.charset.StandardCharsets;

/**
 * The hash chain. A member of the content is hidden behind the digest of its salt and value; a fact
 * hashes its header, those digests and its predecessor's hash. Taking a value and its salt out
 * leaves the digest, and with it the chain, intact.
 */
public final class Chain {
  /** Bytes of salt in front of each member. */
  public static final int SALT_BYTES = 16;

  private Chain() {}

  /** SHA-256 of salt and canonical value. */
  public static Digest digestOf(byte[] salt, Json value) {
    if (salt.length != SALT_BYTES) {
      throw new IllegalArgumentException(
          "a salt has " + SALT_BYTES + " bytes; got: " + salt.length);
    }
    return Digest.of(salt, value.canonical().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * SHA-256 of the canonical form of header, predecessor and member digests.
   *
   * @param prev the hash of the fact before, {@link Digest#NONE} for the first
   */
  public static Digest hash(Header header, MemberDigests content, Digest prev) {
    return Digest.ofText(canonical(header, content, prev));
  }

  /** The text that {@link #hash} hashes. */
  static String canonical(Header header, MemberDigests content, Digest prev) {
    return header.canonical(content, prev);
  }
}
