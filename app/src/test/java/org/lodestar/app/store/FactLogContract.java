package org.lodestar.app.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestar.app.store.Samples.FIRST;
import static org.lodestar.app.store.Samples.all;
import static org.lodestar.app.store.Samples.batch;
import static org.lodestar.app.store.Samples.form;
import static org.lodestar.app.store.Samples.opened;
import static org.lodestar.app.store.Samples.ports;
import static org.lodestar.app.store.Samples.redaction;
import static org.lodestar.app.store.Samples.saved;
import static org.lodestar.app.store.Samples.written;

import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Content;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.Stream;

/** What every store must do beyond {@link LogContract}: keep, chain, redact and be shared. */
abstract class FactLogContract extends LogContract {
  private void reopen(Ports ports, BodyReader reader) throws Exception {
    log.close();
    log = open(ports, reader);
  }

  @Test
  void aFactIsReadBackExactlyAsItWasWritten() throws Exception {
    Draft draft =
        new Draft(
            form(FIRST, 2),
            FIRST,
            new Body.FormSaved(
                new java.util.TreeMap<>(
                    Map.of(
                        "lab.weight", Entry.typed("1.50", "kg"),
                        "lab.note",
                            Entry.typed("a \"quote\" \\ \n\t\u0000\u001f 中文 \uD83E\uDE7A é"),
                        "lab.missing", Entry.missing("not-done"),
                        "lab.plan", new Entry.Value("45.00", "Gy", null, "dicom:1.2.3")))),
            "correction of a slip \u2028");
    List<Fact> facts = written(log.append(batch("c1", opened(), draft)));
    assertThat(all(log)).isEqualTo(facts);
    reopen(ports(), Body::read);
    assertThat(all(log)).isEqualTo(facts);
    assertThat(facts.get(1).prev()).isEqualTo(facts.get(0).hash());
    assertThat(log.head()).isEqualTo(new Head(2, facts.get(1).hash()));
  }

  @Test
  void theSameClockAndSaltsGiveTheSameHead() {
    Head head = ((Appended.Written) log.append(batch("c1", opened()))).head();
    assertThat(head.hash().hex())
        .isEqualTo("cf98398384abb73e561ca782fc71679751864eb5380429cfa684a3934157b285");
  }

  @Test
  void aRepeatedCommandGetsTheFirstAnswer() throws Exception {
    log.append(batch("c0", opened()));
    List<Fact> first =
        written(
            log.append(batch("c1", saved(FIRST, 1, "lab.a", "1"), saved(FIRST, 2, "lab.a", "2"))));
    log.append(batch("c2", saved(FIRST, 3, "lab.a", "3")));
    assertThat(log.append(batch("c1", saved(FIRST, 9, "lab.a", "9"))))
        .isEqualTo(new Appended.Repeated(first));
    reopen(ports(), Body::read);
    assertThat(log.append(batch("c1"))).isEqualTo(new Appended.Repeated(first));
    assertThat(log.head().seq()).isEqualTo(4);
  }

