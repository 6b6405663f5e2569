package org.lodestar.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.simulate.Scenario;
import org.lodestar.app.simulate.ScenarioReader;
import org.lodestar.app.simulate.SimulatedClock;
import org.lodestar.app.simulate.Simulation;
import org.lodestar.app.simulate.TrialBatch;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Ports;
import org.lodestar.app.store.Salts;
import org.lodestar.trial.protocol.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets virtual staff run the whole trial, into a new simulated log. */
@Command(name = "simulate")
final class Simulate implements Verb {
  private static final String END = "end";

  @Option(names = "--scenario", paramLabel = "FILE")
  @Nullable Path scenarioFile;

  @Option(names = "--seed", paramLabel = "N")
  @Nullable Long seed;

  @Option(names = "--until", paramLabel = "DATE|end")
  String until = END;

  @Option(names = "--dry-run")
  boolean dryRun;

  @Option(names = "--true-rate", paramLabel = "RATE")
  @Nullable Double trueRate;

  @Option(names = "--trials", paramLabel = "N")
  @Nullable Integer trials;

  @Option(names = "--threads", paramLabel = "N", defaultValue = "0")
  int threads;

  @Override
  public Answer run(Session session) throws IOException {
    Path folder = session.trial();
    TrialBundle trial = TrialBundle.read(folder, session.language());
    Path file =
        scenarioFile == null ? folder.resolve("scenarios").resolve("default.yaml") : scenarioFile;
    return switch (ScenarioReader.read(file.getFileName().toString(), session.read(file))) {
      case ScenarioReader.Reading.Refused refused -> findings(session, refused);
      case ScenarioReader.Reading.Read read -> {
        Scenario scenario = underTruth(read.scenario());
        yield trials == null
            ? simulate(session, trial, scenario)
            : simulate(session, trial, scenario, trials);
      }
    };
  }

  private Scenario underTruth(Scenario scenario) {
    try {
      return trueRate == null ? scenario : scenario.withTrueRate(trueRate);
    } catch (IllegalArgumentException e) {
      throw CliRule.WRONG_VALUE.because(
          e, "name", "--true-rate", "value", trueRate, "allowed", "0.01 - 0.99");
    }
  }

  private Answer simulate(Session session, TrialBundle trial, Scenario scenario, int number) {
    requireRange("--trials", number, 1, 1_000_000);
    requireRange("--threads", threads, 0, 1024);
    if (session.namesData() || dryRun) {
      throw CliRule.TRIALS_WRITE_NOTHING.failure(
          "option", session.namesData() ? "--data" : "--dry-run");
    }
    TrialBatch batch =
        new TrialBatch(
            trial.bundle(),
            trial.protocol(),
            scenario,
            lastDay(),
            "lodestar " + Software.version());
    int used = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    long first = seed == null ? scenario.seed() : seed;
    return new SimulateTrials(session, batch, first, number).run(used);
  }

  private static void requireRange(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw CliRule.WRONG_VALUE.failure(
          "name", name, "value", value, "allowed", least + " - " + most);
    }
  }

  private static Answer findings(Session session, ScenarioReader.Reading.Refused refused) {
    ObjectNode document = session.document();
    ArrayNode list = document.putArray("findings");
    Answer.Builder answer = Answer.with(document);
    for (Finding finding : refused.findings().all()) {
      list.addObject()
          .put("file", finding.place().file())
          .put("line", finding.place().line())
          .put("message", finding.message().in(session.language()));
      answer.line(finding.line(session.language()));
    }
    return answer.exit(Exit.INVALID).done();
  }

  private Answer simulate(Session session, TrialBundle trial, Scenario scenario) {
    long chosen = seed == null ? scenario.seed() : seed;
    LocalDate last = lastDay();
    long acts = Simulation.acts(trial.protocol(), scenario, chosen, last);
    if (dryRun) {
      return Answer.with(session.document().put("seed", chosen).put("acts", acts))
          .line(session.say(CliRule.WOULD_SIMULATE, "acts", acts, "seed", chosen))
          .done();
    }
    if (FactLogs.exists(session.data())) {
      throw CliRule.LOG_EXISTS.failure("file", session.data());
    }
    SimulatedClock clock = Simulation.clock(trial.protocol(), scenario);
    Ports ports = new Ports(clock, Salts.seeded(chosen), "lodestar " + Software.version());
    try (CommandBus bus = new CommandBus(FactLogs.build(session.data(), ports), clock);
        Progress progress = session.progress(session.say("acts", "操作"), acts)) {
      Simulation.Result result =
          Simulation.run(
              bus, clock, trial.bundle(), trial.protocol(), scenario, chosen, last, progress::at);
      return answer(session, chosen, result);
    }
  }

  private LocalDate lastDay() {
    if (until.equals(END)) {
      return LocalDate.MAX;
    }
    try {
      return LocalDate.parse(until);
    } catch (java.time.format.DateTimeParseException e) {
      throw CliRule.WRONG_VALUE.because(
          e, "name", "--until", "value", until, "allowed", "yyyy-mm-dd | end");
    }
  }

  private static Answer answer(Session session, long seed, Simulation.Result result) {
    ObjectNode document = session.document().put("seed", seed).put("simulated", true);
    document.put("screened", result.screened()).put("enrolled", result.enrolled());
    document
        .putObject("head")
        .put("seq", result.head().seq())
        .put("hash", result.head().hash().hex());
    ArrayNode refusals = document.putArray("refusals");
    Answer.Builder answer =
        Answer.with(document)
            .line(
                session.say(
                    CliRule.SIMULATED,
                    "facts",
                    result.head().seq(),
                    "screened",
                    result.screened(),
                    "enrolled",
                    result.enrolled(),
                    "seed",
                    seed))
            .line(session.say("head ", "链首 ") + result.head());
    for (Simulation.Refused refused : result.refusals()) {
      String message = refused.refusal().message().in(session.language());
      refusals
          .addObject()
          .put("on", refused.on().toString())
          .put("rule", refused.refusal().rule().id())
          .put("message", message);
      answer.line(session.say("refused ", "拒绝 ") + refused.on() + "  " + message);
    }
    return answer.done();
  }
}
