package org.lodestar.app.web;

import org.lodestar.trial.protocol.Protocol;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** How many participants, by which method, and what that number can show. */
@Controller
class DesignController {
  private final Workplace workplace;
  private final DesignShelf shelf;

  DesignController(Workplace workplace, DesignShelf shelf) {
    this.workplace = workplace;
    this.shelf = shelf;
  }

  @GetMapping("/design")
  String design(@ModelAttribute("frame") Frame frame, Model model) {
    Protocol protocol = workplace.ask(frame.moment(), Protocols::inForce);
    DesignView view =
        shelf
            .of(protocol)
            .map(figures -> new DesignReader(figures, frame.language()).read())
            .orElseGet(DesignView::withoutAnswer);
    model.addAttribute("design", view);
    return "design";
  }
}
