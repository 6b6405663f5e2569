package org.lodestar.app.store;

import java.util.Map;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Chain;
import org.lodestar.trial.fact.Content;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.Header;
import org.lodestar.trial.fact.Json;

/** A fact as the tables hold it: header, salted content and the two hashes. */
record StoredFact(Header header, SaltedContent salted, Digest prev, Digest hash) {

  /** Hashes a new fact. */
  static StoredFact seal(Header header, SaltedContent salted, Digest prev) {
    return new StoredFact(header, salted, prev, Chain.hash(header, salted.digests(), prev));
  }

  long seq() {
    return header.seq();
  }

  Content content() {
    return salted.content();
  }

  /** What the hash of this fact must be. */
  Digest computedHash() {
    return Chain.hash(header, salted.digests(), prev);
  }

  /** This fact with value and salt of one member replaced by the digest of both. */
  StoredFact redact(String member, long bySeq) {
    return new StoredFact(header, salted.redact(member, bySeq), prev, hash);
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
    return Json.members(
        Map.of(
            "content", salted.toJson(),
            "hash", Json.text(hash.hex()),
            "header", header.toJson(),
            "prev", Json.text(prev.hex())));
  }

  /**
   * The fact in today's terms.
   *
   * @throws StoreException when it does not have its hash, or its body does not fit its kind
   */
  Fact toFact(BodyReader reader) {
    try {
      requireHash();
      Body body = reader.read(header.kind(), header.schema(), content());
      return new Fact(header, body, content().optionalText(Content.REASON), prev, hash);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw StoreErrors.DAMAGED.exception(e, "seq", seq(), "cause", String.valueOf(e.getMessage()));
    }
  }
}
