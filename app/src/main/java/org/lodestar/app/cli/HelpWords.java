package org.lodestar.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;
import picocli.CommandLine;

/** The words of all help pages in one language, put together from one file a command. */
final class HelpWords extends ResourceBundle {
  private final Map<String, String> words = new HashMap<>();

  private HelpWords() {}

  static HelpWords of(CommandLine root, Language language) {
    HelpWords all = new HelpWords();
    String name = root.getCommandName();
    all.words.putAll(load(name, language));
    for (String command : root.getSubcommands().keySet()) {
      load(command, language)
          .forEach((key, text) -> all.words.put(name + "." + command + "." + key, text));
    }
    return all;
  }

  /** The file of one top-level command: {@code words/NAME_en.properties}. */
  static Map<String, String> load(String command, Language language) {
    String file = "words/" + command + "_" + language.name().toLowerCase(Locale.ROOT);
    Properties properties = new Properties();
    try (InputStream in = HelpWords.class.getResourceAsStream(file + ".properties")) {
      if (in == null) {
        throw new IllegalStateException("the help of " + command + " is missing: " + file);
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> words = new HashMap<>();
    properties.forEach((key, text) -> words.put(key.toString(), text.toString()));
    return words;
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return words.get(key);
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(words.keySet());
  }
}
