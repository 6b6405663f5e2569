package org.lodestar.app.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.safety.AdverseEvent;
import org.lodestar.trial.safety.AdverseEvents;
import org.lodestar.trial.treatment.Hold;

/** Treatment of one participant that is held, as a line of a list. */
record HoldLine(String participant, String code, String says) {
  private static final Words HELD = new Words("{what} held since {since}", "{what}自 {since} 起暂停");
  private static final Words WITH =
      new Words(
          "{what} held since {since}; {event}, grade {grade}, goes on",
          "{what}自 {since} 起暂停；{event} {grade} 级，持续中");
  private static final int NOTABLE_GRADE = 2;

  static List<HoldLine> of(List<Dossier> dossiers, TrialWords words) {
    return dossiers.stream().flatMap(each -> of(each, words).stream()).toList();
  }

  private static List<HoldLine> of(Dossier dossier, TrialWords words) {
    return dossier.holds().stream()
        .map(hold -> says(dossier, hold.get(), words).in(words.language()))
        .map(says -> new HoldLine(dossier.name(), dossier.code().text(), TrialWords.capital(says)))
        .toList();
  }

  /** The hold, with the adverse event that was new when it began and still goes on. */
  static Message says(Dossier dossier, Hold hold, TrialWords words) {
    Optional<AdverseEvent> event = event(dossier, hold.since());
    return Message.of(
        event.isPresent() ? WITH : HELD,
        "what",
        hold.name(),
        "since",
        hold.since(),
        "event",
        event.map(each -> name(each, words)).orElse(""),
        "grade",
        event.map(each -> Integer.toString(each.grade())).orElse(""));
  }

  static String name(AdverseEvent event, TrialWords words) {
    boolean verbatim = words.language() == Language.ZH && !event.verbatim().isEmpty();
    return verbatim ? event.verbatim() : event.term();
  }

  static Optional<AdverseEvent> event(Dossier dossier, LocalDate since) {
    return dossier.events().events().stream()
        .map(AdverseEvents.Event::record)
        .map(record -> record.get())
        .filter(each -> each.grade() >= NOTABLE_GRADE && each.endedOn() == null)
        .filter(each -> !each.startedOn().earliest().isAfter(since))
        .max(Comparator.comparing(each -> each.startedOn().earliest()));
  }
}
