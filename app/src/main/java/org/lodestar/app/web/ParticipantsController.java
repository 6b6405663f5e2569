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
  private final Dossiers dossiers;

  ParticipantsController(Workplace workplace, Dossiers dossiers) {
    this.workplace = workplace;
    this.dossiers = dossiers;
  }

  @GetMapping("/participants")
  String matrix(
      @ModelAttribute("frame") Frame frame,
      @RequestParam(defaultValue = "") String visit,
      @RequestParam(defaultValue = "all") String show,
      Model model) {
    MatrixReader.Show shown = MatrixReader.Show.parse(show);
    Matrix matrix =
        dossiers.view(
            workplace,
            frame.moment(),
            frame.language(),
            Matrix.class,
            visit + "/" + shown.key(),
            (state, words) ->
                MatrixReader.read(
                    dossiers.all(state, words.protocol(), frame.today()), words, visit, shown));
    model.addAttribute("matrix", matrix);
    model.addAttribute("chosen", visit);
    model.addAttribute("show", shown.key());
    return "participants";
  }

  @GetMapping("/participants/{code}")
  String participant(@ModelAttribute("frame") Frame frame, @PathVariable String code, Model model) {
    ParticipantCode participant = code(code);
    ParticipantView view =
        dossiers.view(
            workplace,
            frame.moment(),
            frame.language(),
            ParticipantView.class,
            participant.text(),
            (state, words) ->
                ParticipantReader.read(state, words, dossiers, participant, frame.today()));
    model.addAttribute("view", view);
    return "participant";
  }

  /** Why a version of the consent form is asked for, or none is. */
  @GetMapping("/participants/{code}/consent")
  String consent(@ModelAttribute("frame") Frame frame, @PathVariable String code, Model model) {
    ParticipantCode participant = code(code);
    model.addAttribute(
        "why",
        dossiers.view(
            workplace,
            frame.moment(),
            frame.language(),
            WhyView.class,
            "consent " + participant,
            (state, words) -> {
              if (state.index().enrolment().standing(participant) == null) {
                throw new NotThere(participant.text());
              }
              return WhyView.of(
                  dossiers.of(state, words.protocol(), participant, frame.today()).consents().now(),
                  words,
                  "/participants/" + participant,
                  WhyBranches.NONE);
            }));
    return "why";
  }

  static ParticipantCode code(String text) {
    try {
      return new ParticipantCode(text);
    } catch (IllegalArgumentException e) {
      throw new NotThere(text);
    }
  }
}
