package org.lodestar.app.cli.design;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A length of time on the command line: {@code 12mo}, {@code 8wk}, {@code 90d}, {@code 2y}; a bare
 * number is months. A month is 365.25 / 12 days.
 *
 * @param value in months
 */
public record Months(double value) {
  private static final double DAYS = 365.25 / 12;
  private static final Map<String, Double> UNITS =
      Map.of("", 1.0, "mo", 1.0, "y", 12.0, "wk", 7 / DAYS, "w", 7 / DAYS, "d", 1 / DAYS);
  private static final Pattern TEXT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([a-z]*)");

  /** Reads it for picocli. */
  public static final class Converter implements ITypeConverter<Months> {
    @Override
    public Months convert(String text) {
      Matcher matcher = TEXT.matcher(text.trim());
      if (!matcher.matches() || !UNITS.containsKey(matcher.group(2))) {
        throw new TypeConversionException(
            "\"" + text + "\" is not a length of time such as 12mo, 8wk, 90d or 2y");
      }
      return new Months(Double.parseDouble(matcher.group(1)) * UNITS.get(matcher.group(2)));
    }
  }

  @Override
  public String toString() {
    return Figures.plain(value) + " mo";
  }
}
