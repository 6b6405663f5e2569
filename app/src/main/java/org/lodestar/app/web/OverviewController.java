package org.lodestar.app.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Where the trial stands. */
@Controller
class OverviewController {
  private final Workplace workplace;

  OverviewController(Workplace workplace) {
    this.workplace = workplace;
  }

  @GetMapping({"/", "/overview"})
  String overview(@ModelAttribute("frame") Frame frame, Model model) {
    Overview overview =
        workplace.ask(
            frame.moment(),
            state -> {
              TrialWords words = Protocols.words(state, frame.language());
              return OverviewReader.read(state, words.protocol(), words, frame.moment().today());
            });
    model.addAttribute("overview", overview);
    return "overview";
  }
}
