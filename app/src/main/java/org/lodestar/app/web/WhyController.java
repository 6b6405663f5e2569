package org.lodestar.app.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.efficacy.EndoscopicResponse;
import org.lodestar.trial.efficacy.ParticipantEfficacy;
import org.lodestar.trial.efficacy.TimeToEvent;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.ParticipantCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Why a figure of efficacy is as it is, for the roles that may see it. */
@Controller
class WhyController {
  private final Workplace workplace;
  private final Dossiers dossiers;

  WhyController(Workplace workplace, Dossiers dossiers) {
    this.workplace = workplace;
    this.dossiers = dossiers;
  }

  @GetMapping("/why/{figure}")
  String why(@ModelAttribute("frame") Frame frame, @PathVariable String figure, Model model) {
    Dossiers.Making<WhyView> making =
        (state, words) -> {
          EfficacyReader reader = new EfficacyReader(state, words, frame.today());
          List<ParticipantEfficacy> all = reader.all();
          boolean survival = figure.equals("landmark");
          Derived<?> derived =
              switch (figure) {
                case "landmark" -> reader.landmark(all);
                case "response-rate" -> reader.responseRate(all);
                default -> throw new NotThere(figure);
              };
          return WhyView.of(derived, words, "/efficacy", branches(state, all, survival));
        };
    return show(frame, figure, "/efficacy", making, model);
  }

  /** Everybody has a tree of her own; the last event before the end of the year decides. */
  private static WhyBranches branches(
      TrialState state, List<ParticipantEfficacy> all, boolean survival) {
    WhyBranches branches = new WhyBranches();
    EnrolmentRegister register = state.index().enrolment();
    List<ParticipantCode> codes = List.copyOf(register.enrolled());
    for (int i = 0; i < codes.size(); i++) {
      String number =
          register.standing(codes.get(i)) instanceof Standing.Enrolled enrolled
              ? enrolled.number()
              : codes.get(i).text();
      String address = "/why/" + codes.get(i) + (survival ? "/pfs" : "/response");
      Derived<?> own =
          survival ? all.get(i).progressionFreeSurvival() : all.get(i).responseInTime();
      branches.add(own, number, address);
    }
    if (survival) {
      all.stream()
          .map(ParticipantEfficacy::progressionFreeSurvival)
          .filter(time -> time.known().filter(TimeToEvent::event).isPresent())
          .max(Comparator.comparingLong(time -> time.get().days()))
          .ifPresent(branches::decide);
    } else if (!all.isEmpty()) {
      branches.decide(all.getFirst().responseInTime());
    }
    return branches;
  }

  @GetMapping("/why/{code}/{figure}")
  String why(
      @ModelAttribute("frame") Frame frame,
      @PathVariable String code,
      @PathVariable String figure,
      Model model) {
    ParticipantCode participant = ParticipantsController.code(code);
    String back = "/participants/" + participant;
    Dossiers.Making<WhyView> making =
        (state, words) -> {
          if (state.index().enrolment().standing(participant) == null) {
            throw new NotThere(participant.text());
          }
          EfficacyReader reader = new EfficacyReader(state, words, frame.today());
          Derived<?> derived =
              figure.equals("endoscopy")
                  ? endoscopy(reader.sheets(participant))
                  : figure(reader.participant(participant), figure);
          return WhyView.of(derived, words, back, WhyBranches.NONE);
        };
    return show(frame, participant + "/" + figure, back, making, model);
  }

  /** What the last endoscopy that judged the primary tumour says of it. */
  private static Derived<?> endoscopy(Sheets sheets) {
    List<Derived<EndoscopicResponse>> judged = EndoscopicResponse.derive(sheets);
    if (judged.isEmpty()) {
      throw new NotThere("endoscopy");
    }
    return judged.getLast();
  }

  private static Derived<?> figure(ParticipantEfficacy efficacy, String figure) {
    return switch (figure) {
      case "pfs" -> efficacy.progressionFreeSurvival();
      case "os" -> efficacy.overallSurvival();
      case "best" -> efficacy.best();
      case "response" -> efficacy.responseInTime();
      default -> throw new NotThere(figure);
    };
  }

  private String show(
      Frame frame, String what, String back, Dossiers.Making<WhyView> making, Model model) {
    Optional<String> refusal =
        workplace.ask(
            frame.moment(),
            state ->
                EfficacyReader.refusal(Protocols.words(state, frame.language()), frame.role()));
    WhyView view =
        refusal
            .map(why -> WhyView.refused(why, back))
            .orElseGet(
                () ->
                    dossiers.view(
                        workplace, frame.moment(), frame.language(), WhyView.class, what, making));
    model.addAttribute("why", view);
    return "why";
  }
}
