package org.lodestar.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.treatment.TreatmentCommand;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The decisions of a treatment day, agent by agent: proposed by rules, decided by a person. */
@Controller
class DayOneController {
  private static final String ADDRESS = "/participants/{code}/treatment-day/{visit}";

  private final Workplace workplace;

  DayOneController(Workplace workplace) {
    this.workplace = workplace;
  }

  @GetMapping("/participants/{code}/treatment-day")
  String newest(@ModelAttribute("frame") Frame frame, @PathVariable String code) {
    ParticipantCode participant = ParticipantsController.code(code);
    String visit =
        workplace
            .<Optional<String>>ask(
                frame.moment(), state -> new DayOneReader(state, frame, participant).newest())
            .orElseThrow(() -> new NotThere(code));
    return "redirect:/participants/" + code + "/treatment-day/" + visit;
  }

  @GetMapping(ADDRESS)
  String day(
      @ModelAttribute("frame") Frame frame,
      @PathVariable String code,
      @PathVariable String visit,
      @RequestParam(defaultValue = "") String on,
      Model model) {
    return show(frame, ParticipantsController.code(code), visit, on, List.of(), model);
  }

  @PostMapping(ADDRESS)
  String decide(
      @ModelAttribute("frame") Frame frame,
      @PathVariable String code,
      @PathVariable String visit,
      @RequestParam String on,
      @RequestParam String agent,
      @RequestParam String inputs,
      @RequestParam String decided,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String second,
      @RequestParam String command,
      HttpServletResponse response,
      Model model) {
    ParticipantCode participant = ParticipantsController.code(code);
    LocalDate day = day(on).orElseThrow(() -> new NotThere(on));
    TreatmentCommand.DecideDayOne decision =
        new TreatmentCommand.DecideDayOne(
            participant,
            visit,
            day,
            agent,
            Posted.digest(inputs),
            action(decided),
            orNull(reason),
            orNull(second));
    return Posted.send(workplace, frame, decision, command, response)
        .map(problems -> show(frame, participant, visit, on, problems, model))
        .orElseGet(
            () -> "redirect:/participants/" + code + "/treatment-day/" + visit + "?on=" + day);
  }

  private String show(
      Frame frame,
      ParticipantCode participant,
      String visit,
      String on,
      List<String> problems,
      Model model) {
    model.addAttribute(
        "view",
        workplace.<DayOneView>ask(
            frame.moment(),
            state -> new DayOneReader(state, frame, participant).read(visit, day(on), problems)));
    model.addAttribute("command", java.util.UUID.randomUUID().toString());
    return "treatment-day";
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      throw new NotThere(text);
    }
  }

  private static Action action(String key) {
    return Arrays.stream(Action.values())
        .filter(action -> action.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new NotThere(key));
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
