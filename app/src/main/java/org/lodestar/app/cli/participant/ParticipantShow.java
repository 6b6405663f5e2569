package org.lodestar.app.cli.participant;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.OpenLog;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.app.store.CommandBus;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.FormRecord;
import org.lodestar.trial.capture.ItemRecord;
import org.lodestar.trial.enrolment.Eligibility;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.FormDefinition;
import org.lodestar.trial.protocol.Protocol;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One participant: where she stands, each criterion with its reason, each form with its values. */
@Command(name = "show")
final class ParticipantShow implements Verb {
  @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "CODE")
  String code;

  @Option(names = "--form", paramLabel = "FORM")
  @Nullable String form;

  @Override
  public Answer run(Session session) {
    try (CommandBus bus = OpenLog.bus(session)) {
      return bus.ask(state -> answer(session, state));
    }
  }

  private Answer answer(Session session, TrialState state) {
    ParticipantCode participant = OpenLog.code(code);
    Standing standing = OpenLog.standing(state, participant);
    Casebook casebook = state.casebook(participant);
    Protocol protocol = OpenLog.protocol(state);
    ObjectNode document = session.document().put("code", code);
    document.put("standing", StandingWords.key(standing));
    document.put("number", StandingWords.number(standing));
    Answer.Builder answer =
        Answer.with(document)
            .line(
                (code + " " + StandingWords.number(standing)).strip()
                    + "  "
                    + session.say(StandingWords.of(standing))
                    + " "
                    + StandingWords.enrolledOn(standing));
    if (form == null) {
      eligibility(session, casebook, protocol, state, document, answer);
      forms(session, casebook, protocol, document, answer);
    } else {
      items(session, casebook, protocol, document, answer);
    }
    return answer.done();
  }

  private static void eligibility(
      Session session,
      Casebook casebook,
      Protocol protocol,
      TrialState state,
      ObjectNode document,
      Answer.Builder answer) {
    var at = state.index().at();
    if (at == null) {
      return;
    }
    Eligibility judged =
        Eligibility.derive(casebook, protocol, at.atZone(protocol.zone()).toLocalDate());
    ArrayNode list = document.putArray("criteria");
    for (Eligibility.Judged criterion : judged.criteria()) {
      String sentence = criterion.met().sentence(session.language());
      ObjectNode node =
          list.addObject().put("key", criterion.criterion().key()).put("because", sentence);
      criterion.met().known().ifPresent(met -> node.put("met", met));
      criterion.met().facts().forEach(fact -> node.withArray("facts").add(fact.seq()));
    }
    answer.line(judged.eligible().sentence(session.language()));
    judged.notMet().forEach(c -> answer.line("  - " + c.met().sentence(session.language())));
    judged.missing().forEach(c -> answer.line("  ? " + c.met().sentence(session.language())));
  }

  private static void forms(
      Session session,
      Casebook casebook,
      Protocol protocol,
      ObjectNode document,
      Answer.Builder answer) {
    ArrayNode list = document.putArray("forms");
    List<List<String>> cells = new ArrayList<>();
    for (FormRecord record : casebook.forms().values()) {
      list.addObject()
          .put("visit", record.instance().visit())
          .put("form", record.instance().form())
          .put("repeat", record.instance().repeat())
          .put("complete", record.complete())
          .put("version", record.version());
      cells.add(
          List.of(
              record.instance().visit(),
              label(session.language(), protocol, record),
              Integer.toString(record.instance().repeat()),
              record.complete() ? session.say("complete", "完成") : session.say("in progress", "填写中"),
              Integer.toString(record.items().size())));
    }
    answer.table(
        List.of(
            session.say("visit", "访视"),
            session.say("form", "表单"),
            session.say("copy", "份"),
            session.say("state", "状态"),
            session.say("items", "项目数")),
        cells);
  }

  private static String label(Language language, Protocol protocol, FormRecord record) {
    String key = record.instance().form();
    return protocol
        .forms()
        .form(key)
        .map(FormDefinition::words)
        .map(w -> w.in(language))
        .orElse(key);
  }

  private void items(
      Session session,
      Casebook casebook,
      Protocol protocol,
      ObjectNode document,
      Answer.Builder answer) {
    ArrayNode list = document.putArray("items");
    List<List<String>> cells = new ArrayList<>();
    for (FormRecord record : casebook.forms(String.valueOf(form))) {
      for (ItemRecord item : record.items().values()) {
        for (ItemRecord.Change change : item.history()) {
          list.addObject()
              .put("visit", record.instance().visit())
              .put("repeat", record.instance().repeat())
              .put("item", item.key())
              .put("value", shown(change.entry()))
              .put("seq", change.seq())
              .put("at", change.at().toString())
              .put("actor", change.actor())
              .put("reason", change.reason());
          cells.add(
              List.of(
                  record.instance().visit() + "/" + record.instance().repeat(),
                  protocol
                      .forms()
                      .item(item.key())
                      .map(definition -> definition.words().in(session.language()))
                      .orElse(item.key()),
                  shown(change.entry()),
                  change.at().toString(),
                  change.actor(),
                  change.reason() == null ? "" : change.reason()));
        }
      }
    }
    answer.table(
        List.of(
            session.say("visit", "访视"),
            session.say("item", "项目"),
            session.say("value", "值"),
            session.say("saved", "保存时间"),
            session.say("by", "保存人"),
            session.say("reason", "理由")),
        cells);
  }

  private static String shown(Entry entry) {
    return switch (entry) {
      case Entry.Redacted ignored -> "[redacted]";
      case Entry.Value value when value.missing() != null -> "(" + value.missing() + ")";
      case Entry.Value value ->
          value.unit() == null ? value.text() : value.text() + " " + value.unit();
    };
  }
}
