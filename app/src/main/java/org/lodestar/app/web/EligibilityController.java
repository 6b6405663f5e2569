package org.lodestar.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.lodestar.trial.enrolment.EnrolmentCommand;
import org.lodestar.trial.fact.ParticipantCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every criterion of one participant with its evidence, and enrolment, which a person decides. */
@Controller
class EligibilityController {
  private static final String ADDRESS = "/participants/{code}/eligibility";

  private final Workplace workplace;

  EligibilityController(Workplace workplace) {
    this.workplace = workplace;
  }

  @GetMapping(ADDRESS)
  String eligibility(@ModelAttribute("frame") Frame frame, @PathVariable String code, Model model) {
    return show(frame, ParticipantsController.code(code), List.of(), model);
  }

  @PostMapping(ADDRESS)
  String enrol(
      @ModelAttribute("frame") Frame frame,
      @PathVariable String code,
      @RequestParam String command,
      HttpServletResponse response,
      Model model) {
    ParticipantCode participant = ParticipantsController.code(code);
    EnrolmentCommand enrol = new EnrolmentCommand.Enrol(participant);
    return Posted.send(workplace, frame, enrol, command, response)
        .map(problems -> show(frame, participant, problems, model))
        .orElseGet(() -> "redirect:/participants/" + participant);
  }

  private String show(
      Frame frame, ParticipantCode participant, List<String> problems, Model model) {
    model.addAttribute(
        "view",
        workplace.<EligibilityView>ask(
            frame.moment(),
            state -> new EligibilityReader(state, frame).read(participant, problems)));
    model.addAttribute("command", UUID.randomUUID().toString());
    return "eligibility";
  }
}
