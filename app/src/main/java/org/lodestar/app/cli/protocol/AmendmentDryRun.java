package org.lodestar.app.cli.protocol;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.OpenLog;
import org.lodestar.app.cli.Session;
import org.lodestar.app.store.CommandBus;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.schedule.AmendmentEffect;
import org.lodestar.trial.schedule.Outlook;
import org.lodestar.trial.schedule.Reconsent;
import org.lodestar.trial.schedule.Schedule;
import org.lodestar.trial.schedule.ScheduleFacts;
import org.lodestar.trial.schedule.WhatIf;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What activating a folder would mean for each participant of a log; nothing is written. */
final class AmendmentDryRun {
  private AmendmentDryRun() {}

  static void describe(
      Session session, Protocol candidate, ObjectNode document, Answer.Builder answer) {
    Map<ParticipantCode, AmendmentEffect> effects;
    try (CommandBus bus = OpenLog.bus(session)) {
      effects = bus.ask(state -> effects(state, candidate));
    }
    ArrayNode list = document.putArray("participants");
    List<List<String>> rows = new ArrayList<>();
    effects.forEach(
        (code, effect) -> {
          ObjectNode node = list.addObject().put("code", code.text());
          node.put("reconsents", effect.reconsents());
          node.put("consent", effect.reconsent().sentence(session.language()));
          ArrayNode changes = node.putArray("changes");
          for (AmendmentEffect.Change change : effect.changes()) {
            changes
                .addObject()
                .put("what", change.what())
                .put("before", text(change.before()))
                .put("after", text(change.after()));
            rows.add(
                List.of(code.text(), change.what(), shown(change.before()), shown(change.after())));
          }
        });
    answer
        .line(session.say("consent again: ", "须再次知情同意：") + whoSignsAgain(session, effects))
        .table(
            List.of(
                session.say("participant", "受试者"),
                session.say("what", "项目"),
                session.say("now", "现在"),
                session.say("then", "启用后")),
            rows);
  }

  /** Each with the version and its last day; or that the candidate names no versions. */
  private static String whoSignsAgain(
      Session session, Map<ParticipantCode, AmendmentEffect> effects) {
    List<String> again = new ArrayList<>();
    effects.forEach(
        (code, effect) ->
            effect
                .reconsent()
                .known()
                .filter(each -> effect.reconsents())
                .ifPresent(
                    each -> again.add(code.text() + " (" + each.version() + due(each) + ")")));
    if (!again.isEmpty()) {
      return String.join(", ", again);
    }
    return effects.values().stream()
        .map(AmendmentEffect::reconsent)
        .filter(each -> !each.isKnown())
        .findFirst()
        .map(each -> each.sentence(session.language()))
        .orElse("-");
  }

  private static String due(Reconsent reconsent) {
    return reconsent.due() == null ? "" : ", ≤ " + reconsent.due();
  }

  /** Only of those who are still expected. */
  private static Map<ParticipantCode, AmendmentEffect> effects(
      TrialState state, Protocol candidate) {
    Map<ParticipantCode, AmendmentEffect> effects = new TreeMap<>();
    if (state.index().bundle() == null) {
      return effects;
    }
    Protocol inForce = OpenLog.protocol(state);
    for (ParticipantCode code : state.index().enrolment().registered()) {
      Standing standing = OpenLog.standing(state, code);
      if (!(standing instanceof Standing.Failed)) {
        AmendmentEffect effect =
            AmendmentEffect.derive(
                plan(state, code, standing, inForce), plan(state, code, standing, candidate));
        if (effect.comes()) {
          effects.put(code, effect);
        }
      }
    }
    return effects;
  }

  private static WhatIf.Plan plan(
      TrialState state, ParticipantCode code, Standing standing, Protocol protocol) {
    ZoneId zone = protocol.zone();
    var at = state.index().at();
    LocalDate today = at == null ? LocalDate.now(zone) : at.atZone(zone).toLocalDate();
    return new WhatIf.Plan(
        ScheduleFacts.read(Sheets.of(state.casebook(code), protocol.forms()), protocol, standing),
        protocol,
        Schedule.clinic(protocol),
        Schedule.machine(protocol),
        Outlook.from(today));
  }

  private static String shown(@Nullable LocalDate day) {
    return day == null ? "-" : day.toString();
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
