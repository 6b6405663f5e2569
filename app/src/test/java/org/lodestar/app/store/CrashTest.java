package org.lodestar.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writing process is killed without warning, again and again, on the same log. */
class CrashTest {
  private static final int THREADS = 4;
  @TempDir Path folder;

  @Test
  void sqliteKeepsWhatItAcknowledgedWhenTheProcessIsKilled() throws Exception {
    kill("sqlite", new Sqlite(folder.resolve(FactLogs.SQLITE_FILE)), 8, 1);
  }

  @Test
  void postgresKeepsWhatItAcknowledgedWhenTheProcessIsKilled() throws Exception {
    killOnPostgres(8, 2);
  }

  @Test
  @Tag("nightly")
  void sqliteSurvivesSixHundredKills() throws Exception {
    kill("sqlite", new Sqlite(folder.resolve(FactLogs.SQLITE_FILE)), 600, 3);
  }

  @Test
  @Tag("nightly")
  void postgresSurvivesFourHundredKills() throws Exception {
    killOnPostgres(400, 4);
  }

  private void killOnPostgres(int times, long seed) throws Exception {
    String url = TestPostgres.newDatabase();
    TestPostgres.asOwner(url).migrate(TestPostgres.APPLICATION);
    kill(url, TestPostgres.asApplication(url), times, seed);
  }

  private void kill(String store, Database database, int times, long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < times; round++) {
      int before = answers().size();
      Process writer = start(store, "round" + seed + "-" + round);
      try {
        awaitAnswers(writer, before);
        TimeUnit.MICROSECONDS.sleep(random.nextLong(250_000));
      } finally {
        writer.destroyForcibly().waitFor();
      }
      assertThat(writer.exitValue()).isEqualTo(128 + 9);
      if (round % 25 == 24 || round == times - 1 || times < 25) {
        Answers.requireKept(database, folder, answers());
      }
    }
    assertThat(answers().size()).isGreaterThan(times);
  }

  private Process start(String store, String round) throws IOException {
    return new ProcessBuilder(command(store, folder, round, Integer.MAX_VALUE, 40))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  static List<String> command(
      String store, Path folder, String round, int batches, int characters) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                CrashWriter.class.getName()));
    command.addAll(
        List.of(store, folder.toString(), round, "" + THREADS, "" + batches, "" + characters));
    return command;
  }

  private static String classPath() {
    String surefire = System.getProperty("surefire.test.class.path");
    String all = surefire == null ? System.getProperty("java.class.path") : surefire;
    return String.join(File.pathSeparator, Arrays.asList(all.split(File.pathSeparator)));
  }

  private void awaitAnswers(Process writer, int before) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (answers().size() <= before) {
      assertThat(writer.isAlive()).as(() -> output()).isTrue();
      assertThat(System.nanoTime()).as("no answer within a minute").isLessThan(deadline);
      Thread.sleep(2);
    }
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("output"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private List<String> answers() throws IOException {
    Path file = folder.resolve("answers");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
