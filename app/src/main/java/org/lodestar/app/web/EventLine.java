package org.lodestar.app.web;

import java.util.Comparator;
import java.util.List;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.safety.AdverseEvent;
import org.lodestar.trial.safety.AdverseEvents;
import org.lodestar.trial.safety.AdverseEvents.RadiationEffect;

/**
 * One adverse event in the list of a participant.
 *
 * @param related whether the investigator holds radiotherapy for a possible cause
 * @param effect acute or late by its day; empty when that cannot be told
 * @param untold why it cannot be told; empty when it can
 * @param why where the tree of the effect stands
 */
record EventLine(
    String term,
    int grade,
    String from,
    String until,
    boolean serious,
    boolean related,
    String effect,
    String untold,
    String why) {
  private static final String SUBJECT = "radiation/";
  private static final Words ONGOING = new Words("ongoing", "持续");

  static List<EventLine> of(Dossier dossier, TrialWords words) {
    return dossier.events().events().stream()
        .sorted(Comparator.comparing(event -> event.record().get().startedOn().earliest()))
        .map(event -> line(dossier, event, words))
        .toList();
  }

  private static EventLine line(Dossier dossier, AdverseEvents.Event event, TrialWords words) {
    AdverseEvent record = event.record().get();
    Derived<RadiationEffect> effect = event.radiationEffect();
    return new EventLine(
        words.term(record),
        record.grade(),
        record.startedOn().toString(),
        record.endedOn() == null ? words.say(ONGOING) : record.endedOn().toString(),
        record.serious(),
        event.isAttributedToRadiotherapy(),
        effect.known().map(RadiationEffect::words).map(words::say).orElse(""),
        effect.isKnown() ? "" : TrialWords.capital(new WhyWords(words).sentence(effect)),
        SafetyReader.why("/safety", dossier.code().text(), subject(event)));
  }

  /** By which name the tree of an event's effect is asked for. */
  static String subject(AdverseEvents.Event event) {
    AdverseEvent record = event.record().get();
    return SUBJECT + record.number() + "/" + record.term() + "/" + record.startedOn();
  }
}
