package org.lodestar.app.store;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Chain;
import org.lodestar.trial.fact.Content;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.Header;
import org.lodestar.trial.fact.Json;

/**
 * A fact as the tables hold it: the members as they were written, their salts one after the other
 * in the order of the members, and the two hashes. The salt of a redacted member is zeros.
 */
final class StoredFact {
  private static final String REDACTED = "redacted";

  private final Header header;
  private final Content content;
  private final byte[] salts;
  private final Digest prev;
  private final Digest hash;

  StoredFact(Header header, Content content, byte[] salts, Digest prev, Digest hash) {
    this.header = header;
    this.content = content;
    this.salts = salts;
    this.prev = prev;
    this.hash = hash;
  }

  /** Salts and hashes a new fact. */
  static StoredFact seal(Header header, Content content, Salts source, Digest prev) {
    byte[] salts = new byte[content.members().size() * Chain.SALT_BYTES];
    byte[] salt = new byte[Chain.SALT_BYTES];
    for (int from = 0; from < salts.length; from += Chain.SALT_BYTES) {
      source.next(salt);
      System.arraycopy(salt, 0, salts, from, Chain.SALT_BYTES);
    }
    StoredFact open = new StoredFact(header, content, salts, prev, Digest.NONE);
    return new StoredFact(header, content, salts, prev, open.computedHash());
  }

  Header header() {
    return header;
  }

  long seq() {
    return header.seq();
  }

  Content content() {
    return content;
  }

  byte[] salts() {
    return salts.clone();
  }

  Digest prev() {
    return prev;
  }

  Digest hash() {
    return hash;
  }

  /** The text of the column {@code members}. */
  String membersText() {
    return new Json.Members(content.members()).canonical();
  }

  /**
   * The digest of each member: computed from salt and value, or the one left by a redaction.
   *
   * @throws IllegalArgumentException when salts and members do not match in number
   */
  SortedMap<String, Digest> digests() {
    if (salts.length != content.members().size() * Chain.SALT_BYTES) {
      throw new IllegalArgumentException(
          salts.length + " bytes of salt for " + content.members().size() + " members");
    }
    SortedMap<String, Digest> digests = new TreeMap<>();
    int from = 0;
    for (Map.Entry<String, Json> member : content.members().entrySet()) {
      Digest left = redactedDigest(member.getValue());
      if (left != null) {
        requireNoSalt(from, member.getKey());
      }
      digests.put(member.getKey(), left == null ? digest(from, member.getValue()) : left);
      from += Chain.SALT_BYTES;
    }
    return digests;
  }

  private void requireNoSalt(int from, String member) {
    for (int i = from; i < from + Chain.SALT_BYTES; i++) {
      if (salts[i] != 0) {
        throw new IllegalArgumentException("a salt without its value, " + member);
      }
    }
  }

  private Digest digest(int from, Json value) {
    return Chain.digestOf(Arrays.copyOfRange(salts, from, from + Chain.SALT_BYTES), value);
  }

  /** What the hash of this fact must be. */
  Digest computedHash() {
    return Chain.hash(header, digests(), prev);
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
    return value instanceof Json.Members members
            && members.values().get("by") instanceof Json.Text by
        ? Long.parseLong(by.value())
        : 0;
  }

  boolean holds(String member) {
    Json value = content.members().get(member);
    return value != null && redactedDigest(value) == null;
  }

  /** The digest of one member that is there. */
  Digest digestOf(String member) {
    Digest digest = digests().get(member);
    if (digest == null) {
      throw new IllegalArgumentException("no member " + member);
    }
    return digest;
  }

  /** This fact with value and salt of one member replaced by the digest of both. */
  StoredFact redact(String member, long bySeq) {
    SortedMap<String, Json> left = new TreeMap<>();
    left.put(REDACTED, Json.text(digestOf(member).hex()));
    left.put("by", Json.number(bySeq));
    int from = content.members().headMap(member).size() * Chain.SALT_BYTES;
    byte[] fewer = salts.clone();
    Arrays.fill(fewer, from, from + Chain.SALT_BYTES, (byte) 0);
    return new StoredFact(header, content.with(member, new Json.Members(left)), fewer, prev, hash);
  }

  /**
   * @throws StoreException when content and header do not give the hash
   */
  void requireHash() {
    if (!computedHash().equals(hash)) {
      throw StoreErrors.HASH_DIFFERS.exception("seq", seq());
    }
  }

  /** The fact as a line of an archive: header, salted members, both hashes. */
  Json toJson() {
    SortedMap<String, Json> members = new TreeMap<>();
    int from = 0;
    for (Map.Entry<String, Json> member : content.members().entrySet()) {
      members.put(member.getKey(), archived(from, member.getValue()));
      from += Chain.SALT_BYTES;
    }
    return Json.members(
        Map.of(
            "content", new Json.Members(members),
            "hash", Json.text(hash.hex()),
            "header", header.toJson(),
            "prev", Json.text(prev.hex())));
  }

  private Json archived(int from, Json value) {
    Digest left = redactedDigest(value);
    if (left != null) {
      return Json.members(
          Map.of("by", Json.number(redactedBy(value)), "digest", Json.text(left.hex())));
    }
    String salt = HexFormat.of().formatHex(salts, from, from + Chain.SALT_BYTES);
    return Json.members(Map.of("salt", Json.text(salt), "value", value));
  }

  /**
   * The fact in today's terms.
   *
   * @throws StoreException when it does not have its hash, or its body does not fit its kind
   */
  Fact toFact(BodyReader reader) {
    try {
      requireHash();
      Body body = reader.read(header.kind(), header.schema(), content);
      return new Fact(header, body, content.optionalText(Content.REASON), prev, hash);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw StoreErrors.DAMAGED.exception(e, "seq", seq(), "cause", String.valueOf(e.getMessage()));
    }
  }
}
