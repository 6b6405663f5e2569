package org.lodestar.app.cli.bedside;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.OpenLog;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.app.store.CommandBus;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.schedule.Outlook;
import org.lodestar.trial.schedule.PlanBreach;
import org.lodestar.trial.schedule.Schedule;
import org.lodestar.trial.schedule.ScheduleFacts;
import org.lodestar.trial.schedule.WhatIf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** The schedule of a participant of a log. */
@Command(name = "show")
final class ScheduleShow implements Verb {
  @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "CODE")
  String code;

  @Option(names = "--as-of", paramLabel = "DATE")
  @Nullable LocalDate asOf;

  @Option(names = "--ics", paramLabel = "FILE")
  @Nullable Path ics;

  @Override
  public Answer run(Session session) throws IOException {
    try (CommandBus bus = OpenLog.bus(session)) {
      WhatIf.Plan plan = bus.ask(state -> plan(state, OpenLog.code(code), asOf));
      return answer(session, plan);
    }
  }

  /** What the schedule of a participant is made from, on a day, else on the day of the log. */
  static WhatIf.Plan plan(TrialState state, ParticipantCode code, @Nullable LocalDate day) {
    Protocol protocol = OpenLog.protocol(state);
    ScheduleFacts facts =
        ScheduleFacts.read(
            Sheets.of(state.casebook(code), protocol.forms()),
            protocol,
            OpenLog.standing(state, code));
    var at = state.index().at();
    LocalDate onTheLog =
        at == null ? SchedulePlan.today(protocol) : at.atZone(protocol.zone()).toLocalDate();
    return new WhatIf.Plan(
        facts,
        protocol,
        Schedule.clinic(protocol),
        Schedule.machine(protocol),
        Outlook.from(day == null ? onTheLog : day));
  }

  private Answer answer(Session session, WhatIf.Plan plan) throws IOException {
    Schedule schedule = plan.derive();
    LocalDate day = plan.outlook().asOf();
    ObjectNode document = session.document().put("code", code).put("asOf", day.toString());
    Answer.Builder answer = Answer.with(document).line(code + "  " + day);
    SchedulePages.describe(
        session,
        schedule,
        PlanBreach.find(schedule, plan.protocol(), plan.machine()),
        document,
        answer);
    if (ics != null) {
      SchedulePages.export(session, code, schedule, day, ics);
      document.put("ics", ics.toString());
    }
    return answer.done();
  }
}
