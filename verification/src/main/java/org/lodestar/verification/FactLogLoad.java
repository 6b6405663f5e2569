package org.lodestar.verification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lodestar.app.store.Batch;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.FactLog;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Ports;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Stream;

/**
 * Measures the fact log on SQLite: {@code append DIR FACTS THREADS}, {@code open DIR}, {@code
 * verify DIR}, each a process of its own, with facts of sixteen values and one fact a command.
 */
public final class FactLogLoad {
  private static final int VALUES = 16;
  private static final int FACTS_OF_ONE_PARTICIPANT = 500;
  private static final int PARTICIPANTS_READ = 12;
  private static final Ports PORTS = Ports.real("load");

  private FactLogLoad() {}

  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "append" -> append(data, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
      case "open" -> open(data);
      case "verify" -> verify(data);
      default -> throw new IllegalArgumentException("append, open or verify; got " + arguments[0]);
    }
    Runtime runtime = Runtime.getRuntime();
    print(
        String.format(
            Locale.ROOT,
            "heap now %d MB of at most %d MB",
            megabytes(runtime.totalMemory()),
            megabytes(runtime.maxMemory())));
  }

  private static void append(Path data, int facts, int threads) throws Exception {
    try (FactLog log = FactLogs.create(data, PORTS);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      long begin = System.nanoTime();
      List<Future<?>> writers = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = thread;
        writers.add(pool.submit(() -> write(log, first, facts, threads)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      double seconds = seconds(begin);
      print(
          String.format(
              Locale.ROOT,
              "appended %d facts by %d threads in %.1f s: %.0f facts/s",
              facts,
              threads,
              seconds,
              facts / seconds));
    }
    long bytes = Files.size(data.resolve(FactLogs.SQLITE_FILE));
    print(
        String.format(
            Locale.ROOT,
            "database %d MB, %d bytes a fact with its indexes",
            megabytes(bytes),
            bytes / facts));
  }

  private static void write(FactLog log, int first, int facts, int step) {
    Context context =
        new Context(
            "u-017",
            Role.COORDINATOR,
            "01",
            java.time.Instant.EPOCH,
            LocalDate.EPOCH,
            Digest.ofText("bundle"));
    for (int i = first; i < facts; i += step) {
      log.append(new Batch(context, "c-" + i, List.of(draft(i)), Map.of()));
    }
  }

  private static Draft draft(int number) {
    TreeMap<String, Entry> items = new TreeMap<>();
    for (int i = 0; i < VALUES; i++) {
      items.put(
          "lab.v" + (char) ('a' + i), Entry.typed(Long.toString(100 + (number * 31L + i) % 900)));
    }
    ParticipantCode code = ParticipantCode.ofOrdinal(1 + number / FACTS_OF_ONE_PARTICIPANT);
    int repeat = 1 + number % FACTS_OF_ONE_PARTICIPANT;
    FormInstance form = new FormInstance(code, "cycle-1", "laboratory", repeat);
    return Draft.of(new Stream.Form(form), code, new Body.FormSaved(items));
  }

  /** From nothing to the first answer of the whole trial, then participants never read before. */
  private static void open(Path data) {
    long begin = System.nanoTime();
    try (CommandBus bus = new CommandBus(FactLogs.open(data, PORTS), InstantSource.system())) {
      long last = bus.ask(state -> state.index().seq());
      print(
          String.format(
              Locale.ROOT, "open and fold the index of %d facts: %.3f s", last, seconds(begin)));
      int participants = (int) (last / FACTS_OF_ONE_PARTICIPANT);
      for (int i = 0; i < PARTICIPANTS_READ; i++) {
        ParticipantCode code =
            ParticipantCode.ofOrdinal(1 + (int) ((long) i * participants / PARTICIPANTS_READ));
        begin = System.nanoTime();
        int forms = bus.ask(state -> state.casebook(code).forms().size());
        print(
            String.format(
                Locale.ROOT,
                "participant %s, not read before, %d forms: %.1f ms",
                code.text(),
                forms,
                seconds(begin) * 1000));
      }
    }
  }

  private static void verify(Path data) {
    long begin = System.nanoTime();
    String found = FactLogs.verify(data, List.of()).toString();
    print(String.format(Locale.ROOT, "verified in %.1f s: %s", seconds(begin), found));
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static long megabytes(long bytes) {
    return bytes / 1_000_000;
  }

  private static void print(String words) {
    System.out.println(words);
  }
}
