package org.lodestar.app.cli;

import java.util.List;
import org.lodestar.trial.fact.Language;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Starts Lodestar: parses the command line, runs one command, prints its answer. */
public final class Main {
  private final Terminal terminal;
  private final Globals globals = new Globals();
  private final Language language;
  private final List<String> arguments;

  private Main(Terminal terminal, List<String> arguments) {
    this.terminal = terminal;
    this.arguments = arguments;
    this.language = languageOf(arguments, terminal);
  }

  public static void main(String[] args) {
    int code = run(Terminal.ofProcess(), args);
    System.out.flush();
    System.exit(code);
  }

  /** Runs one command in the terminal and returns the exit code. */
  public static int run(Terminal terminal, String... args) {
    return new Main(terminal, List.of(args)).run();
  }

  private int run() {
    try {
      return execute(commandLine()).code();
    } catch (ParameterException e) {
      return report(UsageErrors.explain(e, language));
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      if (arguments.contains("--debug")) {
        terminal.err().print(Trouble.trace(e));
      }
      return report(Trouble.explain(e));
    }
  }

  private int report(Failure failure) {
    terminal.err().println("lodestar: " + failure.message().in(language));
    return failure.exit().code();
  }

  private CommandLine commandLine() {
    CommandLine root = new CommandLine(globals);
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setUnmatchedOptionsArePositionalParams(false);
    boolean color =
        terminal.outIsWatched()
            && !arguments.contains("--no-color")
            && terminal.variable("NO_COLOR").isEmpty();
    HelpPage.dress(root, language, color, columns());
    return root;
  }

  private int columns() {
    String columns = terminal.variable("COLUMNS");
    return columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : 100;
  }

  private Exit execute(CommandLine root) throws Exception {
    ParseResult parsed = root.parseArgs(arguments.toArray(String[]::new));
    CommandLine chosen = deepest(parsed).commandSpec().commandLine();
    if (globals.version) {
      terminal.out().println(new Software().getVersion()[0]);
      return Exit.OK;
    }
    if (isHelpAsked(parsed)) {
      terminal.out().print(chosen.getUsageMessage());
      return Exit.OK;
    }
    if (chosen.getCommand() instanceof Verb verb) {
      if (globals.languages == Globals.Languages.BOTH && !verb.speaksBothLanguages()) {
        throw CliRule.WRONG_VALUE.failure("name", "--lang", "value", "both", "allowed", "en | zh");
      }
      Session session = new Session(terminal, globals, language);
      Answer answer = verb.run(session);
      session.show(answer);
      return answer.exit();
    }
    terminal.out().print(HelpPage.brief(chosen, language));
    return Exit.OK;
  }

  private static ParseResult deepest(ParseResult parsed) {
    return parsed.hasSubcommand() ? deepest(parsed.subcommand()) : parsed;
  }

  private static boolean isHelpAsked(ParseResult parsed) {
    return parsed.isUsageHelpRequested()
        || (parsed.hasSubcommand() && isHelpAsked(parsed.subcommand()));
  }

  /** Known before the command line is parsed, because complaints about it have a language too. */
  private static Language languageOf(List<String> arguments, Terminal terminal) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith("--lang=")) {
        return languageOf(argument.substring("--lang=".length()));
      }
      if (argument.equals("--lang") && i + 1 < arguments.size()) {
        return languageOf(arguments.get(i + 1));
      }
    }
    for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
      if (!terminal.variable(name).isEmpty()) {
        return languageOf(terminal.variable(name));
      }
    }
    return Language.EN;
  }

  private static Language languageOf(String name) {
    return name.regionMatches(true, 0, "zh", 0, 2) ? Language.ZH : Language.EN;
  }
}
