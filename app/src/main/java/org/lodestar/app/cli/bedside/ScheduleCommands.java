package org.lodestar.app.cli.bedside;

import picocli.CommandLine.Command;

/** Days of treatment: planned from a few dates, and what moving one would change. */
@Command(
    name = "schedule",
    subcommands = {
      SchedulePlan.class,
      SchedulePairs.class,
      ScheduleShow.class,
      ScheduleWhatIf.class
    })
public final class ScheduleCommands {}
