package org.lodestar.app.cli.design;

import picocli.CommandLine.Command;

/** The commands that design a single-arm trial. */
@Command(
    name = "design",
    subcommands = {
      DesignSize.class,
      DesignCompare.class,
      DesignSearchCommand.class,
      DesignOperatingCharacteristics.class
    })
public final class Design {}