  @Test
  void manyWritersShareCommitsAndEveryBatchIsWholeAndOnce() throws Exception {
    log.append(batch("c0", opened()));
    int writers = 16;
    int each = 25;
    try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        int number = writer;
        tasks.add(() -> appendMany(number, each));
      }
      for (Future<Void> done : pool.invokeAll(tasks)) {
        done.get();
      }
    }
    List<Fact> facts = all(log);
    assertThat(facts).hasSize(1 + writers * each * 2);
    Digest prev = Digest.NONE;
    for (int i = 0; i < facts.size(); i++) {
      assertThat(facts.get(i).seq()).isEqualTo(i + 1);
      assertThat(facts.get(i).prev()).isEqualTo(prev);
      prev = facts.get(i).hash();
    }
    assertThat(log.version(form(FIRST, 1))).isEqualTo(writers * each);
  }

  private Void appendMany(int writer, int each) {
    for (int i = 0; i < each; i++) {
      String id = writer + "-" + i;
      List<Fact> facts =
          written(
              log.append(batch(id, saved(FIRST, 1, "lab.a", id), saved(FIRST, 2, "lab.a", id))));
      assertThat(facts.get(1).header().batch()).isEqualTo(facts.get(0).seq());
    }
    return null;
  }

  @Test
  void aClockThatGoesBackwardsNeverPutsAFactBeforeItsPredecessor() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(Samples.START);
    reopen(new Ports(now::get, Salts.seeded(1), "test"), Body::read);
    log.append(batch("c1", opened()));
    now.set(Samples.START.minusSeconds(3600));
    log.append(batch("c2", opened()));
    reopen(new Ports(now::get, Salts.seeded(1), "test"), Body::read);
    log.append(batch("c3", opened()));
    now.set(Samples.START.plusNanos(1_999_999));
    log.append(batch("c4", opened()));
    assertThat(all(log))
        .extracting(Fact::at)
        .containsExactly(Samples.START, Samples.START, Samples.START, Samples.START.plusMillis(1));
  }

  @Test
  void bytesAreKeptOnceByTheirDigest() throws Exception {
    byte[] bytes = "protocol".getBytes(UTF_8);
    Digest digest = log.putBundle(bytes);
    assertThat(digest).isEqualTo(Digest.of(bytes));
    assertThat(log.putBundle(bytes)).isEqualTo(digest);
    assertThat(log.attachment(digest)).isNull();
    Digest file = log.putAttachment(new byte[0]);
    reopen(ports(), Body::read);
    assertThat(log.bundle(digest)).isEqualTo(bytes);
    assertThat(log.attachment(file)).isEmpty();
    assertThat(log.bundle(Digest.ofText("other"))).isNull();
  }

  @Test
  void aRedactedValueIsGoneAlsoFromEarlierReadsAndTheChainHolds() throws Exception {
    log.append(
        batch(
            "c0", opened(), saved(FIRST, 1, "lab.a", "1", "lab.name", "Zhang San", "lab.z", "2")));
    Fact before = all(log).get(1);
    Fact said = written(log.append(batch("c1", redaction(2, "lab.name")))).get(0);
    Fact after = log.participant(FIRST, 1, 2).get(0);
    assertThat(after.hash()).isEqualTo(before.hash());
    Map<String, Entry> items = ((Body.FormSaved) after.body()).items();
    Digest digest = ((Body.ValueRedacted) said.body()).digest();
    assertThat(items.get("lab.name")).isEqualTo(new Entry.Redacted(digest, said.seq()));
    assertThat(items.get("lab.a")).isEqualTo(Entry.typed("1"));
    assertThat(items.get("lab.z")).isEqualTo(Entry.typed("2"));
    reopen(ports(), Body::read);
    assertThat(all(log)).hasSize(3).element(2).isEqualTo(said);
  }

  @Test
  void aReasonCanBeRedacted() {
    Draft draft =
        new Draft(form(FIRST, 1), FIRST, saved(FIRST, 1, "lab.a", "1").body(), "as Zhang said");
    log.append(batch("c0", opened(), draft));
    log.append(batch("c1", redaction(2, Content.REASON)));
    assertThat(all(log).get(1).reason()).isEqualTo(Content.REDACTED);
  }

  @Test
  void twoValuesOfOneFactCanBeRedactedInOneBatch() {
    log.append(batch("c0", opened(), saved(FIRST, 1, "lab.a", "1", "lab.b", "2")));
    log.append(batch("c1", redaction(2, "lab.a"), redaction(2, "lab.b")));
    assertThat(((Body.FormSaved) all(log).get(1).body()).items().values())
        .allMatch(Entry.Redacted.class::isInstance);
  }

  @Test
  void whatCannotBeRedactedIsRefusedAndStays() {
    log.append(batch("c0", opened(), saved(FIRST, 1, "lab.a", "1")));
    assertRefused(StoreErrors.NOTHING_TO_REDACT, redaction(2, "lab.b"));
    assertRefused(StoreErrors.NOTHING_TO_REDACT, redaction(3, "lab.a"));
    assertRefused(StoreErrors.NOTHING_TO_REDACT, redaction(-1, "lab.a"));
    assertRefused(StoreErrors.NOT_REDACTABLE, redaction(1, "simulated"));
    Body other = new Body.ValueRedacted(2, "lab.a", Digest.ofText("other"), "u-002");
    assertRefused(StoreErrors.OTHER_DIGEST, Draft.of(Stream.TRIAL, other));
    assertThat(all(log)).hasSize(2);
    log.append(batch("c1", redaction(2, "lab.a")));
    assertRefused(StoreErrors.NOTHING_TO_REDACT, redaction(2, "lab.a"));
    assertRefused(StoreErrors.NOT_REDACTABLE, redaction(3, "member"));
  }

  @Test
  void anOlderLayoutIsUpcastWhenReadAndKeepsItsHash() throws Exception {
    List<Fact> old = written(log.append(batch("c0", opened(), saved(FIRST, 1, "lab.old", "1"))));
    reopen(ports(), org.lodestar.trial.fact.OlderLayouts::readRenamed);
    Fact upcast = all(log).get(1);
    assertThat(((Body.FormSaved) upcast.body()).items()).containsOnlyKeys("lab.new");
    assertThat(upcast.hash()).isEqualTo(old.get(1).hash());
    assertThat(upcast.header().schema()).isEqualTo(1);
  }

  @Test
  void eachCommitLeavesItsHeadInHeadsLog() throws Exception {
    log.append(batch("c0", opened()));
    Head first = log.head();
    log.append(batch("c1", opened()));
    Head second = log.head();
    assertThat(Files.readAllLines(folder.resolve("heads.log")))
        .containsExactly(first.toString(), second.toString());
    assertThat(log.trouble()).isNull();
  }

  @Test
  void headsLogThatCannotBeWrittenIsToldAndHealsItself() throws Exception {
    Files.createDirectory(folder.resolve("heads.log"));
    log.append(batch("c0", opened()));
    assertThat(log.trouble()).isNotNull();
    Files.delete(folder.resolve("heads.log"));
    log.append(batch("c1", opened()));
    assertThat(log.trouble()).isNull();
    assertThat(Files.readAllLines(folder.resolve("heads.log")))
        .containsExactly(log.head().toString());
  }

  @Test
  void twoOpenLogsOnOneStoreTakeTurns() throws Exception {
    log.append(batch("c0", opened()));
    try (FactLog other = open(ports(), Body::read)) {
      other.append(batch("c1", opened()));
      log.append(batch("c2", opened()));
      Batch stale = new Batch(Samples.CONTEXT, "c3", List.of(opened()), Map.of(Stream.TRIAL, 2L));
      assertThat(other.append(stale)).isEqualTo(new Appended.Stale(Set.of(Stream.TRIAL)));
      assertThat(other.append(batch("c2"))).isInstanceOf(Appended.Repeated.class);
      assertThat(all(log)).isEqualTo(all(other)).hasSize(3);
    }
  }
}
