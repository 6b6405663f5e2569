package org.lodestar.statistics.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.lodestar.statistics.Require;

/**
 * Runs independent trials on several threads. Every trial adds whole numbers to sums, and whole
 * numbers add up the same in any order: so the result is bit-equal for any number of threads, and
 * parts of a range run elsewhere may be added. Memory does not depend on the number of trials.
 */
final class ParallelTrials {
  private static final int BATCH = 2048;
  private static final double FIXED_POINT = 0x1p20;

  private ParallelTrials() {}

  /** One thread's work on one trial at a time. */
  interface Worker {
    /** Runs a trial and adds to the sums. */
    void run(long trial, long[] sums);
  }

  /** A number of any size below 8e12 as a whole number of 2^-20, for the sums. */
  static long fixed(double value) {
    return Math.round(value * FIXED_POINT);
  }

  /** The number whose fixed-point sum this is. */
  static double real(long sum) {
    return sum / FIXED_POINT;
  }

  static long[] run(
      long trials, int threads, int width, Supplier<Worker> workers, LongConsumer progress) {
    if (trials < 1) {
      throw Require.refusal("trials", trials, "1 or more");
    }
    Require.within("threads", threads, 1, 1024);
    AtomicLong next = new AtomicLong();
    AtomicLong done = new AtomicLong();
    AtomicReference<RuntimeException> trouble = new AtomicReference<>();
    long[][] sums = new long[threads][width];
    List<Thread> running = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      long[] own = sums[t];
      Runnable work =
          () -> {
            try {
              Worker worker = workers.get();
              for (long from = next.getAndAdd(BATCH);
                  from < trials && trouble.get() == null;
                  from = next.getAndAdd(BATCH)) {
                long to = Math.min(trials, from + BATCH);
                for (long trial = from; trial < to; trial++) {
                  worker.run(trial, own);
                }
                progress.accept(done.addAndGet(to - from));
              }
            } catch (RuntimeException e) {
              trouble.set(e);
            }
          };
      running.add(new Thread(work, "trials-" + t));
    }
    running.forEach(Thread::start);
    await(running, trouble);
    return total(sums, width);
  }

  private static void await(List<Thread> running, AtomicReference<RuntimeException> trouble) {
    boolean interrupted = false;
    for (Thread thread : running) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
          trouble.set(new IllegalStateException("the simulation was interrupted", e));
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    RuntimeException thrown = trouble.get();
    if (thrown != null) {
      throw thrown;
    }
  }

  private static long[] total(long[][] sums, int width) {
    long[] total = new long[width];
    for (long[] own : sums) {
      for (int i = 0; i < width; i++) {
        total[i] += own[i];
      }
    }
    return total;
  }
}
