package org.lodestar.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.identity.Agreement;
import org.lodestar.app.imaging.CaseImport;
import org.lodestar.app.imaging.ImportDesk;
import org.lodestar.app.imaging.ImportRule;
import org.lodestar.app.store.CommandBus;
import org.lodestar.radiotherapy.dicom.rt.RtCaseReader;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page on which a folder of the inbox is let into a participant's record: whose it is, what it
 * adds, what it contradicts. It refuses what the command line refuses.
 */
@Controller
class ImportController {
  private static final String ADDRESS = "/participants/{code}/radiotherapy/import";
  private static final Set<Role> IMPORTERS = Set.of(Role.PHYSICIST, Role.RADIATION_ONCOLOGIST);
  private static final String TAKE = "take";

  private final Workplace workplace;
  private final ImportDesk desk;

  ImportController(Workplace workplace, ImportDesk desk) {
    this.workplace = workplace;
    this.desk = desk;
  }

  @GetMapping(ADDRESS)
  String page(
      @ModelAttribute("frame") Frame frame,
      @PathVariable String code,
      @RequestParam(defaultValue = "") String folder,
      Model model) {
    ParticipantCode participant = ParticipantsController.code(code);
    return show(frame, participant, examine(frame, participant, folder), List.of(), model);
  }

  /** The chosen folder held against the record; empty when none was chosen. */
  private Optional<CaseImport> examine(Frame frame, ParticipantCode participant, String name) {
    if (!desk.isOpen()) {
      throw new NotThere("import");
    }
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Path folder = desk.folder(name).orElseThrow(() -> new NotThere(name));
    CaseImport.Read read = CaseImport.Read.of(folder, RtCaseReader.read(folder));
    Agreement agreement =
        read.isOfOne() ? desk.agreement(participant, read.rt()) : Agreement.UNKNOWN;
    return Optional.of(
        workplace.ask(
            frame.moment(),
            state ->
                read.into(
                    participant,
                    agreement,
                    state.casebook(participant),
                    Protocols.inForce(state))));
  }

  @PostMapping(ADDRESS)
  String bring(
      @ModelAttribute("frame") Frame frame,
      @PathVariable String code,
      @RequestParam String folder,
      @RequestParam Map<String, String> fields,
      HttpServletResponse response,
      Model model) {
    ParticipantCode participant = ParticipantsController.code(code);
    CaseImport importing =
        examine(frame, participant, folder).orElseThrow(() -> new NotThere(folder));
    if (!frame.isWritable()) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return show(frame, participant, Optional.of(importing), List.of(), model);
    }
    List<Refusal> refusals = carryOut(frame, importing, fields);
    if (refusals.isEmpty()) {
      return "redirect:/participants/" + participant + "/radiotherapy";
    }
    response.setStatus(422);
    return show(frame, participant, Optional.of(importing), refusals, model);
  }

  private List<Refusal> carryOut(Frame frame, CaseImport importing, Map<String, String> fields) {
    CaseImport.Approval approval =
        new CaseImport.Approval(
            frame.role().key(), fields.getOrDefault("second", ""), fields.getOrDefault("sure", ""));
    Set<Integer> taken = taken(fields);
    String why = fields.getOrDefault("why", "").strip();
    @Nullable Refusal refusal = refusal(frame, importing, approval, fields);
    if (refusal != null) {
      return List.of(refusal);
    }
    if (!taken.isEmpty() && why.isEmpty()) {
      return List.of(ImportRule.NO_REASON.refusal());
    }
    workplace.keep(importing.attachment());
    int number = 0;
    for (Command command : importing.commands(approval, taken, why)) {
      String id = fields.getOrDefault("command", "") + "-" + number++;
      if (workplace.send(command, frame.role(), id) instanceof CommandBus.Answer.Refused refused) {
        return refused.refusals();
      }
    }
    desk.settle(importing);
    return List.of();
  }

  private static @Nullable Refusal refusal(
      Frame frame, CaseImport importing, CaseImport.Approval approval, Map<String, String> fields) {
    if (!IMPORTERS.contains(frame.role())) {
      return ImportRule.OTHER_ROLE.refusal("role", frame.role().words());
    }
    if (!importing.digest().hex().equals(fields.getOrDefault("digest", ""))) {
      return ImportRule.CHANGED.refusal("folder", importing.name());
    }
    return importing.refusal(approval).orElse(null);
  }

  /** The places of the conflicts in which the folder's value is to stand. */
  private static Set<Integer> taken(Map<String, String> fields) {
    return fields.entrySet().stream()
        .filter(each -> each.getKey().matches("conflict-\\d{1,6}"))
        .filter(each -> each.getValue().equals(TAKE))
        .map(each -> Integer.parseInt(each.getKey().substring("conflict-".length())))
        .collect(Collectors.toSet());
  }

  private String show(
      Frame frame,
      ParticipantCode participant,
      Optional<CaseImport> importing,
      List<Refusal> refusals,
      Model model) {
    model.addAttribute(
        "view",
        workplace.<ImportView>ask(
            frame.moment(),
            state -> {
              Standing standing = state.index().enrolment().standing(participant);
              if (standing == null) {
                throw new NotThere(participant.text());
              }
              ImportReader reader = new ImportReader(Protocols.words(state, frame.language()));
              List<String> problems = new ArrayList<>();
              refusals.forEach(each -> problems.add(reader.sentence(each)));
              return new ImportView(
                  participant.text(),
                  standing instanceof Standing.Enrolled enrolled
                      ? enrolled.number()
                      : participant.text(),
                  "/participants/" + participant + "/radiotherapy/import",
                  desk.inbox().map(Path::toString).orElse(""),
                  desk.waiting(),
                  problems,
                  importing.map(reader::found));
            }));
    return "import";
  }
}
