package org.lodestar.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.lodestar.app.print.ReportFiles;
import org.lodestar.app.print.Stamp;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Head;
import org.lodestar.app.store.Ports;
import org.lodestar.trial.TrialIndex;
import org.lodestar.trial.TrialIndex.Cut;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.TrialSettings;
import org.lodestar.trial.report.Cohort;
import org.lodestar.trial.report.SafetyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The safety board's report of a named cut, as HTML and PDF. */
@Command(name = "report")
final class Report implements Verb {
  private static final Words NONE = new Words("none", "无");

  @Option(names = "--cut", required = true, paramLabel = "NAME")
  String cutName = "";

  @Option(names = "--out", required = true, paramLabel = "DIR")
  Path out = Path.of(".");

  /** What the log at a cut says, and where it comes from. */
  private record Derived(SafetyReport report, Stamp stamp) {}

  @Override
  public boolean speaksBothLanguages() {
    return true;
  }

  @Override
  public Answer run(Session session) throws IOException {
    long from = System.nanoTime();
    Derived derived = derive(session);
    List<Path> files =
        ReportFiles.render(derived.report(), derived.stamp(), session.documentLanguages())
            .write(out);
    double seconds = (System.nanoTime() - from) / 1e9;
    return answer(session, derived.stamp(), files, seconds);
  }

  private Derived derive(Session session) throws IOException {
    Ports ports = Ports.real("lodestar " + Software.version());
    try (CommandBus bus =
        new CommandBus(FactLogs.open(session.data(), ports), InstantSource.system())) {
      Cut cut = bus.ask(state -> cut(session, state));
      Files.createDirectories(out);
      return bus.askAt(new Head(cut.seq(), cut.head()), state -> derive(state, cut));
    }
  }

  private Cut cut(Session session, TrialState state) {
    Cut cut = state.index().cuts().get(cutName);
    if (cut == null) {
      String known = String.join(", ", state.index().cuts().keySet());
      throw CliRule.NO_SUCH_CUT.failure(
          "name", cutName, "cuts", known.isEmpty() ? session.say(NONE) : known);
    }
    return cut;
  }

  private static Derived derive(TrialState state, Cut cut) {
    Protocol protocol = state.protocol(cut.bundle());
    Cohort cohort =
        Cohort.read(state.index().enrolment(), state::casebook, protocol, cut.clinicalCutoff());
    return new Derived(SafetyReport.of(cohort), stamp(state.index(), protocol, cut));
  }

  private static Stamp stamp(TrialIndex index, Protocol protocol, Cut cut) {
    Body.LogOpened opened = index.opened();
    Instant at = index.at();
    return new Stamp(
        protocol.get(TrialSettings.KEY).find().orElse("-"),
        protocol.get(TrialSettings.TITLE).find().orElse(Words.same("-")),
        cut.name(),
        cut.clinicalCutoff(),
        cut.seq(),
        cut.head(),
        cut.bundle(),
        index.activations().stream()
            .filter(activation -> activation.bundle().equals(cut.bundle()))
            .map(TrialIndex.Activation::version)
            .findFirst()
            .orElse("-"),
        at == null ? Instant.EPOCH : at,
        "Lodestar " + Software.version(),
        opened != null && opened.simulated());
  }

  private static Answer answer(Session session, Stamp stamp, List<Path> files, double seconds) {
    ObjectNode document = session.document();
    document.put("cut", stamp.cut());
    document.put("cutoff", stamp.cutoff().toString());
    document.put("head", stamp.seq() + ":" + stamp.head().hex());
    document.put("synthetic", stamp.synthetic());
    ArrayNode list = document.putArray("files");
    Answer.Builder answer =
        Answer.with(document)
            .line(
                session.say(
                    CliRule.REPORTED,
                    "cut",
                    stamp.cut(),
                    "cutoff",
                    stamp.cutoff(),
                    "count",
                    files.size(),
                    "seconds",
                    String.format(Locale.ROOT, "%.1f", seconds)));
    for (Path file : files) {
      list.add(file.toString());
      answer.line("  " + file);
    }
    return answer.done();
  }
}
