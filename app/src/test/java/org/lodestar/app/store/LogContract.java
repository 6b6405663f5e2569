package org.lodestar.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodestar.app.store.Samples.FIRST;
import static org.lodestar.app.store.Samples.all;
import static org.lodestar.app.store.Samples.batch;
import static org.lodestar.app.store.Samples.form;
import static org.lodestar.app.store.Samples.opened;
import static org.lodestar.app.store.Samples.ports;
import static org.lodestar.app.store.Samples.saved;
import static org.lodestar.app.store.Samples.written;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Stream;

/** What every log does, stored or not. */
abstract class LogContract {
  @TempDir Path folder;
  FactLog log;

  /** Opens the log of this test; a stored one is the same at each call. */
  abstract FactLog open(Ports ports, BodyReader reader) throws Exception;

  @BeforeEach
  void openLog() throws Exception {
    log = open(ports(), Body::read);
  }

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void anEmptyLogHasNoHead() {
    assertThat(log.head()).isEqualTo(Head.EMPTY);
    assertThat(all(log)).isEmpty();
    assertThat(log.participant(FIRST, 1, Long.MAX_VALUE)).isEmpty();
    assertThat(log.version(Stream.TRIAL)).isZero();
  }

  @Test
  void theHeaderSaysWhoWhenWhereAndInWhichOrder() {
    log.append(batch("c1", opened()));
    Fact fact = written(log.append(batch("c2", saved(FIRST, 1, "lab.hb", "130")))).get(0);
    assertThat(fact.header().seq()).isEqualTo(2);
    assertThat(fact.header().batch()).isEqualTo(2);
    assertThat(fact.header().version()).isEqualTo(1);
    assertThat(fact.header().at()).isEqualTo(Samples.START);
    assertThat(fact.header().actor()).isEqualTo("u-017");
    assertThat(fact.header().bundle()).isEqualTo(Digest.ofText("bundle"));
    assertThat(fact.header().software()).isEqualTo("lodestar 0.1.0");
    assertThat(fact.header().commandId()).isEqualTo("c2");
  }

  @Test
  void aStreamThatMovedIsNamedAndNothingIsWritten() {
    log.append(batch("c1", opened()));
    log.append(batch("c2", saved(FIRST, 1, "lab.hb", "130")));
    Batch late =
        new Batch(
            Samples.CONTEXT,
            "c3",
            List.of(saved(FIRST, 1, "lab.hb", "131")),
            Map.of(form(FIRST, 1), 0L, Stream.TRIAL, 1L, Stream.ENROLMENT, 0L));
    assertThat(log.append(late)).isEqualTo(new Appended.Stale(Set.of(form(FIRST, 1))));
    assertThat(log.head().seq()).isEqualTo(2);
    assertThat(log.version(form(FIRST, 1))).isEqualTo(1);
  }

  @Test
  void aCasebookReadWholeMovesWithAFormThatSomebodyBeganMeanwhile() {
    Stream whole = new Stream.Casebook(FIRST);
    assertThat(log.version(whole)).isZero();
    log.append(batch("c1", opened()));
    log.append(batch("c2", saved(FIRST, 1, "lab.hb", "130")));
    log.append(batch("c3", saved(ParticipantCode.ofOrdinal(2), 1, "lab.hb", "120")));
    assertThat(log.version(whole)).isEqualTo(2);
    log.append(batch("c4", saved(FIRST, 2, "lab.hb", "131")));

    Batch late = new Batch(Samples.CONTEXT, "c5", List.of(opened()), Map.of(whole, 2L));
    assertThat(log.append(late)).isEqualTo(new Appended.Stale(Set.of(whole)));
    Batch now = new Batch(Samples.CONTEXT, "c6", List.of(opened()), Map.of(whole, 4L));
    assertThat(written(log.append(now))).hasSize(1);
    assertThat(log.version(whole)).isEqualTo(4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Draft.of(whole, new Body.FormCompleted()))
        .withMessageContaining("casebook/S-001");
  }

  @Test
  void aBatchReadAtTheCurrentVersionsIsWritten() {
    log.append(batch("c1", opened()));
    Batch next = new Batch(Samples.CONTEXT, "c2", List.of(opened()), Map.of(Stream.TRIAL, 1L));
    assertThat(written(log.append(next)).get(0).header().version()).isEqualTo(2);
  }

  @Test
  void aBatchWithABadDraftIsRefusedWhole() {
    String half = "x\uD800y";
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(
            () ->
                log.append(
                    batch(
                        "c1",
                        opened(),
                        saved(FIRST, 1, "lab.a", "1"),
                        saved(FIRST, 1, "lab.b", half))))
        .satisfies(e -> assertThat(e.error()).isEqualTo(StoreErrors.BAD_TEXT))
        .withMessageContaining("lab.b")
        .withMessageContaining("U+D800");
    assertThat(all(log)).isEmpty();
    assertThat(written(log.append(batch("c1", opened())))).hasSize(1);
  }

