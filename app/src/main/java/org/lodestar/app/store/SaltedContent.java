package org.lodestar.app.store;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.CanonicalObject;
import org.lodestar.trial.fact.Chain;
import org.lodestar.trial.fact.Content;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Json;
import org.lodestar.trial.fact.MemberDigests;

/**
 * The members of a fact as the tables hold them, with their salts one after the other in the order
 * of the members; the salt of a redacted member is zeros. Nothing here depends on the facts before,
 * so that a new fact's content is salted and digested by whoever brings it, and not under the lock
 * of the one who writes.
 */
final class SaltedContent {
  private static final String REDACTED = "redacted";
  private static final String BY = "by";

  private final Content content;
  private final byte[] salts;
  private final String text;
  private final MemberDigests digests;
  private final boolean whole;

  private SaltedContent(CanonicalObject object, byte[] salts) {
    int count = object.members().size();
    if (salts.length != count * Chain.SALT_BYTES) {
      throw new IllegalArgumentException(salts.length + " bytes of salt for " + count + " members");
    }
    this.content = new Content(object.members());
    this.salts = salts;
    this.text = object.text();
    this.digests = new MemberDigests(count);
    this.whole = digest(object);
  }

  /** Salts the content of a new fact. */
  static SaltedContent salt(Content content, Salts source) {
    byte[] salts = new byte[content.members().size() * Chain.SALT_BYTES];
    source.next(salts);
    return new SaltedContent(CanonicalObject.write(content.members()), salts);
  }

  /**
   * What a row holds.
   *
   * @throws IllegalArgumentException when the text is not canonical, or the salts do not match
   */
  static SaltedContent parse(String text, byte[] salts) {
    return new SaltedContent(CanonicalObject.parse(text), salts);
  }

  /** Digests every member; says whether all of them are there. */
  private boolean digest(CanonicalObject object) {
    boolean all = true;
    int place = 0;
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      int from = place * Chain.SALT_BYTES;
      Digest left = redactedDigest(member.getValue());
      if (left == null) {
        digests.add(member.getKey(), object, place, salts, from);
      } else {
        requireNoSalt(from, member.getKey());
        digests.add(member.getKey(), left);
        all = false;
      }
      place++;
    }
    return all;
  }

  /** Whether nothing was taken out. */
  boolean isWhole() {
    return whole;
  }

  private void requireNoSalt(int from, String member) {
    for (int i = from; i < from + Chain.SALT_BYTES; i++) {
      if (salts[i] != 0) {
        throw new IllegalArgumentException("a salt without its value, " + member);
      }
    }
  }

  Content content() {
    return content;
  }

  byte[] salts() {
    return salts.clone();
  }

  /** The text of the column {@code members}. */
  String text() {
    return text;
  }

  MemberDigests digests() {
    return digests;
  }

  boolean holds(String member) {
    Json value = content.members().get(member);
    return value != null && redactedDigest(value) == null;
  }

  /** The digest of one member that is there. */
  Digest digestOf(String member) {
    Json value = content.members().get(member);
    if (value == null) {
      throw new IllegalArgumentException("no member " + member);
    }
    int from = position(member);
    return Chain.digestOf(Arrays.copyOfRange(salts, from, from + Chain.SALT_BYTES), value);
  }

  private int position(String member) {
    return content.members().headMap(member).size() * Chain.SALT_BYTES;
  }

  /** The same with value and salt of one member replaced by the digest of both. */
  SaltedContent redact(String member, long bySeq) {
    SortedMap<String, Json> left = new TreeMap<>();
    left.put(REDACTED, Json.text(digestOf(member).hex()));
    left.put(BY, Json.number(bySeq));
    int from = position(member);
    byte[] fewer = salts.clone();
    Arrays.fill(fewer, from, from + Chain.SALT_BYTES, (byte) 0);
    Content without = content.with(member, new Json.Members(left));
    return new SaltedContent(CanonicalObject.write(without.members()), fewer);
  }

  /** The digest that stands for a redacted value, or null when the value is there. */
  static @Nullable Digest redactedDigest(Json value) {
    return value instanceof Json.Members members
            && members.values().get(REDACTED) instanceof Json.Text digest
        ? new Digest(digest.value())
        : null;
  }

  /** Whether the value has the form that a redaction leaves, which no entered value may have. */
  static boolean looksRedacted(Json value) {
    return value instanceof Json.Members members && members.values().containsKey(REDACTED);
  }

  /** The seq of the fact that redacted this value, 0 when the value does not say so. */
  static long redactedBy(Json value) {
    return value instanceof Json.Members members && members.values().get(BY) instanceof Json.Text by
        ? Long.parseLong(by.value())
        : 0;
  }

  /** The salted members as an archive shows them. */
  Json toJson() {
    SortedMap<String, Json> members = new TreeMap<>();
    int from = 0;
    for (Map.Entry<String, Json> member : content.members().entrySet()) {
      members.put(member.getKey(), archived(from, member.getValue()));
      from += Chain.SALT_BYTES;
    }
    return new Json.Members(members);
  }

  private Json archived(int from, Json value) {
    Digest left = redactedDigest(value);
    if (left != null) {
      return Json.members(
          Map.of(BY, Json.number(redactedBy(value)), "digest", Json.text(left.hex())));
    }
    String salt = HexFormat.of().formatHex(salts, from, from + Chain.SALT_BYTES);
    return Json.members(Map.of("salt", Json.text(salt), "value", value));
  }
}
