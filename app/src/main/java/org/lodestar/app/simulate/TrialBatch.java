package org.lodestar.app.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.FactLog;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Ports;
import org.lodestar.app.store.Salts;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.Findings;
import org.lodestar.trial.protocol.Protocol;

/**
 * Many whole trials in memory, by the same staff, commands and derivations as a single one. Trial k
 * of a batch, counted from 0, has the seed of the batch plus k, and its facts are those of the
 * single run with that seed, but for hashes and salts.
 *
 * @param until the last day that is acted
 * @param software name and version, kept in every fact
 */
public record TrialBatch(
    Bundle bundle, Protocol protocol, Scenario scenario, LocalDate until, String software) {

  /** The seed of a trial of the batch. */
  public static long seed(long first, long trial) {
    return first + trial;
  }

  /**
   * Runs the trials; their number and seed alone decide what comes out, never the threads.
   *
   * @param trials at least 1
   * @param threads at least 1
   * @param progress told how many trials are done, from any thread
   * @throws IllegalArgumentException when the protocol leaves open what the staff must know
   */
  public List<TrialOutcome> run(long first, int trials, int threads, LongConsumer progress)
      throws InterruptedException {
    TrialDesign design = TrialDesign.of(protocol);
    AtomicLong done = new AtomicLong();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<TrialOutcome>> running = new ArrayList<>();
      for (int trial = 0; trial < trials; trial++) {
        long seed = seed(first, trial);
        running.add(
            workers.submit(
                () -> {
                  TrialOutcome outcome = run(seed, design);
                  progress.accept(done.incrementAndGet());
                  return outcome;
                }));
      }
      return inOrder(running);
    } finally {
      workers.shutdownNow();
    }
  }

  private static List<TrialOutcome> inOrder(List<Future<TrialOutcome>> running)
      throws InterruptedException {
    List<TrialOutcome> outcomes = new ArrayList<>();
    try {
      for (Future<TrialOutcome> each : running) {
        outcomes.add(each.get());
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
    return outcomes;
  }

  private TrialOutcome run(long seed, TrialDesign design) {
    SimulatedClock clock = Simulation.clock(protocol, scenario);
    try (CommandBus bus = bus(clock)) {
      Simulation.Result result = act(bus, clock, seed);
      return new TrialAnalysis(protocol, scenario, design, until).of(bus, result, seed);
    }
  }

  /** Lets the staff act one trial and gives its log. */
  FactLog log(long seed) {
    SimulatedClock clock = Simulation.clock(protocol, scenario);
    CommandBus bus = bus(clock);
    act(bus, clock, seed);
    return bus.log();
  }

  private CommandBus bus(SimulatedClock clock) {
    Ports ports = new Ports(clock, Salts.seeded(0), software);
    Protocol.Reading known = new Protocol.Reading.Read(protocol, Findings.NONE);
    return new CommandBus(FactLogs.inMemory(ports), clock, Map.of(bundle.digest(), known));
  }

  private Simulation.Result act(CommandBus bus, SimulatedClock clock, long seed) {
    return Simulation.run(bus, clock, bundle, protocol, scenario, seed, until, done -> {});
  }
}
