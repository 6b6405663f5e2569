package org.lodestar.app.cli.ctcae;

import picocli.CommandLine.Command;

/** The dictionary of adverse events: its terms, what their grades mean, the publisher's file. */
@Command(
    name = "ctcae",
    subcommands = {CtcaeSearch.class, CtcaeShow.class, CtcaeImport.class})
public final class CtcaeCommands {}
