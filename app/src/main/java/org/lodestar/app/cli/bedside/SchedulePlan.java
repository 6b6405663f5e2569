package org.lodestar.app.cli.bedside;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.TrialBundle;
import org.lodestar.app.cli.Verb;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.schedule.Outlook;
import org.lodestar.trial.schedule.PlanBreach;
import org.lodestar.trial.schedule.Schedule;
import org.lodestar.trial.schedule.ScheduleCase;
import org.lodestar.trial.schedule.ScheduleFacts;
import org.lodestar.trial.schedule.WorkingDays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** The schedule of a person who is in no log, from the days in a file. */
@Command(name = "plan")
final class SchedulePlan implements Verb {
  @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
  Path file;

  @Option(names = "--as-of", paramLabel = "DATE")
  @Nullable LocalDate asOf;

  @Option(names = "--name", paramLabel = "CODE", defaultValue = "S-000")
  String name;

  @Option(names = "--ics", paramLabel = "FILE")
  @Nullable Path ics;

  @Override
  public Answer run(Session session) throws IOException {
    Protocol protocol = TrialBundle.read(session.trial(), session.language()).protocol();
    ScheduleFacts facts;
    try {
      List<JsonView> events = Question.read(session, file, List.of("events"));
      facts = ScheduleCase.read(events);
    } catch (IllegalArgumentException wrong) {
      throw Shown.refused("schedule plan", wrong);
    }
    LocalDate day = asOf == null ? today(protocol) : asOf;
    WorkingDays machine = Schedule.machine(protocol);
    Schedule schedule =
        Schedule.derive(facts, protocol, Schedule.clinic(protocol), machine, Outlook.from(day));
    ObjectNode document = session.document().put("asOf", day.toString());
    Answer.Builder answer = Answer.with(document);
    SchedulePages.describe(
        session, schedule, PlanBreach.find(schedule, protocol, machine), document, answer);
    if (ics != null) {
      SchedulePages.export(session, name, schedule, day, ics);
      document.put("ics", ics.toString());
    }
    return answer.done();
  }

  static LocalDate today(Protocol protocol) {
    ZoneId zone = protocol.zone();
    return LocalDate.now(zone);
  }
}
