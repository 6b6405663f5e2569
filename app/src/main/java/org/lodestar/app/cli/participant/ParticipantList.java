package org.lodestar.app.cli.participant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.OpenLog;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.app.store.CommandBus;
import org.lodestar.trial.TrialIndex;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.enrolment.Slots;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.schedule.SignedConsent;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everybody who was registered, and where she stands. */
@Command(name = "list")
final class ParticipantList implements Verb {

  /** One line of the list. */
  private record Row(ParticipantCode code, Standing standing, long forms, long complete) {}

  @Override
  public Answer run(Session session) {
    try (CommandBus bus = OpenLog.bus(session)) {
      return bus.ask(state -> answer(session, rows(state), slots(state)));
    }
  }

  private static List<Row> rows(TrialState state) {
    TrialIndex index = state.index();
    List<Row> rows = new ArrayList<>();
    for (ParticipantCode code : index.enrolment().registered()) {
      Standing standing = index.enrolment().standing(code);
      List<TrialIndex.FormRow> forms = index.forms(code);
      if (standing != null) {
        rows.add(
            new Row(
                code,
                standing,
                forms.size(),
                forms.stream().filter(TrialIndex.FormRow::complete).count()));
      }
    }
    return rows;
  }

  /** Nothing while no protocol is in force. */
  private static Optional<Derived<Slots>> slots(TrialState state) {
    Digest bundle = state.index().bundle();
    Instant at = state.index().at();
    if (bundle == null || at == null) {
      return Optional.empty();
    }
    Protocol protocol = state.protocol(bundle);
    EnrolmentRegister register = state.index().enrolment();
    Map<ParticipantCode, Derived<LocalDate>> consents = new HashMap<>();
    for (ParticipantCode code : register.registered()) {
      if (register.standing(code) instanceof Standing.InScreening) {
        SignedConsent.read(Sheets.of(state.casebook(code), protocol.forms())).stream()
            .findFirst()
            .ifPresent(first -> consents.put(code, first.on()));
      }
    }
    return Optional.of(
        Slots.derive(register, consents, protocol, at.atZone(protocol.zone()).toLocalDate()));
  }

  private static Answer answer(Session session, List<Row> rows, Optional<Derived<Slots>> slots) {
    ObjectNode document = session.document();
    slots.ifPresent(derived -> document.put("slots", derived.sentence(session.language())));
    ArrayNode list = document.putArray("participants");
    List<List<String>> cells = new ArrayList<>();
    for (Row row : rows) {
      list.addObject()
          .put("code", row.code().text())
          .put("standing", StandingWords.key(row.standing()))
          .put("number", StandingWords.number(row.standing()))
          .put("enrolledOn", StandingWords.enrolledOn(row.standing()))
          .put("forms", row.forms())
          .put("complete", row.complete());
      cells.add(
          List.of(
              row.code().text(),
              StandingWords.number(row.standing()),
              session.say(StandingWords.of(row.standing())),
              StandingWords.enrolledOn(row.standing()),
              row.complete() + "/" + row.forms()));
    }
    Answer.Builder answer = Answer.with(document);
    slots.ifPresent(derived -> answer.line(derived.sentence(session.language())));
    return answer
        .table(
            List.of(
                session.say("code", "筛选号"),
                session.say("number", "入组号"),
                session.say("standing", "状态"),
                session.say("enrolled on", "入组日期"),
                session.say("forms complete", "表单完成")),
            cells)
        .done();
  }
}
