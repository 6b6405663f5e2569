package org.lodestar.app.cli.bedside;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.CliRule;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.TrialBundle;
import org.lodestar.app.cli.Verb;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Json;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.protocol.Agent;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.treatment.AgentDose;
import org.lodestar.trial.treatment.DoseCalculation;
import org.lodestar.trial.treatment.GuardRail;
import org.lodestar.trial.treatment.Patient;
import org.lodestar.trial.treatment.PatientCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The doses of the trial's agents for one body, with the arithmetic. */
@Command(name = "dose")
public final class Dose implements Verb {
  @Parameters(paramLabel = "FILE", descriptionKey = "FILE", arity = "0..1")
  @Nullable Path file;

  @Option(names = "--sex", paramLabel = "M|F")
  @Nullable String sex;

  @Option(names = "--age", paramLabel = "YEARS")
  @Nullable String age;

  @Option(names = "--height", paramLabel = "CM")
  @Nullable BigDecimal heightCm;

  @Option(names = "--weight", paramLabel = "KG")
  @Nullable BigDecimal weightKg;

  @Option(names = "--creatinine", paramLabel = "NUMBER")
  @Nullable BigDecimal creatinine;

  @Option(names = "--creatinine-unit", paramLabel = "UNIT")
  @Nullable String creatinineUnit;

  @Option(names = "--gfr", paramLabel = "ML_PER_MIN")
  @Nullable BigDecimal measuredGfr;

  @Option(names = "--agent", paramLabel = "KEY")
  @Nullable String agent;

  @Option(names = "--level", paramLabel = "LEVEL", defaultValue = "0")
  int level;

  @Option(names = "--day", paramLabel = "DATE")
  @Nullable LocalDate day;

  @Override
  public Answer run(Session session) throws IOException {
    Protocol protocol = TrialBundle.read(session.trial(), session.language()).protocol();
    List<Agent> agents = agents(protocol);
    try {
      return answer(session, protocol, agents, asked(session));
    } catch (IllegalArgumentException wrong) {
      throw Shown.refused("dose", wrong);
    }
  }

  private List<Agent> agents(Protocol protocol) {
    if (agent == null) {
      return protocol.agents();
    }
    List<Agent> chosen =
        protocol.agents().stream().filter(each -> each.key().equals(agent)).toList();
    if (chosen.isEmpty()) {
      throw CliRule.WRONG_VALUE.failure(
          "name",
          "--agent",
          "value",
          agent,
          "allowed",
          String.join(" | ", protocol.agents().stream().map(Agent::key).toList()));
    }
    return chosen;
  }

  private List<JsonView> asked(Session session) throws IOException {
    if (file != null) {
      return Question.read(session, file, List.of("cases"));
    }
    SortedMap<String, Json> members = new TreeMap<>();
    put(members, "sex", sex);
    put(members, "ageYears", age);
    put(members, "heightCm", heightCm);
    put(members, "weightKg", weightKg);
    put(members, "creatinine", creatinine);
    put(members, "creatinineUnit", creatinineUnit);
    put(members, "measuredGfrMlMin", measuredGfr);
    return List.of(new JsonView(new Json.Members(members), "the command"));
  }

  private static void put(SortedMap<String, Json> members, String name, @Nullable Object given) {
    if (given != null) {
      members.put(name, Json.text(given.toString()));
    }
  }

  private Answer answer(
      Session session, Protocol protocol, List<Agent> agents, List<JsonView> asked) {
    ObjectNode document = session.document();
    ArrayNode list = document.putArray("cases");
    Answer.Builder answer = Answer.with(document);
    answer.line(
        session.say(
            "This checks a prescription; it is not an order. Policy: the trial's folder.",
            "仅供核对处方，不是医嘱。计算规则取自试验文件夹。"));
    for (int i = 0; i < asked.size(); i++) {
      JsonView one = asked.get(i);
      String id = one.text("id").orElse(Integer.toString(i + 1));
      Patient patient = PatientCase.read(one);
      LocalDate on = Optional.ofNullable(day).orElseGet(() -> PatientCase.day(one));
      describe(
          session,
          agents,
          new DoseCalculation(protocol, patient, on),
          list.addObject().put("id", id),
          answer);
    }
    return answer.done();
  }

  private void describe(
      Session session,
      List<Agent> agents,
      DoseCalculation calculation,
      ObjectNode node,
      Answer.Builder answer) {
    Derived<BigDecimal> surface = calculation.deriveSurfaceM2();
    Derived<BigDecimal> clearance = calculation.deriveClearanceMlPerMin();
    figure(session, node.putObject("surfaceM2"), surface);
    figure(session, node.putObject("clearanceMlPerMin"), clearance);
    ArrayNode doses = node.putArray("doses");
    List<List<String>> rows = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Agent each : agents) {
      AgentDose dose = calculation.derive(each, level);
      dose(session, doses.addObject(), dose);
      rows.add(row(session, each, dose));
      dose.guardRails().forEach(rail -> notes.add("! " + rail.message().in(session.language())));
    }
    answer
        .line(Shown.line(session, surface))
        .line(Shown.line(session, clearance))
        .table(
            List.of(
                session.say("agent", "药物"),
                session.say("dose mg", "剂量 mg"),
                session.say("working", "计算过程")),
            rows);
    notes.stream().distinct().forEach(answer::line);
  }

  private static List<String> row(Session session, Agent agent, AgentDose dose) {
    return List.of(
        agent.name().in(session.language()),
        dose.doseMg().known().map(Dose::plain).orElse("-"),
        dose.calculatedMg().sentence(session.language()));
  }

  private static void figure(Session session, ObjectNode node, Derived<BigDecimal> figure) {
    node.put("value", figure.known().orElse(null));
    Shown.node(session, node, figure);
  }

  private static void dose(Session session, ObjectNode node, AgentDose dose) {
    node.put("agent", dose.agent()).put("level", dose.level());
    node.put("calculatedMg", dose.calculatedMg().known().orElse(null));
    node.put("doseMg", dose.doseMg().known().orElse(null));
    ArrayNode working = node.putArray("working");
    Shown.node(session, working.addObject(), dose.calculatedMg());
    Shown.node(session, working.addObject(), dose.doseMg());
    ArrayNode rails = node.putArray("needsSecondPerson");
    for (GuardRail rail : dose.guardRails()) {
      rails
          .addObject()
          .put("rule", rail.rule().id())
          .put("because", rail.message().in(session.language()));
    }
  }

  private static String plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
  }
}
