package org.lodestar.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.identity.Agreement;
import org.lodestar.app.identity.Identifiers;
import org.lodestar.app.identity.IdentityVault;
import org.lodestar.app.imaging.FolderShelf;
import org.lodestar.app.imaging.ImageFolders;
import org.lodestar.app.imaging.RecordImport;
import org.lodestar.app.store.CommandBus;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.delivery.Plan;
import org.lodestar.radiotherapy.dicom.rt.RtCase;
import org.lodestar.radiotherapy.finding.FindingCode;
import org.lodestar.trial.TrialCommand;
import org.lodestar.trial.capture.CaptureCommand;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.ParticipantCode;
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
  private static final Words SEVERAL =
      new Words(
          "the objects of {folder} are not of one patient and one frame of reference; nothing was"
              + " imported",
          "{folder} 中的对象不属于同一患者和同一参考坐标系；未导入任何内容");
  private static final Words ANOTHER =
      new Words(
          "the objects of {folder} are about somebody else than {code}: neither the identifier nor"
              + " birth date and sex agree with the identity vault; nothing was imported. If they"
              + " are hers, a second person confirms it: --second-person ACCOUNT --reason TEXT",
          "{folder} 中的对象与 {code} 不是同一人：患者编号、出生日期和性别均与身份库不符；未导入任何内容。如确属其本人，须由第二人确认：--second-person"
              + " ACCOUNT --reason TEXT");
  private static final Words NOBODY =
      new Words(
          "the identity vault does not know {code} yet; nothing was imported. A second person"
              + " confirms the first link: --second-person ACCOUNT --reason TEXT",
          "身份库中尚无 {code}；未导入任何内容。首次关联须由第二人确认：--second-person ACCOUNT --reason TEXT");
  private static final Words TWO_PEOPLE =
      new Words(
          "--second-person needs another account than {actor}, and --reason",
          "--second-person 须为 {actor} 以外的账户，并须填写 --reason");

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
    RtFolder read = RtFolder.read(folder, OverlapRule.ASK);
    RtCase rt = read.rt();
    if (rt.has(FindingCode.PATIENTS_DIFFER)
        || rt.has(FindingCode.FRAME_OF_REFERENCE_DIFFERS)
        || rt.patient().isEmpty()) {
      throw new Failure(Exit.INVALID, Message.of(SEVERAL, "folder", folder.toString()));
    }
    ParticipantCode code = OpenLog.code(participant);
    Identifiers stated = FolderShelf.identifiers(rt.patient().get());
    try (CommandBus bus = OpenLog.bus(session);
        IdentityVault vault = IdentityVault.open(session.data())) {
      bus.ask(state -> OpenLog.standing(state, code));
      Agreement agreement = vault.agreement(code, stated);
      requireSecondPerson(code, agreement);
      RecordImport adding =
          bus.ask(
              state -> RecordImport.of(rt, code, state.casebook(code), OpenLog.protocol(state)));
      write(bus, code, agreement, rt, adding);
      if (!agreement.holds()) {
        vault.link(code, stated);
      }
      ImageFolders.in(session.data()).remember(code, folder);
      return answer(session, agreement, adding, read);
    }
  }

  private void requireSecondPerson(ParticipantCode code, Agreement agreement) {
    if (agreement.holds()) {
      return;
    }
    if (secondPerson == null) {
      throw new Failure(
          Exit.NOT_PERMITTED,
          Message.of(
              agreement == Agreement.UNKNOWN ? NOBODY : ANOTHER,
              "folder",
              folder.toString(),
              "code",
              code.text()));
    }
    if (secondPerson.equals(actor)
        || secondPerson.isBlank()
        || reason == null
        || reason.isBlank()) {
      throw new Failure(Exit.USAGE, Message.of(TWO_PEOPLE, "actor", actor));
    }
  }

  /** The files as one artefact, which says how the person was established; then the forms. */
  private void write(
      CommandBus bus, ParticipantCode code, Agreement agreement, RtCase rt, RecordImport adding)
      throws IOException {
    CommandBus.Sender sender = bus.ask(state -> sender(OpenLog.protocol(state)));
    send(bus, artefact(bus, code, agreement, rt), sender);
    for (CaptureCommand.SaveForm save : adding.saves()) {
      send(bus, save, sender);
    }
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

  /** The images stay where they are: the log keeps the list of the files and their digests. */
  private TrialCommand.ImportArtefact artefact(
      CommandBus bus, ParticipantCode code, Agreement agreement, RtCase rt) throws IOException {
    StringBuilder list = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        list.append(Digest.of(Files.readAllBytes(file)).hex()).append('\n');
      }
    }
    byte[] manifest = list.toString().getBytes(StandardCharsets.UTF_8);
    Digest digest = bus.log().putAttachment(manifest);
    String established =
        agreement.holds()
            ? agreement.name().toLowerCase(Locale.ROOT).replace('_', '-')
            : "second-person " + secondPerson + ": " + reason;
    return new TrialCommand.ImportArtefact(
        "radiotherapy of " + code + "; identity " + established,
        "text/plain",
        manifest.length,
        digest,
        rt.plans().stream().map(Plan::uid).toList());
  }

  private static void send(
      CommandBus bus, org.lodestar.trial.fact.Command command, CommandBus.Sender sender) {
    switch (bus.send(command, sender, UUID.randomUUID().toString())) {
      case CommandBus.Answer.Done ignored -> {}
      case CommandBus.Answer.Refused refused -> throw Failure.of(refused.refusals().getFirst());
      case CommandBus.Answer.Conflict conflict ->
          throw CliRule.CONFLICT.failure("attempts", conflict.attempts());
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
