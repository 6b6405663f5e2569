package org.lodestar.app.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lodestar.app.store.Samples.FIRST;
import static org.lodestar.app.store.Samples.all;
import static org.lodestar.app.store.Samples.batch;
import static org.lodestar.app.store.Samples.opened;
import static org.lodestar.app.store.Samples.redaction;
import static org.lodestar.app.store.Samples.saved;
import static org.lodestar.app.store.Samples.written;

import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Fact;

class MemoryLogTest extends LogContract {
  @Override
  FactLog open(Ports ports, BodyReader reader) {
    return FactLogs.inMemory(ports);
  }

  @Test
  void itsFactsHaveNeitherHashNorFile() throws Exception {
    log.append(batch("c0", opened(), saved(FIRST, 1, "lab.a", "1")));
    assertThat(all(log)).extracting(Fact::hash).containsOnly(Digest.NONE);
    assertThat(all(log)).extracting(Fact::prev).containsOnly(Digest.NONE);
    assertThat(log.head()).isEqualTo(new Head(2, Digest.NONE));
    try (Stream<java.nio.file.Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aRepeatedCommandGetsTheFirstAnswer() {
    List<Fact> first = written(log.append(batch("c1", opened())));
    assertThat(log.append(batch("c1", opened(), opened()))).isEqualTo(new Appended.Repeated(first));
    assertThat(log.answer("c1")).isEqualTo(first);
    assertThat(log.answer("c2")).isEmpty();
    assertThat(log.head().seq()).isEqualTo(1);
  }

  @Test
  void aClockThatGoesBackwardsNeverPutsAFactBeforeItsPredecessor() {
    AtomicReference<Instant> now = new AtomicReference<>(Samples.START);
    try (FactLog other = FactLogs.inMemory(new Ports(now::get, Salts.seeded(1), "test"))) {
      other.append(batch("c1", opened()));
      now.set(Samples.START.minusSeconds(3600));
      other.append(batch("c2", opened()));
      assertThat(all(other)).extracting(Fact::at).containsOnly(Samples.START);
    }
  }

  @Test
  void theIndexIsGivenEveryFactWhole() {
    log.append(batch("c0", opened(), saved(FIRST, 1, "lab.a", "1")));
    List<Fact> given = new java.util.ArrayList<>();
    log.index(1, 2, step -> {}, given::add);
    assertThat(given).isEqualTo(all(log));
  }

  @Test
  void bytesAreKeptByTheirDigest() {
    byte[] bytes = "protocol".getBytes(UTF_8);
    Digest digest = log.putBundle(bytes);
    bytes[0] = 'x';
    assertThat(log.bundle(digest)).isEqualTo("protocol".getBytes(UTF_8));
    assertThat(log.attachment(digest)).isNull();
    assertThat(log.attachment(log.putAttachment(bytes))).isEqualTo(bytes);
  }

  @Test
  void nothingCanBeRedacted() {
    log.append(batch("c0", opened(), saved(FIRST, 1, "lab.a", "1")));
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> log.append(batch("c1", redaction(2, "lab.a"))))
        .satisfies(e -> assertThat(e.error()).isEqualTo(StoreErrors.NOT_IN_MEMORY));
    assertThat(log.head().seq()).isEqualTo(2);
  }
}
