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

  /** One thread's work. */
  interface Worker {
    /** Runs a trial and adds to the sums. */
    void run(long trial, long[] sums);

    /** Runs trials from, ..., to - 1 and adds to the sums. */
    default void run(long from, long to, long[] sums) {
      for (long trial = from; trial < to; trial++) {
        run(trial, sums);
      }
    }
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
    Share share = new Share(trials, width, workers, progress);
    List<Thread> running = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      running.add(new Thread(share, "trials-" + t));
    }
    running.forEach(Thread::start);
    await(running, share.trouble);
    return share.sums;
  }

  /** What all threads take batches from and add their sums to. */
  private static final class Share implements Runnable {
    final long[] sums;
    final AtomicReference<RuntimeException> trouble = new AtomicReference<>();
    private final long trials;
    private final Supplier<Worker> workers;
    private final LongConsumer progress;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong done = new AtomicLong();

    Share(long trials, int width, Supplier<Worker> workers, LongConsumer progress) {
      this.trials = trials;
      this.sums = new long[width];
      this.workers = workers;
      this.progress = progress;
    }

    @Override
    public void run() {
      try {
        // Each thread has sums of its own: neighbours in memory would slow each other down.
        long[] own = new long[sums.length];
        Worker worker = workers.get();
        for (long from = next.getAndAdd(BATCH);
            from < trials && trouble.get() == null;
            from = next.getAndAdd(BATCH)) {
          long to = Math.min(trials, from + BATCH);
          worker.run(from, to, own);
          progress.accept(done.addAndGet(to - from));
        }
        add(own);
      } catch (RuntimeException e) {
        trouble.set(e);
      }
    }

    private synchronized void add(long[] own) {
      for (int i = 0; i < own.length; i++) {
        sums[i] += own[i];
      }
    }
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
}
