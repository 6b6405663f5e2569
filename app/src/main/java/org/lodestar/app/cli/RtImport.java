package org.lodestar.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.identity.Agreement;
import org.lodestar.app.imaging.CaseImport;
import org.lodestar.app.imaging.ImportDesk;
import org.lodestar.app.imaging.ImportRule;
import org.lodestar.app.imaging.RecordImport;
import org.lodestar.app.store.CommandBus;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Site;
import org.lodestar.trial.protocol.TrialSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the results of a folder into a participant's record: plan, dose figures, fractions. Only
 * when the folder is about her, or a second person says so.
 */
@Command(name = "import")
final class RtImport implements Verb {
  private static final Words HOW =
      new Words(
          "{refusal}: --second-person ACCOUNT --reason TEXT",
          "{refusal}：--second-person ACCOUNT --reason TEXT");

  @Parameters(paramLabel = "DIR", descriptionKey = "DIR")
  Path folder;

  @Option(names = "--participant", paramLabel = "CODE", required = true)
  String participant;

  @Option(names = "--actor", paramLabel = "ACCOUNT", required = true)
  String actor;

  @Option(names = "--role", paramLabel = "ROLE", defaultValue = "physicist")
  String role;

  @Option(names = "--second-person", paramLabel = "ACCOUNT")
  @Nullable String secondPerson;

  @Option(names = "--reason", paramLabel = "TEXT")
  @Nullable String reason;

  @Override
  public Answer run(Session session) throws IOException {
    RtFolder folderRead = RtFolder.read(folder, OverlapRule.ASK);
    CaseImport.Read read = CaseImport.Read.of(folder, folderRead.rt());
    ParticipantCode code = OpenLog.code(participant);
    ImportDesk desk = ImportDesk.in(session.data());
    CaseImport.Approval approval =
        new CaseImport.Approval(
            actor, secondPerson == null ? "" : secondPerson, reason == null ? "" : reason);
    try (CommandBus bus = OpenLog.bus(session)) {
      bus.ask(state -> OpenLog.standing(state, code));
      Agreement agreement = read.isOfOne() ? desk.agreement(code, read.rt()) : Agreement.UNKNOWN;
      CaseImport importing =
          bus.ask(
              state -> read.into(code, agreement, state.casebook(code), OpenLog.protocol(state)));
      importing.refusal(approval).ifPresent(RtImport::refuse);
      bus.log().putAttachment(importing.attachment());
      CommandBus.Sender sender = bus.ask(state -> sender(OpenLog.protocol(state)));
      importing.commands(approval, Set.of(), "").forEach(each -> Sending.send(bus, each, sender));
      desk.settle(importing);
      return answer(session, agreement, importing.adding(), folderRead);
    }
  }

  private static void refuse(Refusal refusal) {
    if (refusal.rule() == ImportRule.SEVERAL) {
      throw Failure.of(refusal);
    }
    Exit exit = refusal.rule() == ImportRule.TWO_PEOPLE ? Exit.USAGE : Exit.NOT_PERMITTED;
    throw new Failure(exit, Message.of(HOW, "refusal", both(refusal.message())));
  }

  private static Words both(Message message) {
    return new Words(message.in(Language.EN), message.in(Language.ZH));
  }

  private CommandBus.Sender sender(Protocol protocol) {
    String site =
        protocol.get(TrialSettings.SITES).find().orElse(List.of()).stream()
            .map(Site::number)
            .findFirst()
            .orElse("-");
    return new CommandBus.Sender(actor, role(), site);
  }

  private Role role() {
    try {
      return Role.parse(role);
    } catch (IllegalArgumentException e) {
      throw CliRule.WRONG_VALUE.because(
          e, "name", "--role", "value", role, "allowed", "physicist, radiation-oncologist");
    }
  }

  private static Answer answer(
      Session session, Agreement agreement, RecordImport adding, RtFolder read) {
    ObjectNode document =
        session
            .document()
            .put("identity", agreement.name())
            .put("saved", adding.saves().size())
            .put("unchanged", adding.unchanged());
    ArrayNode list = document.putArray("conflicts");
    List<List<String>> rows = new ArrayList<>();
    for (RecordImport.Conflict each : adding.conflicts()) {
      list.addObject()
          .put("item", each.item())
          .put("repeat", each.instance().repeat())
          .put("recorded", each.recorded())
          .put("found", each.found());
      rows.add(
          List.of(
              each.item(),
              Integer.toString(each.instance().repeat()),
              each.recorded(),
              each.found()));
    }
    Answer.Builder answer = Answer.with(document);
    answer.line(
        session.say(
            adding.saves().size() + " forms saved, " + adding.unchanged() + " values as recorded",
            "已保存 " + adding.saves().size() + " 份表单，" + adding.unchanged() + " 个值与记录一致"));
    if (!rows.isEmpty()) {
      answer.line(
          session.say(
              "the record holds other values; nothing was overwritten, a person decides",
              "记录中的值不同；未覆盖任何值，由人决定"));
      answer.table(
          List.of(
              session.say("item", "条目"),
              "#",
              session.say("recorded", "已记录"),
              session.say("found", "导入值")),
          rows);
    }
    read.report(session, document, answer);
    return answer.exit(rows.isEmpty() ? Exit.OK : Exit.CONFLICT).done();
  }
}
