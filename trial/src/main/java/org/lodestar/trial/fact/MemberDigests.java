package org.lodestar.trial.fact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What stands for the members of one fact in its hash: the canonical object of their digests, added
 * in the order of their names.
 */
public final class MemberDigests {
  private final MessageDigest sha = Digest.sha256();
  private final StringBuilder canonical = new StringBuilder("{");
  private String last = "";

  /**
   * Adds a member that is there: SHA-256 of its salt and its canonical value.
   *
   * @param salts of all members, this one's {@link Chain#SALT_BYTES} beginning at {@code from}
   */
  public void add(String member, byte[] salts, int from, String canonicalValue) {
    sha.update(salts, from, Chain.SALT_BYTES);
    append(
        member,
        HexFormat.of().formatHex(sha.digest(canonicalValue.getBytes(StandardCharsets.UTF_8))));
  }

  /** Adds a member that was taken out and left its digest. */
  public void add(String member, Digest left) {
    append(member, left.hex());
  }

  private void append(String member, String hex) {
    if (canonical.length() > 1) {
      if (member.compareTo(last) <= 0) {
        throw new IllegalArgumentException(
            "members are added in the order of their names; got " + member + " after " + last);
      }
      canonical.append(',');
    }
    Canonical.writeText(member, canonical);
    canonical.append(":\"").append(hex).append('"');
    last = member;
  }

  /** The canonical object. */
  String canonical() {
    return canonical + "}";
  }
}
