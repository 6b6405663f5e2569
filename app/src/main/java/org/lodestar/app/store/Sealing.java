package org.lodestar.app.store;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Content;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.Header;
import org.lodestar.trial.fact.Kind;
import org.lodestar.trial.fact.Stream;

/**
 * Turns the drafts of one batch into facts behind the head, in memory: a batch that fails here has
 * left no trace in the transaction.
 */
final class Sealing {
  private final Group group;
  private final Ports ports;
  private final BodyReader reader;
  private final Instant at;
  private final long batchSeq;
  private final Map<Stream, Long> versions = new HashMap<>();
  private final List<StoredFact> sealed = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<StoredFact> redacted = new ArrayList<>();
  private final Map<Long, StoredFact> targets = new HashMap<>();
  private Head head;

  Sealing(Group group, Ports ports, BodyReader reader, HeadRow before) {
    this.group = group;
    this.ports = ports;
    this.reader = reader;
    this.head = before.head();
    this.batchSeq = head.seq() + 1;
    this.at = notBefore(before.at(), ports.clock().instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private static Instant notBefore(Instant earliest, Instant now) {
    return now.isBefore(earliest) ? earliest : now;
  }

  /**
   * @param ready the draft's content, or null for a redaction
   */
  void add(Batch batch, Draft draft, @Nullable SaltedContent ready) throws SQLException {
    Body body = draft.body() instanceof Body.ValueRedacted said ? redact(said) : draft.body();
    SaltedContent salted =
        ready == null
            ? SaltedContent.salt(body.content().withReason(draft.reason()), ports.salts())
            : ready;
    StoredFact fact = StoredFact.seal(header(batch, draft), salted, head.hash());
    sealed.add(fact);
    facts.add(new Fact(fact.header(), body, draft.reason(), fact.prev(), fact.hash()));
    head = new Head(fact.seq(), fact.hash());
  }

  private Header header(Batch batch, Draft draft) throws SQLException {
    Context context = batch.context();
    return new Header(
        head.seq() + 1,
        batchSeq,
        at,
        context.actor(),
        context.role(),
        context.site(),
        draft.participant(),
        draft.stream(),
        nextVersion(draft.stream()),
        draft.body().kind(),
        draft.body().kind().schema(),
        context.bundle(),
        ports.software(),
        batch.commandId());
  }

  private long nextVersion(Stream stream) throws SQLException {
    Long here = versions.get(stream);
    long version = (here == null ? group.version(stream) : here) + 1;
    versions.put(stream, version);
    return version;
  }

  private Body.ValueRedacted redact(Body.ValueRedacted said) throws SQLException {
    long seq = said.seq();
    StoredFact target = targets.get(said.seq());
    if (target == null) {
      target = said.seq() < batchSeq ? group.find(said.seq()) : null;
    }
    if (target == null || !target.salted().holds(said.member())) {
      throw StoreErrors.NOTHING_TO_REDACT.exception("seq", seq, "member", said.member());
    }
    Digest found = target.salted().digestOf(said.member());
    if (!said.digest().equals(Digest.NONE) && !said.digest().equals(found)) {
      throw StoreErrors.OTHER_DIGEST.exception(
          "seq", seq, "member", said.member(), "stated", said.digest().hex(), "found", found.hex());
    }
    StoredFact left = target.redact(said.member(), head.seq() + 1);
    requireReadable(left, said.member());
    redacted.add(left);
    targets.put(said.seq(), left);
    return new Body.ValueRedacted(said.seq(), said.member(), found, said.secondPerson());
  }

  /** Without some members a fact says nothing any more: those cannot be taken out. */
  private void requireReadable(StoredFact left, String member) {
    try {
      if (left.header().kind() == Kind.VALUE_REDACTED && !member.equals(Content.REASON)) {
        throw new IllegalArgumentException("a redaction must stay explained");
      }
      reader.read(left.header().kind(), left.header().schema(), left.content());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw StoreErrors.NOT_REDACTABLE.exception(e, "seq", left.seq(), "member", member);
    }
  }

  List<StoredFact> sealed() {
    return sealed;
  }

  List<Fact> facts() {
    return facts;
  }

  /** Earlier facts after each redaction, in the order of the redactions. */
  List<StoredFact> redacted() {
    return redacted;
  }

  HeadRow headRow() {
    return new HeadRow(head, at);
  }
}
