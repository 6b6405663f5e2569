package org.lodestar.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.lodestar.app.dictionary.DictionaryShelf;
import org.lodestar.app.store.CommandBus;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.CaptureCommand;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.protocol.FormDefinition;
import org.lodestar.trial.safety.GradeTexts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One form: read, filled, corrected, declared complete. Works without any script. */
@Controller
class FormController {
  private static final String ADDRESS = "/participants/{code}/forms/{visit}/{form}/{repeat}";

  private final Workplace workplace;
  private final DictionaryShelf dictionary;

  FormController(Workplace workplace, DictionaryShelf dictionary) {
    this.workplace = workplace;
    this.dictionary = dictionary;
  }

  @GetMapping(ADDRESS)
  String form(
      @ModelAttribute("frame") Frame frame,
      @PathVariable String code,
      @PathVariable String visit,
      @PathVariable String form,
      @PathVariable int repeat,
      @RequestParam(defaultValue = "0") long saved,
      Model model) {
    FormInstance instance = instance(code, visit, form, repeat);
    model.addAttribute("saved", saved);
    return show(frame, instance, FormTyped.NOTHING, List.of(), model);
  }

  /** The next copy of a form that is filled whenever something happens. */
  @GetMapping("/participants/{code}/new")
  String next(
      @ModelAttribute("frame") Frame frame, @PathVariable String code, @RequestParam String form) {
    FormInstance first = instance(code, "running", form, 1);
    int repeat =
        workplace.ask(
            frame.moment(),
            state -> state.casebook(first.participant()).nextRepeat("running", form));
    return "redirect:/participants/"
        + MatrixReader.address(instance(code, "running", form, repeat));
  }

  @PostMapping(ADDRESS)
  String save(
      @ModelAttribute("frame") Frame frame,
      @PathVariable String code,
      @PathVariable String visit,
      @PathVariable String form,
      @PathVariable int repeat,
      @RequestParam Map<String, String> fields,
      HttpServletResponse response,
      Model model) {
    FormInstance instance = instance(code, visit, form, repeat);
    FormTyped typed = new FormTyped(fields);
    if (!frame.isWritable()) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return show(frame, instance, typed, List.of(), model);
    }
    if (typed.isQuestion()) {
      return show(frame, instance, typed.withOfferedTerm(instance.form()), List.of(), model);
    }
    CommandBus.Answer answer = carryOut(frame, instance, typed);
    return switch (answer) {
      case CommandBus.Answer.Done done ->
          "redirect:/participants/"
              + MatrixReader.address(instance)
              + "?saved="
              + (done.facts().isEmpty() ? 0 : done.facts().getLast().seq());
      case CommandBus.Answer.Refused refused -> {
        response.setStatus(422);
        yield show(frame, instance, typed, refused.refusals(), model);
      }
    };
  }

  private CommandBus.Answer carryOut(Frame frame, FormInstance instance, FormTyped typed) {
    SortedMap<String, Entry> changes =
        workplace.ask(frame.moment(), state -> changes(state, instance, typed));
    String id = typed.fields().getOrDefault("command", "");
    boolean completes = typed.fields().getOrDefault("act", "save").equals("complete");
    if (completes && changes.isEmpty()) {
      return workplace.send(
          new CaptureCommand.CompleteForm(instance), frame.role(), id + "-complete");
    }
    String reason = typed.reason();
    CommandBus.Answer saved =
        workplace.send(
            new CaptureCommand.SaveForm(instance, changes, reason.isEmpty() ? null : reason),
            frame.role(),
            id);
    return completes && saved instanceof CommandBus.Answer.Done
        ? workplace.send(new CaptureCommand.CompleteForm(instance), frame.role(), id + "-complete")
        : saved;
  }

  private static SortedMap<String, Entry> changes(
      TrialState state, FormInstance instance, FormTyped typed) {
    FormDefinition form =
        Protocols.inForce(state)
            .forms()
            .form(instance.form())
            .orElseThrow(() -> new NotThere(instance.form()));
    return typed.changes(form, state.casebook(instance.participant()).form(instance));
  }

  private String show(
      Frame frame, FormInstance instance, FormTyped typed, List<Refusal> refusals, Model model) {
    GradeTexts texts = dictionary.texts();
    model.addAttribute(
        "form",
        workplace.<FormView>ask(
            frame.moment(),
            state -> FormReader.read(state, frame, instance, typed, refusals, texts)));
    return "form";
  }

  private static FormInstance instance(String code, String visit, String form, int repeat) {
    try {
      return new FormInstance(ParticipantsController.code(code), visit, form, repeat);
    } catch (IllegalArgumentException e) {
      throw new NotThere(code + "/" + visit + "/" + form);
    }
  }
}
