package org.lodestar.trial.fact;

import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What stands for the members of one fact in its hash: the canonical object of their digests, added
 * in the order of their names.
 */
public final class MemberDigests {
  /** Of a digest with its quotes, and of a name of usual length. */
  private static final int LETTERS = 100;

  private final MessageDigest sha = Digest.sha256();
  private final StringBuilder canonical;
  private String last = "";

  /**
   * @param members about how many will be added
   */
  public MemberDigests(int members) {
    canonical = new StringBuilder(2 + members * LETTERS).append('{');
  }

  /**
   * Adds a member that is there: SHA-256 of its salt and its canonical value.
   *
   * @param object in which it stands
   * @param place of the member in the order of the names
   * @param salts of all members, this one's {@link Chain#SALT_BYTES} beginning at {@code from}
   */
  public void add(String member, CanonicalObject object, int place, byte[] salts, int from) {
    sha.update(salts, from, Chain.SALT_BYTES);
    int begin = object.begin(place);
    sha.update(object.utf8(), begin, object.end(place) - begin);
    append(member, HexFormat.of().formatHex(sha.digest()));
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

  /** Writes the canonical object. */
  void write(StringBuilder out) {
    out.append(canonical).append('}');
  }

  /** How many letters that will be. */
  int length() {
    return canonical.length() + 1;
  }
}
