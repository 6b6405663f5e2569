package org.lodestar.app.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.TrialIndex.FormStep;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.Header;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Stream;

/**
 * A log that lives as long as its process, for trials that are simulated by the thousand. Order,
 * versions, atomic batches and repeated commands are as in a stored log; hashes and salts are not:
 * every hash is {@link Digest#NONE}, and without salted digests nothing can be redacted.
 */
final class MemoryLog implements FactLog {
  private static final Digest NONE = Digest.NONE;

  private final Ports ports;
  private final List<Fact> facts = new ArrayList<>();
  private final Map<ParticipantCode, List<Fact>> byParticipant = new HashMap<>();
  private final Map<Stream, Long> versions = new HashMap<>();
  private final Map<String, List<Fact>> answers = new HashMap<>();
  private final Map<Digest, byte[]> bundles = new HashMap<>();
  private final Map<Digest, byte[]> attachments = new HashMap<>();
  private Instant last = Instant.MIN;
  private boolean closed;

  MemoryLog(Ports ports) {
    this.ports = ports;
  }

  @Override
  public synchronized Head head() {
    requireOpen();
    return facts.isEmpty() ? Head.EMPTY : new Head(facts.size(), Digest.NONE);
  }

  @Override
  public synchronized Appended append(Batch batch) {
    requireOpen();
    BatchCheck.requireStorable(batch);
    List<Fact> first = answers.get(batch.commandId());
    if (first != null) {
      return new Appended.Repeated(first);
    }
    Set<Stream> moved = moved(batch.read());
    if (!moved.isEmpty()) {
      return new Appended.Stale(moved);
    }
    batch.drafts().forEach(this::requireKnown);
    return new Appended.Written(write(batch), head());
  }

  private void requireOpen() {
    if (closed) {
      throw StoreErrors.CLOSED.exception();
    }
  }

  private Set<Stream> moved(Map<Stream, Long> read) {
    Set<Stream> moved = new HashSet<>();
    read.forEach(
        (stream, version) -> {
          if (versions.getOrDefault(stream, 0L).longValue() != version) {
            moved.add(stream);
          }
        });
    return moved;
  }

  private void requireKnown(Draft draft) {
    switch (draft.body()) {
      case Body.ProtocolActivated body when !bundles.containsKey(body.bundle()) ->
          throw StoreErrors.BUNDLE_NOT_STORED.exception("digest", body.bundle().hex());
      case Body.ArtefactImported body when !attachments.containsKey(body.digest()) ->
          throw StoreErrors.ATTACHMENT_NOT_STORED.exception("digest", body.digest().hex());
      case Body.ValueRedacted body ->
          throw StoreErrors.NOT_IN_MEMORY.exception("seq", body.seq(), "member", body.member());
      default -> {}
    }
  }

  private List<Fact> write(Batch batch) {
    if (batch.drafts().isEmpty()) {
      return List.of();
    }
    Instant now = ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    last = now.isBefore(last) ? last : now;
    long first = facts.size() + 1L;
    for (Draft draft : batch.drafts()) {
      keep(new Fact(header(batch, draft, first), draft.body(), draft.reason(), NONE, NONE));
    }
    List<Fact> written = List.copyOf(facts.subList((int) first - 1, facts.size()));
    answers.put(batch.commandId(), written);
    return written;
  }

  private Header header(Batch batch, Draft draft, long first) {
    Context context = batch.context();
    return new Header(
        facts.size() + 1L,
        first,
        last,
        context.actor(),
        context.role(),
        context.site(),
        draft.participant(),
        draft.stream(),
        versions.getOrDefault(draft.stream(), 0L) + 1,
        draft.body().kind(),
        draft.body().kind().schema(),
        context.bundle(),
        ports.software(),
        batch.commandId());
  }

  private void keep(Fact fact) {
    facts.add(fact);
    versions.put(fact.stream(), fact.header().version());
    ParticipantCode code = fact.participant();
    if (code != null) {
      byParticipant.computeIfAbsent(code, none -> new ArrayList<>()).add(fact);
      versions.put(new Stream.Casebook(code), fact.seq());
    }
  }

  @Override
  public void read(long fromSeq, long toSeq, Consumer<Fact> each) {
    range(fromSeq, toSeq).forEach(each);
  }

  private synchronized List<Fact> range(long fromSeq, long toSeq) {
    requireOpen();
    int from = (int) Math.max(0, fromSeq - 1);
    int to = (int) Math.min(facts.size(), toSeq);
    return from < to ? List.copyOf(facts.subList(from, to)) : List.of();
  }

  @Override
  public synchronized List<Fact> participant(ParticipantCode code, long fromSeq, long toSeq) {
    requireOpen();
    return byParticipant.getOrDefault(code, List.of()).stream()
        .filter(fact -> fact.seq() >= fromSeq && fact.seq() <= toSeq)
        .toList();
  }

  /** Whole facts: what a stored log saves by not reading values is here already. */
  @Override
  public void index(
      long fromSeq, long toSeq, Consumer<FormStep> eachStep, Consumer<Fact> eachFact) {
    read(fromSeq, toSeq, eachFact);
  }

  @Override
  public synchronized List<Fact> answer(String commandId) {
    requireOpen();
    return answers.getOrDefault(commandId, List.of());
  }

  @Override
  public synchronized long version(Stream stream) {
    requireOpen();
    return versions.getOrDefault(stream, 0L);
  }

  @Override
  public Digest putBundle(byte[] bytes) {
    return put(bundles, bytes);
  }

  @Override
  public byte @Nullable [] bundle(Digest digest) {
    return find(bundles, digest);
  }

  @Override
  public Digest putAttachment(byte[] bytes) {
    return put(attachments, bytes);
  }

  @Override
  public byte @Nullable [] attachment(Digest digest) {
    return find(attachments, digest);
  }

  private synchronized Digest put(Map<Digest, byte[]> kept, byte[] bytes) {
    requireOpen();
    Digest digest = Digest.of(bytes);
    kept.putIfAbsent(digest, bytes.clone());
    return digest;
  }

  private synchronized byte @Nullable [] find(Map<Digest, byte[]> kept, Digest digest) {
    requireOpen();
    byte[] bytes = kept.get(digest);
    return bytes == null ? null : bytes.clone();
  }

  @Override
  public @Nullable Message trouble() {
    return null;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
