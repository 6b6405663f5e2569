package org.lodestar.app.web;

import org.lodestar.app.imaging.CaseShelf;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Five minutes through the demonstration, each stop one click. */
@Controller
class TourController {
  private final Workplace workplace;
  private final CaseShelf images;

  TourController(Workplace workplace, CaseShelf images) {
    this.workplace = workplace;
    this.images = images;
  }

  @GetMapping("/tour")
  String tour(Model model) {
    Tour tour = workplace.ask(workplace.moments().getFirst(), state -> Tour.of(state, images));
    model.addAttribute("tour", tour);
    return "tour";
  }
}
