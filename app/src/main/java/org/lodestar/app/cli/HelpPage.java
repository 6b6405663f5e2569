package org.lodestar.app.cli;

import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.lodestar.trial.fact.Language;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The look of help pages: what the command does, examples first, then use, options, commands. */
final class HelpPage {
  private static final String EXAMPLES = "examples";
  private static final int MAX_WIDTH = 110;

  private HelpPage() {}

  /** Gives the whole tree of commands its words and its layout. */
  static void dress(CommandLine root, Language language, boolean color, int columns) {
    ResourceBundle words = HelpWords.of(root, language);
    root.setResourceBundle(words);
    root.setColorScheme(Help.defaultColorScheme(color ? Help.Ansi.ON : Help.Ansi.OFF));
    root.setUsageHelpWidth(Math.clamp(columns, 60, MAX_WIDTH));
    root.setUsageHelpLongOptionsMaxWidth(30);
    dressOne(root, words, language);
  }

  private static void dressOne(CommandLine line, ResourceBundle words, Language language) {
    UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    boolean en = language == Language.EN;
    usage.adjustLineBreaksForWideCJKCharacters(true);
    usage.synopsisHeading(en ? "%nUse: " : "%n用法：");
    usage.parameterListHeading(en ? "%nArguments%n" : "%n参数%n");
    usage.optionListHeading(en ? "%nOptions%n" : "%n选项%n");
    usage.commandListHeading(en ? "%nCommands%n" : "%n命令%n");
    usage.abbreviateSynopsis(true);
    line.getHelpSectionMap().put(EXAMPLES, help -> examples(help, words, language));
    line.setHelpSectionKeys(
        List.of(
            UsageMessageSpec.SECTION_KEY_HEADER,
            EXAMPLES,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_FOOTER));
    line.getSubcommands().values().forEach(sub -> dressOne(sub, words, language));
  }

  private static String examples(Help help, ResourceBundle words, Language language) {
    String key = help.commandSpec().qualifiedName(".") + "." + EXAMPLES;
    if (!words.containsKey(key)) {
      return "";
    }
    String heading = language == Language.EN ? "Examples" : "示例";
    return words
        .getString(key)
        .lines()
        .map(line -> "  " + line)
        .collect(Collectors.joining("\n", "\n" + heading + "\n", "\n"))
        .replace("\n", System.lineSeparator());
  }

  /** What a bare command prints: what it is, its subcommands, and where the rest stands. */
  static String brief(CommandLine line, Language language) {
    Help help = line.getHelp();
    String name = line.getCommandSpec().qualifiedName();
    String more =
        language == Language.EN
            ? "%n\"" + name + " --help\" shows examples and all options.%n"
            : "%n“" + name + " --help”显示示例与全部选项。%n";
    return help.header()
        + help.commandListHeading()
        + help.commandList()
        + String.format(java.util.Locale.ROOT, more);
  }
}
