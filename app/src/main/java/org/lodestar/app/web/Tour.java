package org.lodestar.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.app.imaging.CaseShelf;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.enrolment.ScreenFailure;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Reader;
import org.lodestar.trial.safety.AdverseEvents;
import org.lodestar.trial.safety.TreatmentDates;

/**
 * Five minutes through a trial: what to look at, as whom, at which moment.
 *
 * @param steps in the order in which they are walked
 */
record Tour(List<Step> steps) {
  private static final String STORY_TERM = "Pneumonitis";
  private static final int MODERATE = 2;

  /**
   * One stop.
   *
   * @param minute 1 to 5
   * @param code of the participant that its words name; empty for none
   * @param key of its words: {@code tour.KEY.title}, {@code tour.KEY.says}, {@code tour.KEY.go}
   * @param moment name of the cut; empty for the head of the log
   * @param address of the page; empty for what is typed at the command line
   * @param typed at the command line; empty for a page
   */
  record Step(
      int minute,
      String key,
      String code,
      String role,
      String moment,
      String address,
      String typed) {

    private static Step page(int minute, String key, String role, String moment, String address) {
      return new Step(minute, key, "", role, moment, address, "");
    }

    private static Step of(
        int minute, String key, ParticipantCode code, String role, String below) {
      String address = "/participants/" + code + below;
      return new Step(minute, key, code.toString(), role, "", address, "");
    }

    private static Step typed(int minute, String key, String moment, String typed) {
      return new Step(minute, key, "", "", moment, "", typed);
    }
  }

  Tour {
    steps = List.copyOf(steps);
  }

  /**
   * Only what this log can show: a cut that was not named has no stop.
   *
   * @param images of the participants
   */
  static Tour of(TrialState state, CaseShelf images) {
    List<ParticipantCode> enrolled = state.index().enrolment().enrolled();
    List<Step> steps = new ArrayList<>();
    cut(state, steps, Step.page(1, "work", "coordinator", "Recruiting", "/worklist"));
    cut(state, steps, Step.page(1, "today", "coordinator", "Recruiting", "/overview"));
    cut(state, steps, Step.page(1, "forms", "coordinator", "Recruiting", "/participants"));
    story(state)
        .ifPresent(
            code -> {
              steps.add(Step.of(2, "course", code, "investigator", ""));
              steps.add(
                  Step.of(2, "correct", code, "coordinator", "/forms/screening/laboratory/1"));
            });
    images
        .tooShort(enrolled)
        .ifPresent(code -> steps.add(Step.of(3, "contour", code, "physicist", "/radiotherapy")));
    cut(state, steps, Step.page(3, "full", "coordinator", "Full", "/overview"));
    turnedAway(state)
        .ifPresent(code -> steps.add(Step.of(3, "refused", code, "investigator", "/eligibility")));
    cut(state, steps, Step.page(4, "curve", "statistician", "Analysis", "/efficacy"));
    cut(state, steps, Step.page(4, "why", "statistician", "Analysis", "/why/landmark"));
    provenByBiopsy(state)
        .map(code -> new Step(4, "biopsy", code.toString(), "statistician", "", why(code), ""))
        .ifPresent(steps::add);
    steps.add(Step.page(4, "design", "statistician", "", "/design"));
    cut(
        state,
        steps,
        Step.typed(
            5,
            "report",
            "Analysis",
            "./lodestar report --cut Analysis --out reports --data .lodestar/demo"));
    steps.add(Step.typed(5, "verify", "", "./lodestar verify --data .lodestar/demo"));
    return new Tour(steps);
  }

  /** Who met every criterion and came when the trial was full. */
  private static Optional<ParticipantCode> turnedAway(TrialState state) {
    return state.index().enrolment().registered().stream()
        .filter(
            code ->
                state.index().enrolment().standing(code) instanceof Standing.Failed failed
                    && ScreenFailure.parse(failed.cause()) == ScreenFailure.TRIAL_FULL)
        .findFirst();
  }

  private static String why(ParticipantCode code) {
    return "/why/" + code + "/pfs";
  }

  /** The first participant whose recurrence a biopsy proved. */
  private static Optional<ParticipantCode> provenByBiopsy(TrialState state) {
    Protocol protocol = Protocols.inForce(state);
    return state.index().enrolment().enrolled().stream()
        .filter(
            code ->
                Sheets.of(state.casebook(code), protocol.forms())
                    .readBy(Reader.INVESTIGATOR, "tumour-assessment")
                    .stream()
                    .anyMatch(sheet -> sheet.date("biopsy-proven-on").isKnown()))
        .findFirst();
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
