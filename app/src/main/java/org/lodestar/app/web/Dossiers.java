package org.lodestar.app.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Protocol;
import org.springframework.stereotype.Component;

/**
 * The one owner of what the pages remember. A dossier depends on the facts about its participant,
 * on the bundle and on the day: a fact about one participant makes one dossier out of date. A view
 * of all depends on the newest fact.
 */
@Component
class Dossiers {
  private static final int MAX_DOSSIERS = 2_000;
  private static final int MAX_VIEWS = 96;

  /** What a dossier depends on: the log only grows, so the newest fact stands for all. */
  private record Key(
      ParticipantCode code, long lastSeq, @Nullable Digest bundle, LocalDate today) {}

  private record ViewKey(Workplace.Moment moment, Language language, String what) {}

  private final Remembered<Key, Dossier> dossiers = new Remembered<>(MAX_DOSSIERS);
  private final Remembered<ViewKey, Object> views = new Remembered<>(MAX_VIEWS);

  Dossier of(TrialState state, Protocol protocol, ParticipantCode code, LocalDate today) {
    Key key = new Key(code, state.index().lastSeq(code), state.index().bundle(), today);
    return dossiers.of(key, () -> Dossier.derive(state, protocol, code, today));
  }

  /** Everybody who was registered, in the order of the register. */
  List<Dossier> all(TrialState state, Protocol protocol, LocalDate today) {
    return state.index().enrolment().registered().stream()
        .map(code -> of(state, protocol, code, today))
        .toList();
  }

  /** How a view of many participants is made when it is not remembered. */
  @FunctionalInterface
  interface Making<T> {
    T make(TrialState state, TrialWords words);
  }

  /**
   * A view of many participants at a moment.
   *
   * @param what names the view and everything else that it depends on
   */
  <T> T view(
      Workplace workplace,
      Workplace.Moment moment,
      Language language,
      Class<T> type,
      String what,
      Making<T> making) {
    ViewKey key = new ViewKey(moment, language, type.getSimpleName() + " " + what);
    return type.cast(
        views.of(
            key,
            () ->
                workplace.ask(
                    moment, state -> making.make(state, Protocols.words(state, language)))));
  }

  /** A view of many participants, when it was made before. */
  <T> Optional<T> remembered(
      Workplace.Moment moment, Language language, Class<T> type, String what) {
    ViewKey key = new ViewKey(moment, language, type.getSimpleName() + " " + what);
    return views.find(key).map(type::cast);
  }

  int size() {
    return dossiers.size();
  }
}
