package org.lodestar.app.store;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.TrialIndex;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.Protocol;

/**
 * The state folded from a log, caught up on demand: the trial-wide index whole, casebooks on first
 * use, in a cache limited by weight. Confined to the lock of its owner.
 */
final class LiveState implements TrialState {
  /** In saved items; at the measured 250 bytes an item this is about a quarter of a gigabyte. */
  private static final long MAX_CACHED_ITEMS = 1_000_000;

  /** Enough to have the code that reads a participant compiled. */
  private static final long REHEARSED_FACTS = 5_000;

  private final FactLog log;
  private final @Nullable Head target;
  private final TrialIndex index = new TrialIndex();
  private final LinkedHashMap<ParticipantCode, Casebook> casebooks =
      new LinkedHashMap<>(64, 0.75f, true);
  private long cachedItems;
  private final Map<Digest, Protocol.Reading> readings;

  /**
   * @param target the fact as of which this is the state; null for the head, wherever that is
   * @param known bundles that need not be read
   */
  LiveState(FactLog log, @Nullable Head target, Map<Digest, Protocol.Reading> known) {
    this.log = log;
    this.target = target;
    this.readings = new HashMap<>(known);
  }

  /**
   * Takes the facts into account that were appended since.
   *
   * @return whether there were any
   */
  boolean catchUp() {
    Head head = target == null ? log.head() : target;
    if (head.seq() <= index.seq()) {
      return false;
    }
    long from = index.seq() + 1;
    if (head.seq() - from > REHEARSED_FACTS) {
      ForkJoinPool.commonPool().execute(() -> rehearse(from));
    }
    log.index(from, head.seq(), index::applyForm, index::apply);
    index.confirm(head.hash());
    return true;
  }

  /**
   * Reads some facts and folds a casebook beside a long fold of the index, and forgets both:
   * whoever opens the first participant then finds that code compiled. What fails here fails again,
   * and is told, where it is needed.
   */
  private void rehearse(long from) {
    try {
      Map<ParticipantCode, List<Fact>> facts = new HashMap<>();
      log.read(from, from + REHEARSED_FACTS, fact -> sort(facts, fact));
      facts.forEach((code, own) -> Casebook.empty(code).with(own));
    } catch (StoreException e) {
      // The reader who needs these facts meets the same trouble and reports it.
    }
  }

  private static void sort(Map<ParticipantCode, List<Fact>> facts, Fact fact) {
    ParticipantCode code = fact.participant();
    if (code != null) {
      facts.computeIfAbsent(code, none -> new ArrayList<>()).add(fact);
    }
  }

  /**
   * Takes facts into account that were just written here, without reading them again. When others
   * wrote in between, nothing is taken: the next {@link #catchUp} reads them all in order.
   */
  void take(List<Fact> facts) {
    if (facts.isEmpty() || facts.getFirst().seq() != index.seq() + 1) {
      return;
    }
    for (Fact fact : facts) {
      index.apply(fact);
      ParticipantCode code = fact.participant();
      Casebook cached = code == null ? null : casebooks.get(code);
      if (code != null && cached != null) {
        keep(code, cached, cached.with(List.of(fact)));
      }
    }
    index.confirm(facts.getLast().hash());
  }

  @Override
  public TrialIndex index() {
    return index;
  }

  @Override
  public Casebook casebook(ParticipantCode code) {
    Casebook cached = casebooks.get(code);
    Casebook before = cached == null ? Casebook.empty(code) : cached;
    long last = index.lastSeq(code);
    if (before.lastSeq() == last) {
      return before;
    }
    Casebook now = before.with(log.participant(code, before.lastSeq() + 1, last));
    keep(code, before, now);
    return now;
  }

  private void keep(ParticipantCode code, Casebook before, Casebook now) {
    casebooks.put(code, now);
    cachedItems += weight(now) - weight(before);
    Iterator<Casebook> eldest = casebooks.values().iterator();
    while (cachedItems > MAX_CACHED_ITEMS && casebooks.size() > 1) {
      cachedItems -= weight(eldest.next());
      eldest.remove();
    }
  }

  private static long weight(Casebook casebook) {
    return casebook.forms().values().stream().mapToLong(form -> 1 + form.items().size()).sum();
  }

  @Override
  public Protocol.Reading reading(Digest bundle) {
    return readings.computeIfAbsent(bundle, this::read);
  }

  private Protocol.Reading read(Digest digest) {
    byte[] bytes = log.bundle(digest);
    if (bytes == null) {
      throw new IllegalArgumentException("the log has no bundle " + digest);
    }
    return Protocol.read(Bundle.read(bytes));
  }

  /** The zone of the site by the protocol in force. */
  ZoneId zone() {
    Digest bundle = index.bundle();
    return bundle == null ? ZoneOffset.UTC : protocol(bundle).zone();
  }
}
