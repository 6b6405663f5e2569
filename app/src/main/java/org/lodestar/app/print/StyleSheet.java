package org.lodestar.app.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style sheets of the pages with the values of their tokens put in place, for documents and
 * saved pictures, which have no variables. Paper has the light values.
 */
final class StyleSheet {
  private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+):\\s*([^;]+);");
  private static final Pattern USE = Pattern.compile("var\\(--([a-z0-9-]+)\\)");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
  private static final Pattern CLASSES = Pattern.compile("\\.plot\\s+(text|\\.[a-z0-9.-]+)");

  private static final Map<String, String> TOKENS = tokens();
  private static final String PLOTS = resolve(resource("/web/static/plots.css"));
  private static final Map<String, Map<String, String>> PLOT_RULES = rules(PLOTS);

  private StyleSheet() {}

  /** The classes of pictures as a sheet. */
  static String plots() {
    return PLOTS;
  }

  /** The sheet of documents. */
  static String report() {
    return PLOTS + resolve(resource("/org/lodestar/app/print/report.css"));
  }

  /** What the classes of an element of a picture set, later rules over earlier ones. */
  static Map<String, String> plot(String element, String classes) {
    List<String> names = List.of(classes.split(" "));
    Map<String, String> set = new LinkedHashMap<>();
    PLOT_RULES.forEach(
        (selector, properties) -> {
          boolean applies =
              selector.startsWith(".")
                  ? names.containsAll(List.of(selector.substring(1).split("\\.")))
                  : selector.equals(element);
          if (applies) {
            set.putAll(properties);
          }
        });
    return set;
  }

  /** By simple selector below {@code .plot}: its properties. */
  private static Map<String, Map<String, String>> rules(String css) {
    Map<String, Map<String, String>> rules = new LinkedHashMap<>();
    Matcher rule = RULE.matcher(css);
    while (rule.find()) {
      for (String selector : rule.group(1).split(",")) {
        Matcher simple = CLASSES.matcher(selector.strip());
        if (simple.matches()) {
          rules
              .computeIfAbsent(simple.group(1), any -> new LinkedHashMap<>())
              .putAll(properties(rule.group(2)));
        }
      }
    }
    return Collections.unmodifiableMap(rules);
  }

  private static Map<String, String> properties(String block) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (String property : block.split(";")) {
      int colon = property.indexOf(':');
      if (colon > 0) {
        properties.put(property.substring(0, colon).strip(), property.substring(colon + 1).strip());
      }
    }
    return properties;
  }

  private static Map<String, String> tokens() {
    String css = resource("/web/static/tokens.css");
    String light = css.substring(css.indexOf(":root {"), css.indexOf('}'));
    Map<String, String> tokens = new TreeMap<>();
    Matcher token = TOKEN.matcher(COMMENT.matcher(light).replaceAll(""));
    while (token.find()) {
      tokens.put(token.group(1), token.group(2).strip());
    }
    return tokens;
  }

  private static String resolve(String css) {
    String without = COMMENT.matcher(css).replaceAll("");
    String resolved =
        USE.matcher(without).replaceAll(m -> Matcher.quoteReplacement(value(m.group(1))));
    return USE.matcher(resolved).replaceAll(m -> Matcher.quoteReplacement(value(m.group(1))));
  }

  private static String value(String token) {
    String value = TOKENS.get(token);
    if (value == null) {
      throw new IllegalStateException("there is no token --" + token);
    }
    return value;
  }

  private static String resource(String name) {
    try (InputStream in = StyleSheet.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("a resource is missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
