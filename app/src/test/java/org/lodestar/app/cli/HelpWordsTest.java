package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Language;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class HelpWordsTest {
  private static final CommandLine ROOT = new CommandLine(new Globals());

  @Test
  void bothLanguagesSayTheSameThings() {
    List<String> files = new ArrayList<>(ROOT.getSubcommands().keySet());
    files.add("lodestar");

    for (String file : files) {
      assertThat(HelpWords.load(file, Language.ZH).keySet())
          .as(file)
          .isEqualTo(HelpWords.load(file, Language.EN).keySet());
    }
  }

  @Test
  void everyCommandAndEveryOptionIsExplainedInBothLanguages() {
    for (Language language : Language.values()) {
      CommandLine root = new CommandLine(new Globals());
      HelpPage.dress(root, language, false, 100);
      requireWords(root);
    }
  }

  private static void requireWords(CommandLine line) {
    String name = line.getCommandSpec().qualifiedName();
    assertThat(line.getCommandSpec().usageMessage().header()).as(name).isNotEmpty();
    for (ArgSpec argument : line.getCommandSpec().args()) {
      assertThat(argument.description()).as(name + " " + argument).isNotEmpty();
    }
    line.getSubcommands().values().forEach(HelpWordsTest::requireWords);
  }

  @Test
  void everySentenceOfTheCommandLineFillsItsPlacesInBothLanguages() {
    for (CliRule rule : CliRule.values()) {
      assertThat(places(rule.words().zh())).as(rule.id()).isEqualTo(places(rule.words().en()));
    }
  }

  private static java.util.Set<String> places(String template) {
    return java.util.regex.Pattern.compile("\\{(\\w+)}")
        .matcher(template)
        .results()
        .map(match -> match.group(1))
        .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
  }
}
