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
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;
import org.lodestar.radiotherapy.finding.Severity;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;

/**
 * What findings in the objects of radiotherapy mean, in both languages: the library knows codes and
 * values alone. The sentences stand in {@code findings_en.properties} and {@code
 * findings_zh.properties}, one for each code.
 */
public final class FindingWords {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final String WITHOUT = "–";
  private static final Map<Language, Properties> SENTENCES = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      SENTENCES.put(language, load(language));
    }
  }

  private FindingWords() {}

  private static Properties load(Language language) {
    String file = "findings_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
    Properties properties = new Properties();
    try (InputStream in = FindingWords.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the words of findings are missing: " + file);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  /** The sentence of a code with places for its values. */
  static String sentence(FindingCode code, Language language) {
    String sentence = SENTENCES.getOrDefault(language, new Properties()).getProperty(code.name());
    if (sentence == null) {
      throw new IllegalStateException("no words for the finding " + code + " in " + language);
    }
    return sentence;
  }

  /**
   * What a finding says, with its values; a place without a value shows a dash, and the highest
   * place shows all values from it on.
   */
  public static String say(Finding finding, Language language) {
    String sentence = sentence(finding.code(), language);
    List<String> values = FaultWords.shown(finding, language);
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

  /** Severity, subject and what it says, as one line for a list. */
  public static String line(Finding finding, Language language) {
    String between = language == Language.ZH ? "：" : ": ";
    return severity(finding.severity()).in(language)
        + " · "
        + finding.subject()
        + between
        + say(finding, language);
  }

  /** How far a finding reaches. */
  public static Words severity(Severity severity) {
    return switch (severity) {
      case NOTE -> new Words("note", "提示");
      case WARNING -> new Words("warning", "警告");
      case STOP -> new Words("stop", "阻断");
    };
  }
}
