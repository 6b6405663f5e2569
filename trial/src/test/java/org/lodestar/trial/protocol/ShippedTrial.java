package org.lodestar.trial.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of the first trial, as it is shipped, and copies of it with a change. */
public final class ShippedTrial {
  private static final Path FOLDER =
      Path.of(System.getProperty("lodestar.root")).resolve("trials/escc-ldrt");

  private final Map<String, byte[]> files;

  private ShippedTrial(Map<String, byte[]> files) {
    this.files = files;
  }

  public static ShippedTrial folder() {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(FOLDER)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = FOLDER.relativize(path).toString().replace('\\', '/');
        files.put(name, Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ShippedTrial(files);
  }

  public String text(String file) {
    return new String(files.get(file), StandardCharsets.UTF_8);
  }

  /** The folder with one text replaced by another in one file, where it stands exactly once. */
  public ShippedTrial with(String file, String from, String to) {
    String text = text(file);
    int at = text.indexOf(from);
    if (at < 0 || text.indexOf(from, at + 1) >= 0) {
      throw new IllegalArgumentException(file + " does not have exactly once: " + from);
    }
    return with(file, text.replace(from, to));
  }

  /** The folder in which the answer to a question that the protocol leaves open is another one. */
  public ShippedTrial decided(String key, String value) {
    String because = "{en: \"for a test\", zh: \"用于测试\"}";
    return answered(
        key,
        "  %s:\n    value: %s\n    rationale: %s\n    source: judgement\n    confirmed: null\n"
            .formatted(key, value, because));
  }

  /** The folder in which a question that the protocol leaves open has no answer. */
  public ShippedTrial undecided(String key) {
    return answered(key, "");
  }

  private ShippedTrial answered(String key, String answer) {
    Matcher decision =
        Pattern.compile("(?m)^  " + Pattern.quote(key) + ":\\n(?:    .*\\n)*")
            .matcher(text("decisions.yaml"));
    if (!decision.find()) {
      throw new IllegalArgumentException("decisions.yaml has no answer to " + key);
    }
    return with("decisions.yaml", decision.replaceFirst(Matcher.quoteReplacement(answer)));
  }

  public ShippedTrial with(String file, String text) {
    return with(file, text.getBytes(StandardCharsets.UTF_8));
  }

  public ShippedTrial with(String file, byte[] bytes) {
    Map<String, byte[]> copy = new TreeMap<>(files);
    copy.put(file, bytes);
    return new ShippedTrial(copy);
  }

  public ShippedTrial without(String file) {
    Map<String, byte[]> copy = new TreeMap<>(files);
    copy.remove(file);
    return new ShippedTrial(copy);
  }

  public Bundle bundle() {
    return Bundle.of(files);
  }

  public Protocol protocol() {
    return switch (Protocol.read(bundle())) {
      case Protocol.Reading.Read read -> read.protocol();
      case Protocol.Reading.Refused refused ->
          throw new AssertionError(refused.findings().toString());
    };
  }
}
