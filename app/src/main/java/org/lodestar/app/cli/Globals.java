package org.lodestar.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.analyse.Analyse;
import org.lodestar.app.cli.bedside.Dose;
import org.lodestar.app.cli.bedside.Grade;
import org.lodestar.app.cli.bedside.Recist;
import org.lodestar.app.cli.bedside.ScheduleCommands;
import org.lodestar.app.cli.ctcae.CtcaeCommands;
import org.lodestar.app.cli.design.Design;
import org.lodestar.app.cli.participant.ParticipantCommands;
import org.lodestar.app.cli.protocol.ProtocolCommands;
import org.lodestar.app.cli.review.ReviewCommands;
import org.lodestar.app.cli.validate.Validate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The {@code lodestar} command: its subcommands, and the options that all of them understand,
 * before or after their names. A new command is added to the list here; its words stand in {@code
 * words/NAME_en.properties} and {@code words/NAME_zh.properties}.
 */
@Command(
    name = "lodestar",
    versionProvider = Software.class,
    subcommands = {
      Demo.class,
      Doctor.class,
      Migrate.class,
      ParticipantCommands.class,
      ProtocolCommands.class,
      Report.class,
      Simulate.class,
      Verify.class,
      Validate.class,
      Design.class,
      Analyse.class,
      Rt.class,
      Recist.class,
      ReviewCommands.class,
      Grade.class,
      CtcaeCommands.class,
      Dose.class,
      ScheduleCommands.class
    })
final class Globals {
  /** What {@code --lang} may be; both only where a command makes documents. */
  enum Languages {
    EN,
    ZH,
    BOTH
  }

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT)
  boolean version;

  @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT)
  @Nullable Path data;

  @Option(names = "--trial", paramLabel = "DIR", scope = ScopeType.INHERIT)
  @Nullable Path trial;

  @Option(names = "--lang", paramLabel = "en|zh", scope = ScopeType.INHERIT)
  @Nullable Languages languages;

  @Option(names = "--json", scope = ScopeType.INHERIT)
  boolean json;

  @Option(names = "--plain", scope = ScopeType.INHERIT)
  boolean plain;

  @Option(names = "--no-color", scope = ScopeType.INHERIT)
  boolean noColor;

  @Option(names = "--debug", scope = ScopeType.INHERIT)
  boolean debug;
}
