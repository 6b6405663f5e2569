package org.lodestar.app.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Content;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Json;
import org.lodestar.trial.fact.Kind;

/** Which values were taken out, and which facts say so: the two must be the same. */
final class Redactions {
  private record Member(long seq, String name) implements Comparable<Member> {
    @Override
    public int compareTo(Member other) {
      int bySeq = Long.compare(seq, other.seq);
      return bySeq == 0 ? name.compareTo(other.name) : bySeq;
    }
  }

  /** The digest that was left and the fact that took the value out. */
  private record Taken(Digest digest, long bySeq) {}

  private final TreeMap<Member, Taken> said = new TreeMap<>();
  private final TreeMap<Member, Taken> done = new TreeMap<>();

  void note(StoredFact fact) {
    for (Map.Entry<String, Json> member : fact.content().members().entrySet()) {
      Digest left = SaltedContent.redactedDigest(member.getValue());
      if (left != null) {
        long bySeq = SaltedContent.redactedBy(member.getValue());
        done.put(new Member(fact.seq(), member.getKey()), new Taken(left, bySeq));
      }
    }
    if (fact.header().kind() == Kind.VALUE_REDACTED) {
      Content content = fact.content();
      said.put(
          new Member(content.number("seq"), content.text("member")),
          new Taken(new Digest(content.text("digest")), fact.seq()));
    }
  }

  /**
   * Looks for the fact that took out each value that this fact lacks: unlike the digest, its number
   * is not part of the hash.
   *
   * @throws StoreException when there is none
   */
  static void requireSaid(Connection connection, StoredFact fact) throws SQLException {
    if (fact.salted().isWhole()) {
      return;
    }
    for (Map.Entry<String, Json> member : fact.content().members().entrySet()) {
      if (SaltedContent.redactedDigest(member.getValue()) != null
          && !says(connection, fact.seq(), member)) {
        throw StoreErrors.REDACTION_DIFFERS.exception("seq", fact.seq(), "member", member.getKey());
      }
    }
  }

  private static boolean says(Connection connection, long seq, Map.Entry<String, Json> member)
      throws SQLException {
    StoredFact by = FactTable.find(connection, SaltedContent.redactedBy(member.getValue()));
    return by != null
        && by.header().kind() == Kind.VALUE_REDACTED
        && by.content().number("seq") == seq
        && by.content().text("member").equals(member.getKey());
  }

  /**
   * @throws Breach naming the first fact where they differ
   */
  void requireEqual() {
    if (said.equals(done)) {
      return;
    }
    TreeMap<Member, @Nullable Taken> all = new TreeMap<>(said);
    all.putAll(done);
    for (Member member : all.keySet()) {
      Taken claimed = said.get(member);
      if (claimed == null || !claimed.equals(done.get(member))) {
        throw Breach.at(member.seq(), StoreErrors.REDACTION_DIFFERS, "member", member.name());
      }
    }
  }
}
