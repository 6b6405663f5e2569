package org.lodestar.app.cli.participant;

import picocli.CommandLine.Command;

/** The noun {@code participant}. */
@Command(
    name = "participant",
    subcommands = {ParticipantList.class, ParticipantShow.class})
public final class ParticipantCommands {}
