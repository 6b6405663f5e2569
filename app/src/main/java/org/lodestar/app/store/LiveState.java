package org.lodestar.app.store;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.TrialIndex;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.treatment.AgentDay;

/**
 * The state folded from a log, caught up on demand: the trial-wide index whole, casebooks on first
 * use, in a cache limited by weight. Confined to the lock of its owner.
 */
final class LiveState implements TrialState {
  /** In saved items; at the measured 250 bytes an item this is about a quarter of a gigabyte. */
  private static final long MAX_CACHED_ITEMS = 1_000_000;

  /** Enough to have the code that reads a participant compiled. */
  private static final long REHEARSED_FACTS = 5_000;

  /** Enough to find, after a long fold, what that code forgot in the meantime. */
  private static final long REMEMBERED_FACTS = 1_000;

  /** From here on the fold of the index takes seconds, and a collection beside it is small. */
  private static final long LONG_FOLD = 200_000;

  private final FactLog log;
  private final @Nullable Head target;
  private final TrialIndex index = new TrialIndex();
  private final LinkedHashMap<ParticipantCode, Cached> casebooks =
      new LinkedHashMap<>(64, 0.75f, true);
  private long cachedItems;
  private final Map<Digest, Protocol.Reading> readings;
  private @Nullable Proposed proposed;

  private record Cached(Casebook casebook, long items) {}

  /** What was asked last; of one log, the number of its last fact says the whole state. */
  private record Asked(long seq, ParticipantCode code, String visit, LocalDate day, String agent) {}

  private record Proposed(Asked asked, Optional<AgentDay> answer) {}

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
   * The state as of an earlier moment. Of the casebooks that are folded here, those are taken over
   * in which nothing has happened since.
   */
  LiveState asOf(Head moment) {
    LiveState past = new LiveState(log, moment, readings);
    casebooks.forEach(
        (code, cached) -> {
          if (cached.casebook().lastSeq() <= moment.seq()) {
            past.casebooks.put(code, cached);
            past.cachedItems += cached.items();
          }
        });
    return past;
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
      ForkJoinPool.commonPool().execute(() -> rehearse(from, REHEARSED_FACTS));
    }
    log.index(from, head.seq(), index::applyForm, index::apply);
    index.confirm(head.hash());
    if (head.seq() - from > LONG_FOLD) {
      settle();
      rehearse(head.seq() - REMEMBERED_FACTS, REMEMBERED_FACTS);
    }
    return true;
  }

  /**
   * Reads some facts and folds a casebook beside a long fold of the index, and forgets both:
   * whoever opens the first participant then finds that code compiled. What fails here fails again,
   * and is told, where it is needed.
   */
  private void rehearse(long from, long facts) {
    try {
      long to = from + facts;
      Set<ParticipantCode> codes = new HashSet<>();
      log.read(from, to, fact -> Optional.ofNullable(fact.participant()).ifPresent(codes::add));
      codes.forEach(code -> Casebook.empty(code).with(log.participant(code, from, to)));
    } catch (StoreException e) {
      // The reader who needs these facts meets the same trouble and reports it.
    }
  }

  /**
   * Has the collector move the index to where it stays, now that its reader has waited for seconds
   * anyway: else it would do so in the middle of opening the first participants.
   */
  private static void settle() {
    System.gc();
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
      Cached cached = code == null ? null : casebooks.get(code);
      if (code != null && cached != null) {
        keep(code, cached, List.of(fact));
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
    Cached cached = casebooks.get(code);
    Cached before = cached == null ? new Cached(Casebook.empty(code), 0) : cached;
    long known = before.casebook().lastSeq();
    long last = index.lastSeq(code);
    return known == last
        ? before.casebook()
        : keep(code, before, log.participant(code, known + 1, last));
  }

  private Casebook keep(ParticipantCode code, Cached before, List<Fact> facts) {
    long more = facts.stream().mapToLong(LiveState::weight).sum();
    Cached now = new Cached(before.casebook().with(facts), before.items() + more);
    casebooks.put(code, now);
    cachedItems += more;
    Iterator<Cached> eldest = casebooks.values().iterator();
    while (cachedItems > MAX_CACHED_ITEMS && casebooks.size() > 1) {
      cachedItems -= eldest.next().items();
      eldest.remove();
    }
    return now.casebook();
  }

  /** An item that is saved again stays in the casebook as history. */
  private static long weight(Fact fact) {
    return fact.body() instanceof Body.FormSaved saved ? 1 + saved.items().size() : 1;
  }

  /** A person sees a proposal and then decides on it: it is derived once for both. */
  @Override
  public Optional<AgentDay> proposal(
      ParticipantCode code, String visit, LocalDate day, String agent) {
    Asked asked = new Asked(index.seq(), code, visit, day, agent);
    Proposed known = proposed;
    if (known == null || !known.asked().equals(asked)) {
      known = new Proposed(asked, TrialState.super.proposal(code, visit, day, agent));
      proposed = known;
    }
    return known.answer();
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
