package org.lodestar.app.store;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Header;
import org.lodestar.trial.fact.Stream;

/** The rules that every fact of a log must keep with those before it, one fact after the other. */
final class Walk {
  private final Map<Stream, Long> versions = new HashMap<>();
  private final Redactions redactions = new Redactions();
  private final Map<String, Long> bundles = new TreeMap<>();
  private final Map<String, Long> attachments = new TreeMap<>();
  private @Nullable Header last;
  private Head head = Head.EMPTY;

  /** The last fact accepted. */
  Head head() {
    return head;
  }

  @Nullable Header last() {
    return last;
  }

  /** Digests of the bytes that facts name, with the first fact that does. */
  Map<String, Long> named(ByteTable table) {
    return switch (table) {
      case BUNDLE -> bundles;
      case ATTACHMENT -> attachments;
    };
  }

  /**
   * @throws Breach when the fact is not the one that can follow
   */
  void accept(StoredFact fact) {
    requireNext(fact.seq());
    requireHash(fact);
    requireBatch(fact.header());
    requireVersion(fact.header());
    noteContent(fact);
    last = fact.header();
    head = new Head(fact.seq(), fact.hash());
  }

  /** What can only be said after the last fact. */
  void finish() {
    redactions.requireEqual();
  }

  void requireNext(long found) {
    long next = head.seq() + 1;
    if (found != next) {
      throw Breach.at(next, StoreErrors.FACT_MISSING, "before", head.seq(), "found", found);
    }
  }

  private static void requireHash(StoredFact fact) {
    try {
      if (fact.computedHash().equals(fact.hash())) {
        return;
      }
    } catch (IllegalArgumentException e) {
      throw Breach.at(fact.seq(), StoreErrors.DAMAGED, "cause", String.valueOf(e.getMessage()));
    }
    throw Breach.at(fact.seq(), StoreErrors.HASH_DIFFERS);
  }

  private void requireBatch(Header header) {
    Header before = last;
    boolean begins = header.batch() == header.seq();
    boolean continues = before != null && sameBatch(before, header);
    if (begins == continues) {
      throw Breach.at(header.seq(), StoreErrors.BATCH_BROKEN, "batch", header.batch());
    }
    if (before != null && header.at().isBefore(before.at())) {
      throw Breach.at(header.seq(), StoreErrors.TIME_BACKWARDS, "at", header.at().toString());
    }
  }

  private static boolean sameBatch(Header before, Header header) {
    return before.batch() == header.batch()
        && before.commandId().equals(header.commandId())
        && before.at().equals(header.at())
        && before.actor().equals(header.actor())
        && before.role() == header.role();
  }

  private void requireVersion(Header header) {
    long expected = versions.merge(header.stream(), 1L, Long::sum);
    if (header.version() != expected) {
      throw Breach.at(
          header.seq(),
          StoreErrors.VERSION_BROKEN,
          "found",
          header.version(),
          "expected",
          expected);
    }
  }

  private void noteContent(StoredFact fact) {
    try {
      redactions.note(fact);
      noteBytes(fact);
    } catch (IllegalArgumentException e) {
      throw Breach.at(fact.seq(), StoreErrors.DAMAGED, "cause", String.valueOf(e.getMessage()));
    }
  }

  private void noteBytes(StoredFact fact) {
    switch (fact.header().kind()) {
      case PROTOCOL_ACTIVATED -> bundles.putIfAbsent(named(fact, "bundle"), fact.seq());
      case ARTEFACT_IMPORTED -> attachments.putIfAbsent(named(fact, "digest"), fact.seq());
      default -> {}
    }
  }

  private static String named(StoredFact fact, String member) {
    Body body = Body.read(fact.header().kind(), fact.header().schema(), fact.content());
    Digest digest =
        switch (body) {
          case Body.ProtocolActivated activated -> activated.bundle();
          case Body.ArtefactImported imported -> imported.digest();
          default -> throw Breach.at(fact.seq(), StoreErrors.DAMAGED, "cause", member);
        };
    return digest.hex();
  }
}
