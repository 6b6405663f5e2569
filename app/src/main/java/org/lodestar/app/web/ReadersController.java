package org.lodestar.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.efficacy.EfficacyCommand;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Reader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The readers of one participant's images side by side, and the adjudicator between them. */
@Controller
class ReadersController {
  private static final String ADDRESS = "/participants/{code}/readers";

  private final Workplace workplace;
  private final Dossiers dossiers;

  ReadersController(Workplace workplace, Dossiers dossiers) {
    this.workplace = workplace;
    this.dossiers = dossiers;
  }

  @GetMapping(ADDRESS)
  String readers(@ModelAttribute("frame") Frame frame, @PathVariable String code, Model model) {
    return show(frame, ParticipantsController.code(code), List.of(), model);
  }

  @PostMapping(ADDRESS)
  String adjudicate(
      @ModelAttribute("frame") Frame frame,
      @PathVariable String code,
      @RequestParam String inputs,
      @RequestParam String chosen,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam String command,
      HttpServletResponse response,
      Model model) {
    ParticipantCode participant = ParticipantsController.code(code);
    EfficacyCommand.Adjudicate choice =
        new EfficacyCommand.Adjudicate(
            participant,
            Posted.digest(inputs),
            Reader.of(chosen).orElseThrow(() -> new NotThere(chosen)),
            reason.strip());
    return Posted.send(workplace, frame, choice, command, response)
        .map(problems -> show(frame, participant, problems, model))
        .orElseGet(() -> "redirect:/participants/" + code + "/readers");
  }

  private String show(
      Frame frame, ParticipantCode participant, List<String> problems, Model model) {
    ReadersView view =
        workplace.ask(
            frame.moment(),
            state -> {
              TrialWords words = Protocols.words(state, frame.language());
              Dossier dossier = dossier(state, words, participant, frame);
              return ReadersReader.refusal(words, frame.role())
                  .map(why -> ReadersView.refused(participant.text(), dossier.name(), why))
                  .orElseGet(() -> new ReadersReader(dossier, words).read(frame.role(), problems));
            });
    model.addAttribute("view", view);
    model.addAttribute("command", UUID.randomUUID().toString());
    return "readers";
  }

  private Dossier dossier(
      TrialState state, TrialWords words, ParticipantCode participant, Frame frame) {
    if (state.index().enrolment().standing(participant) == null) {
      throw new NotThere(participant.text());
    }
    return dossiers.of(state, words.protocol(), participant, frame.today());
  }

  @GetMapping(ADDRESS + "/why")
  String why(
      @ModelAttribute("frame") Frame frame,
      @PathVariable String code,
      @RequestParam String subject,
      Model model) {
    ParticipantCode participant = ParticipantsController.code(code);
    String back = "/participants/" + participant + "/readers";
    WhyView view =
        workplace.ask(
            frame.moment(),
            state -> {
              TrialWords words = Protocols.words(state, frame.language());
              Optional<String> refusal = ReadersReader.refusal(words, frame.role());
              Dossier dossier = dossier(state, words, participant, frame);
              return refusal
                  .map(reason -> WhyView.refused(reason, back))
                  .orElseGet(
                      () ->
                          WhyView.of(
                              new ReadersReader(dossier, words).tree(subject),
                              words,
                              back,
                              WhyBranches.NONE));
            });
    model.addAttribute("why", view);
    return "why";
  }
}
