package org.lodestar.app.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What waits for somebody today. */
@Controller
class WorklistController {
  private final Workplace workplace;
  private final Dossiers dossiers;

  WorklistController(Workplace workplace, Dossiers dossiers) {
    this.workplace = workplace;
    this.dossiers = dossiers;
  }

  @GetMapping("/worklist")
  String worklist(@ModelAttribute("frame") Frame frame, Model model) {
    Worklist worklist =
        dossiers.view(
            workplace,
            frame.moment(),
            frame.language(),
            Worklist.class,
            "",
            (state, words) ->
                WorklistReader.read(
                    dossiers.all(state, words.protocol(), frame.today()), words, frame.moment()));
    model.addAttribute("work", worklist);
    return "worklist";
  }
}
