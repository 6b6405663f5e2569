package org.lodestar.app.cli.analyse;

import picocli.CommandLine.Command;

/** The commands that analyse a CSV file. */
@Command(
    name = "analyse",
    subcommands = {AnalyseKm.class, AnalyseLogRank.class, AnalyseCox.class})
public final class Analyse {}
