package org.lodestar.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.safety.AdverseEvents;
import org.lodestar.trial.safety.TreatmentDates;

/**
 * Five minutes through a trial: what to look at, as whom, at which moment.
 *
 * @param story the participant whose course is followed; empty where the trial has none to tell
 * @param steps in the order in which they are walked
 */
record Tour(Optional<ParticipantCode> story, List<Step> steps) {
  private static final String STORY_TERM = "Pneumonitis";
  private static final int MODERATE = 2;

  /**
   * One stop.
   *
   * @param minute 1 to 5
   * @param key of its words: {@code tour.KEY.title}, {@code tour.KEY.says}, {@code tour.KEY.go}
   * @param moment name of the cut; empty for the head of the log
   * @param address of the page; empty for what is typed at the command line
   * @param typed at the command line; empty for a page
   */
  record Step(int minute, String key, String role, String moment, String address, String typed) {}

  Tour {
    steps = List.copyOf(steps);
  }

  /** Only what this log can show: a cut that was not named has no stop. */
  static Tour of(TrialState state) {
    Optional<ParticipantCode> story = story(state);
    List<Step> steps = new ArrayList<>();
    cut(state, steps, new Step(1, "today", "coordinator", "Recruiting", "/overview", ""));
    cut(state, steps, new Step(1, "forms", "coordinator", "Recruiting", "/participants", ""));
    story.ifPresent(
        code -> {
          String page = "/participants/" + code;
          steps.add(new Step(2, "course", "investigator", "", page, ""));
          steps.add(
              new Step(
                  2, "correct", "coordinator", "", page + "/forms/screening/laboratory/1", ""));
          steps.add(new Step(3, "contour", "physicist", "", page + "/radiotherapy", ""));
        });
    cut(state, steps, new Step(3, "full", "coordinator", "Full", "/overview", ""));
    cut(state, steps, new Step(4, "curve", "statistician", "Analysis", "/efficacy", ""));
    cut(state, steps, new Step(4, "why", "statistician", "Analysis", "/why/landmark", ""));
    steps.add(new Step(4, "design", "statistician", "", "/design", ""));
    cut(
        state,
        steps,
        new Step(
            5,
            "report",
            "",
            "Analysis",
            "",
            "./lodestar report --cut Analysis --out reports --data .lodestar/demo"));
    steps.add(new Step(5, "verify", "", "", "", "./lodestar verify --data .lodestar/demo"));
    return new Tour(story, steps);
  }

  private static void cut(TrialState state, List<Step> steps, Step step) {
    if (state.index().cuts().containsKey(step.moment())) {
      steps.add(step);
    }
  }

  /** The first participant whose lung was inflamed while she was irradiated. */
  private static Optional<ParticipantCode> story(TrialState state) {
    Protocol protocol = Protocols.inForce(state);
    return state.index().enrolment().enrolled().stream()
        .filter(code -> hasStory(Sheets.of(state.casebook(code), protocol.forms()), protocol))
        .findFirst()
        .or(() -> state.index().enrolment().enrolled().stream().findFirst());
  }

  private static boolean hasStory(Sheets sheets, Protocol protocol) {
    TreatmentDates treatment = TreatmentDates.read(sheets);
    return AdverseEvents.derive(sheets, protocol, treatment).events().stream()
        .map(event -> event.record().get())
        .filter(event -> event.term().equals(STORY_TERM) && event.grade() >= MODERATE)
        .anyMatch(
            event ->
                treatment
                        .firstFraction()
                        .known()
                        .filter(first -> !event.startedOn().latest().isBefore(first))
                        .isPresent()
                    && treatment
                        .lastFraction()
                        .known()
                        .filter(last -> !event.startedOn().earliest().isAfter(last))
                        .isPresent());
  }
}
