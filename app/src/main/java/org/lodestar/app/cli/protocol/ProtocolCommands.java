package org.lodestar.app.cli.protocol;

import picocli.CommandLine.Command;

/** The noun {@code protocol}. */
@Command(
    name = "protocol",
    subcommands = {
      ProtocolLint.class,
      ProtocolPrint.class,
      ProtocolCompare.class,
      ProtocolActivate.class
    })
public final class ProtocolCommands {}
