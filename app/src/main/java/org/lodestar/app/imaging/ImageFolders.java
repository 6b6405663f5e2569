package org.lodestar.app.imaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestar.trial.fact.ParticipantCode;

/**
 * Where the images of participants lie on this machine: one line a participant, code and folder, in
 * a file of the data folder. The log never hears of it: images move and are deleted, results stay.
 */
public final class ImageFolders {
  private static final String FILE = "image-folders";

  private final Path file;

  private ImageFolders(Path file) {
    this.file = file;
  }

  /** The folders that a data folder knows. */
  public static ImageFolders in(Path data) {
    return new ImageFolders(data.resolve(FILE));
  }

  /** Where a participant's images lie; empty when that is unknown or the folder has gone. */
  public synchronized Optional<Path> of(ParticipantCode participant) {
    return Optional.ofNullable(lines().get(participant.text()))
        .map(Path::of)
        .filter(Files::isDirectory);
  }

  /** Remembers where a participant's images lie, instead of anywhere before. */
  public synchronized void remember(ParticipantCode participant, Path folder) {
    SortedMap<String, String> lines = lines();
    lines.put(participant.text(), folder.toAbsolutePath().normalize().toString());
    StringBuilder text = new StringBuilder();
    lines.forEach((code, path) -> text.append(code).append(' ').append(path).append('\n'));
    try {
      Path making = file.resolveSibling(FILE + ".new");
      Files.writeString(making, text);
      Files.move(making, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SortedMap<String, String> lines() {
    SortedMap<String, String> lines = new TreeMap<>();
    try {
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          int space = line.indexOf(' ');
          if (space > 0) {
            lines.put(line.substring(0, space), line.substring(space + 1));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
