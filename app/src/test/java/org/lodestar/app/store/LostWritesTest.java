package org.lodestar.app.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails: a kill leaves the page cache alive and so says nothing about fsync. Here every
 * write and sync of a writing process is recorded, and disks are rebuilt as they may look after a
 * power failure at any moment: what was synced is there, of what was not, any part may be.
 */
class LostWritesTest {
  private enum Unsynced {
    LOST,
    SOME_KEPT,
    KEPT
  }

  private static final String DATABASE = FactLogs.SQLITE_FILE;
  private static final int SECTOR = 512;
  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedSurvivesAPowerFailure() throws Exception {
    replay(record(70), 40, 11);
  }

  @Test
  @Tag("nightly")
  void whatWasAcknowledgedSurvivesTwoThousandPowerFailures() throws Exception {
    replay(record(400), 2_000, 12);
  }

  private List<SystemCalls.Call> record(int batches) throws Exception {
    assumeTrue(stracePermitted(), "strace is not installed or may not trace here");
    Path data = Files.createDirectory(folder.resolve("data"));
    Path trace = folder.resolve("trace");
    Process writer =
        new ProcessBuilder(
                SystemCalls.record(trace, CrashTest.command("sqlite", data, "r", batches, 3_000)))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    assertThat(writer.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(writer.exitValue()).as(Files.readString(folder.resolve("output"))).isZero();
    return SystemCalls.read(trace, data);
  }

  private static boolean stracePermitted() throws InterruptedException {
    try {
      return new ProcessBuilder("strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void replay(List<SystemCalls.Call> calls, int failures, long seed) throws Exception {
    assertThat(calls.stream().filter(SystemCalls.Sync.class::isInstance).count()).isGreaterThan(20);
    assertThat(calls)
        .as("the recording reaches a checkpoint, which writes the database itself")
        .anyMatch(call -> call instanceof SystemCalls.Write write && write.file().equals(DATABASE));
    SplittableRandom random = new SplittableRandom(seed);
    for (int failure = 0; failure < failures; failure++) {
      int cut = failure == 0 ? calls.size() : 1 + random.nextInt(calls.size());
      Unsynced unsynced = Unsynced.values()[failure % 3];
      Path disk = Files.createDirectory(folder.resolve("disk" + failure));
      List<String> answers = rebuild(calls.subList(0, cut), unsynced, random, disk);
      if (Files.exists(disk.resolve(DATABASE))) {
        Answers.requireKept(new Sqlite(disk.resolve(DATABASE)), disk, answers);
      } else {
        assertThat(answers).isEmpty();
      }
      delete(disk);
    }
  }

  /** Builds the files as the disk may hold them, and gives the answers given until then. */
  private static List<String> rebuild(
      List<SystemCalls.Call> calls, Unsynced unsynced, SplittableRandom random, Path disk)
      throws IOException {
    Map<String, Integer> synced = new HashMap<>();
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i) instanceof SystemCalls.Sync sync) {
        synced.put(sync.file(), i);
      }
    }
    StringBuilder answers = new StringBuilder();
    for (int i = 0; i < calls.size(); i++) {
      SystemCalls.Call call = calls.get(i);
      if (call.file().equals("answers") && call instanceof SystemCalls.Write answer) {
        answers.append(new String(answer.bytes(), UTF_8));
      } else if (call.file().startsWith(DATABASE) || call instanceof SystemCalls.Delete) {
        boolean durable = i < synced.getOrDefault(call.file(), -1);
        apply(call, durable ? Unsynced.KEPT : unsynced, random, disk);
      }
    }
    return answers.toString().lines().toList();
  }

  private static void apply(
      SystemCalls.Call call, Unsynced fate, SplittableRandom random, Path disk) throws IOException {
    boolean lost = fate == Unsynced.LOST || (fate == Unsynced.SOME_KEPT && random.nextBoolean());
    if (call instanceof SystemCalls.Delete delete) {
      if (!lost) {
        Files.deleteIfExists(disk.resolve(delete.name()));
      }
      return;
    }
    try (FileChannel file =
        FileChannel.open(
            disk.resolve(call.file()), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (lost) {
        return;
      }
      switch (call) {
        case SystemCalls.Write write -> write(file, write, fate, random);
        case SystemCalls.Truncate truncate -> file.truncate(truncate.length());
        case SystemCalls.Sync ignored -> {}
        case SystemCalls.Delete ignored -> {}
      }
    }
  }

  /** A write that was not synced may be torn between sectors. */
  private static void write(
      FileChannel file, SystemCalls.Write write, Unsynced fate, SplittableRandom random)
      throws IOException {
    long at = write.at() == SystemCalls.END ? file.size() : write.at();
    boolean torn = fate == Unsynced.SOME_KEPT && random.nextInt(4) == 0;
    int sectors = write.bytes().length / SECTOR;
    int length = torn && sectors > 0 ? SECTOR * random.nextInt(sectors + 1) : write.bytes().length;
    file.write(ByteBuffer.wrap(write.bytes(), 0, length), at);
  }

  private static void delete(Path disk) throws IOException {
    List<Path> files = new ArrayList<>();
    try (var found = Files.list(disk)) {
      found.forEach(files::add);
    }
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(disk);
  }
}
