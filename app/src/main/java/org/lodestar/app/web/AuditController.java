package org.lodestar.app.web;

import java.time.ZoneId;
import java.util.List;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.ParticipantCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The log itself, newest first, by page; of the whole trial or of one participant. */
@Controller
class AuditController {
  private static final int PAGE = 50;

  private final Workplace workplace;

  AuditController(Workplace workplace) {
    this.workplace = workplace;
  }

  /** One page, and where the next older and newer ones begin; 0 where there is none. */
  record AuditPage(
      List<AuditLine> lines, String participant, List<String> codes, int page, long older) {}

  @GetMapping("/audit")
  String audit(
      @ModelAttribute("frame") Frame frame,
      @RequestParam(defaultValue = "") String participant,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    int shown = Math.max(1, page);
    List<Fact> facts = facts(frame.moment().seq(), participant, shown);
    AuditPage audit =
        workplace.ask(
            frame.moment(),
            state -> {
              TrialWords words = Protocols.words(state, frame.language());
              ZoneId zone = LogWorkplace.zone(state);
              return new AuditPage(
                  facts.stream().limit(PAGE).map(fact -> AuditLine.of(fact, words, zone)).toList(),
                  participant,
                  state.index().enrolment().registered().stream()
                      .map(ParticipantCode::text)
                      .sorted()
                      .toList(),
                  shown,
                  facts.size() > PAGE ? shown + 1 : 0);
            });
    model.addAttribute("audit", audit);
    return "audit";
  }

  /** Where a fact stands in the trail. */
  @GetMapping("/facts/{seq}")
  String fact(@ModelAttribute("frame") Frame frame, @PathVariable long seq) {
    long last = frame.moment().seq();
    if (seq < 1 || seq > last) {
      throw new NotThere("fact " + seq);
    }
    return "redirect:/audit?page=" + ((last - seq) / PAGE + 1) + "#f" + seq;
  }

  /** The facts of a page, newest first, and one more when there are older ones. */
  private List<Fact> facts(long last, String participant, int page) {
    long skipped = (long) (page - 1) * PAGE;
    if (participant.isEmpty()) {
      long to = last - skipped;
      return to < 1 ? List.of() : workplace.facts(Math.max(1, to - PAGE), to).reversed();
    }
    List<Fact> all = workplace.facts(ParticipantsController.code(participant), last);
    return all.reversed().stream().skip(skipped).limit(PAGE + 1L).toList();
  }
}
