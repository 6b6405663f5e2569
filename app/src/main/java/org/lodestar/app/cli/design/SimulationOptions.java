package org.lodestar.app.cli.design;

import org.lodestar.app.cli.Progress;
import org.lodestar.app.cli.Session;
import org.lodestar.statistics.simulation.Run;
import picocli.CommandLine.Option;

/** How much is simulated. */
final class SimulationOptions {
  @Option(names = "--trials", paramLabel = "N", defaultValue = "100000")
  long trials;

  @Option(names = "--seed", paramLabel = "SEED", defaultValue = "1")
  long seed;

  @Option(names = "--threads", paramLabel = "N", defaultValue = "0")
  int threads;

  /** A run that reports to a progress line in which some trials are already done. */
  Run run(Progress progress, long before) {
    int used = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    return new Run(
        trials,
        seed,
        used,
        done -> {
          synchronized (progress) {
            progress.at(before + done);
          }
        });
  }

  Progress progress(Session session, int simulations) {
    return session.progress(session.say("simulated trials", "模拟试验"), trials * simulations);
  }
}
