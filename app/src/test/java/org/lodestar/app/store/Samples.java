package org.lodestar.app.store;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Stream;

/** Batches and ports that the tests of the log share. */
final class Samples {
  static final Instant START = Instant.parse("2026-03-02T08:00:00.125Z");
  static final Context CONTEXT =
      new Context(
          "u-017",
          Role.COORDINATOR,
          "01",
          START,
          LocalDate.of(2026, 3, 2),
          Digest.ofText("bundle"));
  static final ParticipantCode FIRST = ParticipantCode.ofOrdinal(1);

  private Samples() {}

  static Ports ports() {
    return new Ports(InstantSource.fixed(START), Salts.seeded(7), "lodestar 0.1.0");
  }

  static Batch batch(String commandId, Draft... drafts) {
    return new Batch(CONTEXT, commandId, List.of(drafts), Map.of());
  }

  static Draft opened() {
    return Draft.of(Stream.TRIAL, new Body.LogOpened("escc-ldrt", true));
  }

  static Stream form(ParticipantCode code, int repeat) {
    return new Stream.Form(new FormInstance(code, "cycle-1", "laboratory", repeat));
  }

  /** A form saved with the given items. */
  static Draft saved(ParticipantCode code, int repeat, String... keysAndTexts) {
    SortedMap<String, Entry> items = new TreeMap<>();
    for (int i = 0; i < keysAndTexts.length; i += 2) {
      items.put(keysAndTexts[i], Entry.typed(keysAndTexts[i + 1]));
    }
    return Draft.of(form(code, repeat), code, new Body.FormSaved(items));
  }

  /** A form saved with sixteen values, as the measurements use it. */
  static Draft sixteen(ParticipantCode code, int repeat, long salt) {
    SortedMap<String, Entry> items = new TreeMap<>();
    for (int i = 0; i < 16; i++) {
      items.put(
          "lab.v" + (char) ('a' + i), Entry.typed(Long.toString(100 + (salt * 31 + i) % 900)));
    }
    return Draft.of(form(code, repeat), code, new Body.FormSaved(items));
  }

  static Draft redaction(long seq, String member) {
    return Draft.of(Stream.TRIAL, new Body.ValueRedacted(seq, member, Digest.NONE, "u-002"));
  }

  static List<Fact> all(FactLog log) {
    List<Fact> facts = new ArrayList<>();
    log.read(1, Long.MAX_VALUE, facts::add);
    return facts;
  }

  static List<Fact> written(Appended appended) {
    return ((Appended.Written) appended).facts();
  }
}
