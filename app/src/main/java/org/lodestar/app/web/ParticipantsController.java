package org.lodestar.app.web;

import org.lodestar.trial.fact.ParticipantCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All participants by form, and one participant. */
@Controller
class ParticipantsController {
  private final Workplace workplace;

  ParticipantsController(Workplace workplace) {
    this.workplace = workplace;
  }

  @GetMapping("/participants")
  String matrix(
      @ModelAttribute("frame") Frame frame,
      @RequestParam(defaultValue = "") String visit,
      Model model) {
    Matrix matrix =
        workplace.ask(
            frame.moment(),
            state ->
                MatrixReader.read(state.index(), Protocols.words(state, frame.language()), visit));
    model.addAttribute("matrix", matrix);
    model.addAttribute("states", FormState.values());
    return "participants";
  }

  @GetMapping("/participants/{code}")
  String participant(@ModelAttribute("frame") Frame frame, @PathVariable String code, Model model) {
    ParticipantCode participant = code(code);
    ParticipantView view =
        workplace.ask(
            frame.moment(),
            state ->
                ParticipantReader.read(
                    state,
                    Protocols.words(state, frame.language()),
                    participant,
                    frame.moment().today()));
    model.addAttribute("view", view);
    return "participant";
  }

  static ParticipantCode code(String text) {
    try {
      return new ParticipantCode(text);
    } catch (IllegalArgumentException e) {
      throw new NotThere(text);
    }
  }
}
