package org.lodestar.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a command may ask of its surroundings: language, folders, input, progress. */
public final class Session {
  private final Terminal terminal;
  private final Globals globals;
  private final Language language;

  Session(Terminal terminal, Globals globals, Language language) {
    this.terminal = terminal;
    this.globals = globals;
    this.language = language;
  }

  /** The value of an environment variable, empty when it is not set. */
  String variable(String name) {
    return terminal.variable(name);
  }

  public Language language() {
    return language;
  }

  /** The languages of documents: the one of {@code --lang}, else both. */
  public List<Language> documentLanguages() {
    return switch (globals.languages) {
      case EN -> List.of(Language.EN);
      case ZH -> List.of(Language.ZH);
      case BOTH -> List.of(Language.EN, Language.ZH);
      case null -> List.of(Language.EN, Language.ZH);
    };
  }

  /** A text in the language of this run. */
  public String say(Words words) {
    return words.in(language);
  }

  /** A sentence of a rule in the language of this run, with names and values in turn. */
  public String say(Rule rule, Object... namesAndValues) {
    return org.lodestar.trial.fact.Message.of(rule.words(), namesAndValues).in(language);
  }

  /** A text given in both languages. */
  public String say(String en, String zh) {
    return language == Language.EN ? en : zh;
  }

  /** A new JSON document. */
  public ObjectNode document() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Whether the answer will be printed as JSON only. */
  public boolean wantsJson() {
    return globals.json;
  }

  /** The folder of the log: {@code --data}, else LODESTAR_DATA, else {@code .lodestar/data}. */
  public Path data() {
    if (globals.data != null) {
      return globals.data;
    }
    String variable = terminal.variable("LODESTAR_DATA");
    return Path.of(variable.isEmpty() ? ".lodestar/data" : variable);
  }

  /** The folder of the log: {@code --data}, else this one. */
  public Path dataOr(String folder) {
    return globals.data == null ? Path.of(folder) : globals.data;
  }

  /** Whether {@code --data} was given. */
  boolean namesData() {
    return globals.data != null;
  }

  /** Prints an answer now, for a command that goes on working. */
  public void show(Answer answer) {
    Printer printer = new Printer(terminal.out());
    if (globals.json) {
      printer.json(answer.document());
    } else if (globals.plain) {
      printer.plain(answer.blocks());
    } else {
      printer.text(answer.blocks());
    }
    terminal.out().flush();
  }

  /**
   * The trial's folder: {@code --trial}, else the only one in {@code trials/} here, else the only
   * one in {@code trials/} of the installation.
   */
  public Path trial() throws IOException {
    if (globals.trial != null) {
      return requireFolder(globals.trial);
    }
    Path here = Path.of("trials");
    Path installed = Path.of(System.getProperty("lodestar.home", ".")).resolve("trials");
    return onlyTrialIn(Files.isDirectory(here) ? here : installed);
  }

  private static Path onlyTrialIn(Path trials) throws IOException {
    requireFolder(trials);
    try (Stream<Path> folders = Files.list(trials)) {
      List<Path> found =
          folders.filter(folder -> Files.exists(folder.resolve("protocol.yaml"))).toList();
      if (found.size() == 1) {
        return found.getFirst();
      }
      throw CliRule.TRIAL_AMBIGUOUS.failure(
          "folder", trials.toString(), "count", Integer.toString(found.size()));
    }
  }

  private static Path requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw CliRule.FOLDER_NOT_FOUND.failure("file", folder.toString());
    }
    return folder;
  }

  /** The bytes of a file, or of the standard input for {@code -}. */
  public byte[] read(Path file) throws IOException {
    if (file.toString().equals("-")) {
      return input().readAllBytes();
    }
    if (Files.isDirectory(file)) {
      throw CliRule.FILE_NOT_FOUND.failure("file", file.toString());
    }
    return Files.readAllBytes(file);
  }

  public InputStream input() {
    return terminal.in();
  }

  /** A line on stderr for the person who waits; the result goes to stdout. */
  public void note(String text) {
    terminal.err().println(text);
  }

  /** Shows how far a long piece of work has come, on stderr and only to a person. */
  public Progress progress(String label, long total) {
    return new Progress(
        terminal.errIsWatched() && !globals.json ? terminal.err() : null,
        language,
        label,
        total,
        System::nanoTime);
  }
}
