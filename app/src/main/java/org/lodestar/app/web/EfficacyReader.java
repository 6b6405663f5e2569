package org.lodestar.app.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestar.statistics.survival.Landmark;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.efficacy.EfficacyDerivation;
import org.lodestar.trial.efficacy.Endpoints;
import org.lodestar.trial.efficacy.EnrolmentDay;
import org.lodestar.trial.efficacy.ParticipantEfficacy;
import org.lodestar.trial.efficacy.ResponseRate;
import org.lodestar.trial.efficacy.SurvivalCurve;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.TrialSettings;

/** Derives the efficacy of all enrolled, for its page and for the question why. */
final class EfficacyReader {
  private static final Words NOT_SHOWN =
      new Words(
          "Efficacy is not shown to this role. It is shown to: {roles}",
          "当前角色不显示疗效数据。可查看的角色：{roles}");
  private static final Words NOBODY = new Words("nobody", "无");

  private final TrialState state;
  private final TrialWords words;
  private final LocalDate cutoff;

  EfficacyReader(TrialState state, TrialWords words, LocalDate cutoff) {
    this.state = state;
    this.words = words;
    this.cutoff = cutoff;
  }

  /** Who may not see efficacy is told who may. */
  static Optional<String> refusal(TrialWords words, Role role) {
    List<Role> readers =
        words.protocol().get(TrialSettings.EFFICACY_READERS).find().orElse(List.of());
    if (readers.contains(role)) {
      return Optional.empty();
    }
    String names =
        readers.stream()
            .map(reader -> words.say(reader.words()))
            .collect(Collectors.joining(words.language() == Language.ZH ? "、" : ", "));
    return Optional.of(
        Message.of(NOT_SHOWN, "roles", names.isEmpty() ? words.say(NOBODY) : names)
            .in(words.language()));
  }

  ParticipantEfficacy participant(ParticipantCode code) {
    return EfficacyDerivation.derive(
        sheets(code),
        words.protocol(),
        EnrolmentDay.of(state.index().enrolment().standing(code), code),
        cutoff);
  }

  Sheets sheets(ParticipantCode code) {
    return Sheets.of(state.casebook(code), words.protocol().forms());
  }

  List<ParticipantEfficacy> all() {
    return state.index().enrolment().enrolled().stream().map(this::participant).toList();
  }

  static Derived<SurvivalCurve> curve(List<ParticipantEfficacy> all) {
    return Endpoints.curve(all.stream().map(ParticipantEfficacy::progressionFreeSurvival).toList());
  }

  Derived<Landmark> landmark(List<ParticipantEfficacy> all) {
    return Endpoints.landmark(curve(all), words.protocol());
  }

  Derived<ResponseRate> responseRate(List<ParticipantEfficacy> all) {
    return Endpoints.objectiveResponse(all, words.protocol());
  }

  Protocol protocol() {
    return words.protocol();
  }

  LocalDate cutoff() {
    return cutoff;
  }
}
