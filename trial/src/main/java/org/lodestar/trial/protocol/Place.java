package org.lodestar.trial.protocol;

/**
 * Where something stands in the trial's folder.
 *
 * @param file path in the folder, {@code protocol.yaml}
 * @param line counted from 1; 0 when the whole file is meant
 * @param path names from the root of the file, {@code radiotherapy.fractions.value}; may be empty
 */
public record Place(String file, int line, String path) {

  /** A file as a whole. */
  public static Place file(String file) {
    return new Place(file, 0, "");
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
