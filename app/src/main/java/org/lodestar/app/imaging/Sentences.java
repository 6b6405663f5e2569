package org.lodestar.app.imaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lodestar.trial.fact.Language;

/**
 * The sentences of codes in both languages, from {@code NAME_en.properties} and {@code
 * NAME_zh.properties}. The library of radiotherapy knows codes and values alone.
 */
final class Sentences {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final String WITHOUT = "–";

  private final Map<Language, Properties> sentences = new EnumMap<>(Language.class);

  Sentences(String name) {
    for (Language language : Language.values()) {
      String file = name + "_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
      sentences.put(language, load(file));
    }
  }

  private static Properties load(String file) {
    Properties properties = new Properties();
    try (InputStream in = Sentences.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the sentences are missing: " + file);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  /** The sentence of a code with places for its values. */
  String sentence(Enum<?> code, Language language) {
    String sentence = sentences.getOrDefault(language, new Properties()).getProperty(code.name());
    if (sentence == null) {
      throw new IllegalStateException("no sentence for " + code + " in " + language);
    }
    return sentence;
  }

  /**
   * The sentence of a code with its values; a place without a value shows a dash, and the highest
   * place shows all values from it on.
   */
  String say(Enum<?> code, List<String> values, Language language) {
    String sentence = sentence(code, language);
    Matcher place = PLACE.matcher(sentence);
    StringBuilder said = new StringBuilder();
    while (place.find()) {
      int at = Integer.parseInt(place.group(1));
      boolean last = !sentence.contains("{" + (at + 1) + "}");
      String value =
          values.stream()
              .skip(at)
              .limit(last ? Long.MAX_VALUE : 1)
              .collect(Collectors.joining(", "));
      place.appendReplacement(said, Matcher.quoteReplacement(value.isEmpty() ? WITHOUT : value));
    }
    return place.appendTail(said).toString();
  }
}
