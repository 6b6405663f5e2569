package org.lodestar.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lodestar.trial.fact.Language;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what the parser of the command line complains about into our own sentences. */
final class UsageErrors {
  private UsageErrors() {}

  static Failure explain(ParameterException problem, Language language) {
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    return switch (problem) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched, command, language);
      case MissingParameterException missing -> missing(missing, command);
      default -> wrong(problem, command);
    };
  }

  private static Failure unmatched(
      UnmatchedArgumentException problem, String command, Language language) {
    CommandLine line = problem.getCommandLine();
    String name = problem.getUnmatched().getFirst();
    if (problem.isUnknownOption()) {
      List<String> options =
          line.getCommandSpec().options().stream().flatMap(o -> Arrays.stream(o.names())).toList();
      return CliRule.UNKNOWN_OPTION.failure(
          "name", name, "command", command, "suggestion", suggest(name, options, language));
    }
    if (line.getSubcommands().isEmpty()) {
      return CliRule.UNEXPECTED_ARGUMENT.failure("name", name, "command", command);
    }
    List<String> names = List.copyOf(line.getSubcommands().keySet());
    return CliRule.UNKNOWN_COMMAND.failure(
        "name", name, "command", command, "suggestion", suggest(name, names, language));
  }

  private static String suggest(String typed, List<String> known, Language language) {
    String close =
        known.stream()
            .filter(name -> distance(typed, name) <= Math.max(1, name.length() / 3))
            .sorted(
                java.util.Comparator.comparingInt((String name) -> distance(typed, name))
                    .thenComparing(name -> name))
            .limit(3)
            .collect(Collectors.joining(language == Language.EN ? " or " : " 或 "));
    if (close.isEmpty()) {
      return "";
    }
    return language == Language.EN ? " (did you mean " + close + "?)" : "（是否指 " + close + "？）";
  }

  /** Levenshtein's distance: the fewest single-character edits from one to the other. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  private static Failure missing(MissingParameterException problem, String command) {
    String names =
        problem.getMissing().stream().map(UsageErrors::name).collect(Collectors.joining(", "));
    return CliRule.MISSING_ARGUMENT.failure("name", names, "command", command);
  }

  private static Failure wrong(ParameterException problem, String command) {
    if (problem.getCause() instanceof Failure failure) {
      return failure;
    }
    ArgSpec argument = problem.getArgSpec();
    String value = problem.getValue();
    if (argument == null || value == null) {
      return CliRule.WRONG_USE.failure("detail", firstLine(problem), "command", command);
    }
    return CliRule.WRONG_VALUE.failure(
        "name", name(argument), "value", value, "allowed", allowed(argument));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String allowed(ArgSpec argument) {
    Class<?> type = argument.auxiliaryTypes()[0];
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(" | "));
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "1, 2, 3 ...";
    }
    if (type == java.time.LocalDate.class) {
      return "yyyy-mm-dd";
    }
    return type == Path.class ? "DIR" : argument.paramLabel();
  }

  private static String firstLine(Throwable problem) {
    return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
  }
}
