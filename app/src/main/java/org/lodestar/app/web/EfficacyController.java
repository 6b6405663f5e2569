package org.lodestar.app.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestar.trial.efficacy.ParticipantEfficacy;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.ParticipantCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Efficacy, for the roles that may see it, and why each figure is as it is. */
@Controller
class EfficacyController {
  private static final int TRIAL_DEPTH = 3;
  private static final int PARTICIPANT_DEPTH = 12;

  private final Workplace workplace;

  EfficacyController(Workplace workplace) {
    this.workplace = workplace;
  }

  @GetMapping("/efficacy")
  String efficacy(@ModelAttribute("frame") Frame frame, Model model) {
    EfficacyView view =
        workplace.ask(
            frame.moment(),
            state -> {
              TrialWords words = Protocols.words(state, frame.language());
              return EfficacyReader.refusal(words, frame.role())
                  .map(EfficacyView::refused)
                  .orElseGet(() -> new EfficacyReader(state, words, frame.moment().today()).read());
            });
    model.addAttribute("efficacy", view);
    return "efficacy";
  }

  @GetMapping("/why/{figure}")
  String why(@ModelAttribute("frame") Frame frame, @PathVariable String figure, Model model) {
    return why(
        frame,
        model,
        "/efficacy",
        TRIAL_DEPTH,
        reader -> {
          List<ParticipantEfficacy> all = reader.all();
          return switch (figure) {
            case "landmark" -> reader.landmark(all);
            case "response-rate" -> reader.responseRate(all);
            default -> throw new NotThere(figure);
          };
        });
  }

  @GetMapping("/why/{code}/{figure}")
  String why(
      @ModelAttribute("frame") Frame frame,
      @PathVariable String code,
      @PathVariable String figure,
      Model model) {
    ParticipantCode participant = ParticipantsController.code(code);
    return why(
        frame,
        model,
        "/participants/" + participant,
        PARTICIPANT_DEPTH,
        reader -> figure(reader.participant(participant), figure));
  }

  private static Derived<?> figure(ParticipantEfficacy efficacy, String figure) {
    return switch (figure) {
      case "pfs" -> efficacy.progressionFreeSurvival();
      case "os" -> efficacy.overallSurvival();
      case "best" -> efficacy.best();
      default -> throw new NotThere(figure);
    };
  }

  private String why(
      Frame frame, Model model, String back, int depth, Function<EfficacyReader, Derived<?>> ask) {
    WhyView view =
        workplace.<WhyView>ask(
            frame.moment(),
            state -> {
              TrialWords words = Protocols.words(state, frame.language());
              Optional<String> refusal = EfficacyReader.refusal(words, frame.role());
              if (refusal.isPresent()) {
                return WhyView.refused(refusal.get(), back);
              }
              EfficacyReader reader = new EfficacyReader(state, words, frame.moment().today());
              return WhyView.of(ask.apply(reader), words, back, depth);
            });
    model.addAttribute("why", view);
    return "why";
  }
}
