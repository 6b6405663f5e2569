package org.lodestar.app.cli;

import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that a person hands to a command; decimals stay decimals, names stand once. */
public final class JsonFile {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private JsonFile() {}

  /**
   * The members of a JSON object, in their order.
   *
   * @throws Failure when it is not JSON, or not an object, with line and column
   */
  public static Map<String, Object> object(Path file, byte[] bytes) {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    try {
      return mapper.readValue(bytes, OBJECT);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw CliRule.NOT_JSON.because(
          e,
          "file",
          file,
          "line",
          at == null ? 1 : at.getLineNr(),
          "column",
          at == null ? 1 : at.getColumnNr(),
          "detail",
          e.getOriginalMessage());
    }
  }
}
