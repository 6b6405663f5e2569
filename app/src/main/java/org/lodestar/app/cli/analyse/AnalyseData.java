package org.lodestar.app.cli.analyse;

import java.io.IOException;
import java.nio.file.Path;
import org.lodestar.app.cli.CliRule;
import org.lodestar.app.cli.CsvTable;
import org.lodestar.app.cli.Failure;
import org.lodestar.app.cli.Session;
import org.lodestar.statistics.survival.SurvivalData;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The file and its columns, as all analyses take them. */
final class AnalyseData {
  @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
  Path file;

  @Option(names = "--time", paramLabel = "COLUMN", defaultValue = "time")
  String time;

  @Option(names = "--status", paramLabel = "COLUMN", defaultValue = "status")
  String status;

  CsvTable table(Session session) throws IOException {
    return CsvTable.parse(session.read(file));
  }

  SurvivalData survival(CsvTable table) {
    return SurvivalData.of(table.numbers(time), table.status(status));
  }

  /** {@code library(survival); d <- read.csv("FILE", check.names = FALSE); } */
  String readCall() {
    String from = file.toString().equals("-") ? "file(\"stdin\")" : RNames.text(file.toString());
    return "library(survival); d <- read.csv(" + from + ", check.names = FALSE); ";
  }

  /** {@code d$COLUMN}. */
  String column(String name) {
    return "d$" + RNames.of(name);
  }

  String surv() {
    return "Surv(" + RNames.of(time) + ", " + RNames.of(status) + ")";
  }

  /** What the library or the file refuses. */
  static Failure refused(String command, IllegalArgumentException refusal) {
    return CliRule.WRONG_USE.failure(
        "detail", String.valueOf(refusal.getMessage()), "command", "lodestar analyse " + command);
  }
}
