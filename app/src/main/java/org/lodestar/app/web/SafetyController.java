package org.lodestar.app.web;

import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.report.Cohort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The trial's safety: clocks, entries that disagree, grades without an event, tables. */
@Controller
class SafetyController {
  private static final int SEVERE = 3;

  private final Workplace workplace;
  private final Dossiers dossiers;

  SafetyController(Workplace workplace, Dossiers dossiers) {
    this.workplace = workplace;
    this.dossiers = dossiers;
  }

  @GetMapping("/safety")
  String safety(
      @ModelAttribute("frame") Frame frame,
      @RequestParam(defaultValue = "" + SEVERE) int from,
      Model model) {
    int gradeFrom = Math.clamp(from, 1, SafetyReader.HIGHEST);
    model.addAttribute(
        "safety",
        dossiers.view(
            workplace,
            frame.moment(),
            frame.language(),
            SafetyView.class,
            Integer.toString(gradeFrom),
            (state, words) ->
                new SafetyReader(
                        dossiers.all(state, words.protocol(), frame.today()), words, frame.moment())
                    .read(
                        Cohort.read(
                            state.index().enrolment(),
                            state::casebook,
                            words.protocol(),
                            frame.today()),
                        gradeFrom)));
    return "safety";
  }

  @GetMapping("/safety/why")
  String why(
      @ModelAttribute("frame") Frame frame,
      @RequestParam String participant,
      @RequestParam String subject,
      Model model) {
    ParticipantCode code = ParticipantsController.code(participant);
    model.addAttribute(
        "why",
        dossiers.view(
            workplace,
            frame.moment(),
            frame.language(),
            WhyView.class,
            "safety " + code + " " + subject,
            (state, words) ->
                WhyView.of(
                    SafetyReader.found(
                        dossiers.of(state, words.protocol(), code, frame.today()),
                        words.protocol(),
                        subject),
                    words,
                    "/safety",
                    WhyBranches.NONE)));
    return "why";
  }
}
