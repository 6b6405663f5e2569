package org.lodestar.radiotherapy.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The reviewer's checklist: criteria as data, judged against figures. */
public record Checklist(List<Criterion> criteria) {
  private static final int FIELDS = 8;

  public Checklist {
    criteria = List.copyOf(criteria);
  }

  /** The default proposals; a protocol replaces them by its own. */
  public static Checklist defaults() {
    try (InputStream in =
        Objects.requireNonNull(Checklist.class.getResourceAsStream("checklist.txt"))) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a checklist: lines of eight fields between vertical bars; {@code -} is not specified.
   *
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  public static Checklist parse(String text) {
    List<Criterion> criteria = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        criteria.add(criterion(line));
      }
    }
    return new Checklist(criteria);
  }

  private static Criterion criterion(String line) {
    String[] field = line.split("\\|", -1);
    try {
      if (field.length != FIELDS) {
        throw new IllegalArgumentException(field.length + " fields: must be " + FIELDS);
      }
      return new Criterion(
          field[0].strip(),
          field[1].strip(),
          Criterion.Rule.valueOf(field[2].strip().toUpperCase(Locale.ROOT).replace('-', '_')),
          number(field[3]),
          number(field[4]),
          number(field[5]),
          field[6].strip(),
          field[7].strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("checklist line '" + line + "': " + e.getMessage(), e);
    }
  }

  private static Optional<BigDecimal> number(String field) {
    String text = field.strip();
    return text.equals("-") ? Optional.empty() : Optional.of(new BigDecimal(text));
  }

  /** Judges every criterion, in order; figures without a criterion are left out. */
  public List<Verdict> judge(Map<String, Measured> figures) {
    return criteria.stream().map(c -> c.judge(Optional.ofNullable(figures.get(c.key())))).toList();
  }
}
