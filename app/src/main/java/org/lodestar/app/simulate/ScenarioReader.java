package org.lodestar.app.simulate;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.protocol.Finding;
import org.lodestar.trial.protocol.Findings;
import org.lodestar.trial.protocol.Place;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a scenario file; every error at once, each with its line. */
public final class ScenarioReader {
  static final String FORMAT = "lodestar/scenario/1";
  private static final double MAX_DAYS = 10_000;

  private ScenarioReader() {}

  /** What reading gives. */
  public sealed interface Reading {
    record Read(Scenario scenario) implements Reading {}

    record Refused(Findings findings) implements Reading {}
  }

  public static Reading read(String file, byte[] bytes) {
    List<Finding> findings = new ArrayList<>();
    Optional<Node> root = compose(file, bytes, findings);
    if (root.isEmpty()) {
      return new Reading.Refused(new Findings(findings));
    }
    ScenarioSection section = new ScenarioSection(file, "", root.get(), findings);
    Scenario scenario = scenario(section);
    return findings.isEmpty()
        ? new Reading.Read(scenario)
        : new Reading.Refused(new Findings(findings));
  }

  private static Optional<Node> compose(String file, byte[] bytes, List<Finding> findings) {
    try {
      String text = new String(bytes, StandardCharsets.UTF_8);
      Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
      if (root.isEmpty()) {
        findings.add(notYaml(file, 1, "empty"));
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      findings.add(notYaml(file, line, e.getProblem()));
    } catch (YamlEngineException e) {
      findings.add(notYaml(file, 1, String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private static Finding notYaml(String file, int line, String detail) {
    return new Finding(
        Finding.Severity.ERROR,
        ScenarioRule.NOT_YAML,
        Message.of(ScenarioRule.NOT_YAML.words(), "detail", detail),
        new Place(file, line, ""));
  }

  private static Scenario scenario(ScenarioSection root) {
    String format = root.text("format");
    if (!format.equals(FORMAT)) {
      root.note(ScenarioRule.WRONG_FORMAT, 1, "value", format, "allowed", FORMAT);
    }
    Scenario scenario =
        new Scenario(
            root.whole("seed", 0, Long.MAX_VALUE),
            root.section(
                "accrual",
                new Scenario.Accrual(LocalDate.EPOCH, LocalDate.EPOCH, 1),
                ScenarioReader::accrual),
            root.sections("screen-failures", ScenarioReader::failure),
            root.section(
                "disease", new Scenario.Disease(0, 0, 0, 0, 0, 0), ScenarioReader::disease),
            root.section(
                "conduct",
                new Scenario.Conduct(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                ScenarioReader::conduct),
            root.sections("toxicities", ScenarioReader::toxicity),
            root.sections("told", ScenarioReader::told),
            root.sectionsIfAny("independent-review", ScenarioReader::review),
            new TreeMap<>(root.texts("answers")),
            root.sections("cuts", ScenarioReader::cut));
    root.close();
    return scenario;
  }

  private static Scenario.Accrual accrual(ScenarioSection section) {
    LocalDate first = section.date("first-consent");
    LocalDate last = section.date("last-consent");
    if (last.isBefore(first)) {
      section.note(ScenarioRule.REVERSED, 1, "value", last);
    }
    return new Scenario.Accrual(first, last, (int) section.whole("eligible", 1, 5_000));
  }

  private static Scenario.Failure failure(ScenarioSection section) {
    return new Scenario.Failure((int) section.whole("number", 0, 5_000), section.texts("items"));
  }

  private static Scenario.Cut cut(ScenarioSection section) {
    return new Scenario.Cut(section.text("name"), section.date("on"), section.time("at"));
  }

  private static Scenario.Disease disease(ScenarioSection section) {
    return new Scenario.Disease(
        section.number("progression-free-at-year", Scenario.LOWEST_RATE, Scenario.HIGHEST_RATE),
        section.number("death-after-progression-days", 1, MAX_DAYS),
        section.number("death-without-progression-per-year", 0, 5),
        section.number("deepest-shrinkage", 0, 1),
        section.number("distant-share", 0, 1),
        section.number("local-share", 0, 1));
  }

  private static Scenario.Conduct conduct(ScenarioSection section) {
    return new Scenario.Conduct(
        section.number("neutropenia-delay", 0, 1),
        section.number("missed-scan", 0, 1),
        section.number("machine-down", 0, 0.5),
        section.number("dropout-per-year", 0, 5),
        section.number("slip", 0, 1),
        section.number("new-therapy", 0, 1),
        section.number("nab-paclitaxel", 0, 1),
        section.number("late-entry", 0, 1),
        section.number("late-reconsent", 0, 1),
        section.number("old-consent-form", 0, 1));
  }

  private static Scenario.Told told(ScenarioSection section) {
    return new Scenario.Told(
        (int) section.whole("participant", 1, 5_000),
        section.text("term"),
        section.text("verbatim"),
        section.choice("phase", Scenario.Phase.class),
        section.flag("immune-related"),
        (int) section.whole("grade", 1, 5),
        section.date("noticed-on").atTime(section.time("noticed-at")),
        (int) section.whole("lasting-days", 1, 1_000),
        (int) section.whole("hold-days", 0, 365),
        (int) section.whole("report-hours", 0, 240));
  }

  private static Scenario.Review review(ScenarioSection section) {
    return new Scenario.Review(
        (int) section.whole("participant", 1, 5_000),
        section.flag("differs"),
        section.flag("adjudicated"));
  }

  private static Scenario.Toxicity toxicity(ScenarioSection section) {
    return new Scenario.Toxicity(
        section.text("term"),
        section.text("verbatim"),
        section.choice("phase", Scenario.Phase.class),
        section.number("probability", 0, 1),
        section.number("onset-days", 1, MAX_DAYS),
        section.number("lasting-days", 1, MAX_DAYS),
        section.number("severe", 0, 1),
        section.flag("immune-related"));
  }
}
