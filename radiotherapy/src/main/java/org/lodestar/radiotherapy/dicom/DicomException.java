package org.lodestar.radiotherapy.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be read as DICOM, or an object that cannot be used. The message is one line of
 * code and values; who shows it to a person says the {@link #fault} in her language.
 */
public final class DicomException extends RuntimeException {
  private final DicomFault fault;
  private final List<String> found;

  /**
   * @param found what stands in the places of the fault's sentence
   */
  public DicomException(DicomFault fault, Object... found) {
    this(fault, null, texts(found));
  }

  private DicomException(DicomFault fault, @Nullable Throwable cause, List<String> found) {
    super(fault + (found.isEmpty() ? "" : ": " + String.join("; ", found)), cause);
    this.fault = fault;
    this.found = found;
  }

  /** The same because of what the system could not do. */
  public static DicomException because(Throwable cause, DicomFault fault, Object... found) {
    return new DicomException(fault, cause, texts(found));
  }

  private static List<String> texts(Object... found) {
    return Arrays.stream(found).map(value -> oneLine(String.valueOf(value))).toList();
  }

  public DicomFault fault() {
    return fault;
  }

  public List<String> found() {
    return found;
  }

  /** The name of the fault and what was found, as a finding keeps them. */
  public List<String> values() {
    List<String> values = new ArrayList<>(List.of(fault.name()));
    values.addAll(found);
    return values;
  }

  /** Control characters of a broken file must not reach a terminal or a log. */
  private static String oneLine(String message) {
    StringBuilder line = new StringBuilder(message.length());
    message
        .codePoints()
        .map(c -> Character.isISOControl(c) ? '?' : c)
        .forEach(line::appendCodePoint);
    return line.toString();
  }
}