  @Test
  void aCommandIdThatIsEmptyIsRefused() {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> log.append(batch(" ", opened())))
        .satisfies(e -> assertThat(e.error()).isEqualTo(StoreErrors.NO_COMMAND_ID));
  }

  @Test
  void aCommandWithoutFactsWritesNothing() {
    log.append(batch("c1", opened()));
    Head head = log.head();
    assertThat(log.append(batch("c2"))).isEqualTo(new Appended.Written(List.of(), head));
    assertThat(log.head()).isEqualTo(head);
  }

  @Test
  void ofManyCommandsThatReadTheSameVersionOneIsWritten() throws Exception {
    log.append(batch("c0", opened()));
    Set<Boolean> answers = new HashSet<>();
    int written = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(20)) {
      List<Callable<Appended>> tasks = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String id = "race-" + i;
        tasks.add(
            () ->
                log.append(
                    new Batch(Samples.CONTEXT, id, List.of(opened()), Map.of(Stream.TRIAL, 1L))));
      }
      for (Future<Appended> answer : pool.invokeAll(tasks)) {
        written += answer.get() instanceof Appended.Written ? 1 : 0;
      }
    }
    assertThat(written).isEqualTo(1);
    assertThat(log.version(Stream.TRIAL)).isEqualTo(2);
  }

  @Test
  void aParticipantsFactsAreHersAloneUpToTheCut() {
    ParticipantCode second = ParticipantCode.ofOrdinal(2);
    log.append(
        batch("c0", opened(), saved(FIRST, 1, "lab.a", "1"), saved(second, 1, "lab.a", "2")));
    log.append(batch("c1", saved(FIRST, 1, "lab.a", "3")));
    assertThat(log.participant(FIRST, 1, Long.MAX_VALUE))
        .extracting(Fact::seq)
        .containsExactly(2L, 4L);
    assertThat(log.participant(FIRST, 1, 3)).extracting(Fact::seq).containsExactly(2L);
    assertThat(log.participant(second, 1, 4)).extracting(Fact::seq).containsExactly(3L);
  }

  @Test
  void aRangeIsReadWithBothEnds() {
    log.append(batch("c0", opened(), opened(), opened(), opened()));
    List<Long> seqs = new ArrayList<>();
    log.read(2, 3, fact -> seqs.add(fact.seq()));
    assertThat(seqs).containsExactly(2L, 3L);
  }

  @Test
  void theLogCanBeReadAgainWhileItIsRead() {
    log.append(batch("c0", opened(), opened()));
    List<Head> heads = new ArrayList<>();
    log.read(1, 2, fact -> heads.add(log.head()));
    assertThat(heads).hasSize(2);
  }

  @Test
  void aFactCannotNameBytesThatAreNotStored() {
    Digest none = Digest.ofText("nowhere");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(
            () ->
                log.append(
                    batch("c1", Draft.of(Stream.TRIAL, new Body.ProtocolActivated(none, "1")))))
        .satisfies(e -> assertThat(e.error()).isEqualTo(StoreErrors.BUNDLE_NOT_STORED));
    Body file = new Body.ArtefactImported("scan", "text/plain", 1, none, List.of());
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> log.append(batch("c2", Draft.of(Stream.TRIAL, file))))
        .satisfies(e -> assertThat(e.error()).isEqualTo(StoreErrors.ATTACHMENT_NOT_STORED));
    assertThat(all(log)).isEmpty();
  }

  @Test
  void nobodyCanEnterAValueThatLooksRedacted() {
    Body.FormSaved forged =
        new Body.FormSaved(
            new java.util.TreeMap<>(Map.of("lab.a", new Entry.Redacted(Digest.NONE, 1))));
    assertRefused(StoreErrors.BAD_TEXT, Draft.of(form(FIRST, 1), FIRST, forged));
  }

  @Test
  void aClosedLogSaysSo() {
    log.close();
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> log.append(batch("c0", opened())))
        .satisfies(e -> assertThat(e.error()).isEqualTo(StoreErrors.CLOSED));
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> log.head())
        .satisfies(e -> assertThat(e.error()).isEqualTo(StoreErrors.CLOSED));
  }

  @Test
  void interruptingACallerBreaksNothing() throws Exception {
    Thread.currentThread().interrupt();
    log.append(batch("c0", opened()));
    assertThat(Thread.interrupted()).isTrue();
    log.append(batch("c1", opened()));
    assertThat(log.head().seq()).isEqualTo(2);
  }

  void assertRefused(StoreErrors error, Draft draft) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> log.append(batch("refused", draft)))
        .satisfies(e -> assertThat(e.error()).isEqualTo(error));
  }
}
