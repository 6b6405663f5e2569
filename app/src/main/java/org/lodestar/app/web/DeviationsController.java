package org.lodestar.app.web;

import org.lodestar.trial.deviation.Deviation;
import org.lodestar.trial.deviation.Deviations;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.report.Cohort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What happened otherwise than the protocol says, as rules found it. */
@Controller
class DeviationsController {
  private final Workplace workplace;
  private final Dossiers dossiers;

  DeviationsController(Workplace workplace, Dossiers dossiers) {
    this.workplace = workplace;
    this.dossiers = dossiers;
  }

  @GetMapping("/deviations")
  String deviations(@ModelAttribute("frame") Frame frame, Model model) {
    model.addAttribute(
        "deviations",
        dossiers.view(
            workplace,
            frame.moment(),
            frame.language(),
            DeviationsView.class,
            "",
            (state, words) ->
                new DeviationsReader(
                        Cohort.read(
                            state.index().enrolment(),
                            state::casebook,
                            words.protocol(),
                            frame.today()),
                        words)
                    .read()));
    return "deviations";
  }

  @GetMapping("/deviations/why")
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
            "deviation " + code + " " + subject,
            (state, words) -> {
              EfficacyReader reader = new EfficacyReader(state, words, frame.today());
              Derived<Deviation> found =
                  Deviations.derive(
                          reader.sheets(code),
                          words.protocol(),
                          reader.participant(code),
                          frame.today())
                      .stream()
                      .filter(each -> each.get().subject().equals(subject))
                      .findFirst()
                      .orElseThrow(() -> new NotThere(code + " " + subject));
              return WhyView.of(found, words, "/deviations", WhyBranches.NONE);
            }));
    return "why";
  }
}
