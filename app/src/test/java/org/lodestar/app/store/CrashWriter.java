package org.lodestar.app.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Fact;

/**
 * A process that appends with several threads until it is killed, and notes each answer in a file
 * of its own before the next command: {@code COMMAND COUNT FIRST-SEQ LAST-HASH}.
 */
public final class CrashWriter {
  private CrashWriter() {}

  /**
   * Arguments: the address of a PostgreSQL database or {@code sqlite}, the data folder, the name of
   * the round, the number of threads, batches a thread, characters of text a fact.
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    Ports ports = Ports.real("crash test");
    FactLog log =
        arguments[0].equals("sqlite")
            ? FactLogs.create(folder, ports)
            : SqlLog.open(TestPostgres.asApplication(arguments[0]), folder, ports, Body::read);
    FileChannel answers =
        FileChannel.open(
            folder.resolve("answers"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
      String name = arguments[2] + "-" + i;
      int batches = Integer.parseInt(arguments[4]);
      int characters = Integer.parseInt(arguments[5]);
      writers.add(Thread.ofPlatform().start(() -> write(log, answers, name, batches, characters)));
    }
    for (Thread writer : writers) {
      writer.join();
    }
    Runtime.getRuntime().halt(0);
  }

  static void write(FactLog log, FileChannel answers, String name, int batches, int characters) {
    SplittableRandom random = new SplittableRandom(name.hashCode());
    for (int number = 0; number < batches; number++) {
      String command = name + "-" + number;
      Draft[] drafts = new Draft[1 + random.nextInt(4)];
      for (int i = 0; i < drafts.length; i++) {
        String text = (command + " ").repeat(1 + characters / (command.length() + 1));
        drafts[i] = Samples.saved(Samples.FIRST, 1 + random.nextInt(3), "lab.a", text);
      }
      Appended answer = log.append(Samples.batch(command, drafts));
      List<Fact> facts = Samples.written(answer);
      note(answers, command, facts);
    }
  }

  private static void note(FileChannel answers, String command, List<Fact> facts) {
    String line =
        command + " " + facts.size() + " " + facts.getFirst().seq() + " " + facts.getLast().hash();
    try {
      answers.write(ByteBuffer.wrap((line + "\n").getBytes(UTF_8)));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
