package org.lodestar.radiotherapy.dicom;

/**
 * A file that cannot be read as DICOM, or an object that cannot be used. The message is one line:
 * what was found, where, and what would be right.
 */
public final class DicomException extends RuntimeException {
  public DicomException(String message) {
    super(oneLine(message));
  }

  public DicomException(String message, Throwable cause) {
    super(oneLine(message), cause);
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
