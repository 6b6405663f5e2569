package org.lodestar.app.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Where the trial stands. */
@Controller
class OverviewController {
  private final Workplace workplace;
  private final Dossiers dossiers;

  OverviewController(Workplace workplace, Dossiers dossiers) {
    this.workplace = workplace;
    this.dossiers = dossiers;
  }

  @GetMapping({"/", "/overview"})
  String overview(@ModelAttribute("frame") Frame frame, Model model) {
    Overview overview =
        dossiers.view(
            workplace,
            frame.moment(),
            frame.language(),
            Overview.class,
            "",
            (state, words) ->
                OverviewReader.read(
                    state,
                    dossiers.all(state, words.protocol(), frame.today()),
                    words,
                    frame.moment()));
    model.addAttribute("overview", overview);
    return "overview";
  }
}
