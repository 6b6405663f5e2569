package org.lodestar.app.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Five minutes through the demonstration, each stop one click. */
@Controller
class TourController {
  private final Workplace workplace;

  TourController(Workplace workplace) {
    this.workplace = workplace;
  }

  @GetMapping("/tour")
  String tour(Model model) {
    Tour tour = workplace.ask(workplace.moments().getFirst(), Tour::of);
    model.addAttribute("tour", tour);
    return "tour";
  }
}
