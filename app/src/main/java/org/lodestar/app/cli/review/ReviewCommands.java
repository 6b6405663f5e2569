package org.lodestar.app.cli.review;

import picocli.CommandLine.Command;

/** The noun {@code review}: independent readers of the images. */
@Command(
    name = "review",
    subcommands = {ReviewImportCommand.class})
public final class ReviewCommands {}
