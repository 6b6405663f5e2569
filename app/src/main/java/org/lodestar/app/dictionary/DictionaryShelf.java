package org.lodestar.app.dictionary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.safety.GradeTexts;

/**
 * Where the words of grades are found: the imported dictionary in the data folder, else the short
 * wording of the project. It is read once, and again only when the file was replaced.
 */
public final class DictionaryShelf {
  /** The imported dictionary, beside the log. */
  public static final String FILE = "ctcae.json";

  private final @Nullable Path file;
  private volatile @Nullable Held held;

  /** What was read, and from which state of the file. */
  private record Held(FileTime changed, long size, GradeTexts texts) {}

  private DictionaryShelf(@Nullable Path file) {
    this.file = file;
  }

  public static DictionaryShelf in(Path data) {
    return new DictionaryShelf(data.resolve(FILE));
  }

  /** A shelf that has the short wording alone. */
  public static DictionaryShelf empty() {
    return new DictionaryShelf(null);
  }

  /**
   * The words of grades as they are now. A file that cannot be read as a dictionary leaves the
   * short wording, which names itself.
   */
  public GradeTexts texts() {
    if (file == null) {
      return GradeTexts.own();
    }
    try {
      FileTime changed = Files.getLastModifiedTime(file);
      long size = Files.size(file);
      Held now = held;
      if (now == null || !now.changed().equals(changed) || now.size() != size) {
        now = new Held(changed, size, read(file));
        held = now;
      }
      return now.texts();
    } catch (NoSuchFileException e) {
      return GradeTexts.own();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GradeTexts read(Path file) throws IOException {
    try {
      Imported imported = ImportedJson.read(Files.readAllBytes(file));
      return GradeTexts.imported(imported.version(), imported.on(), imported.terms());
    } catch (IllegalArgumentException e) {
      return GradeTexts.own();
    }
  }

  /**
   * Replaces the dictionary of a data folder, all at once.
   *
   * @return the file
   * @throws IOException when the folder cannot be written; then the dictionary is as before
   */
  public static Path write(Path data, Imported imported) throws IOException {
    Files.createDirectories(data);
    Path file = data.resolve(FILE);
    Path whole = data.resolve("." + FILE + ".part");
    try {
      Files.write(whole, ImportedJson.write(imported));
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
    return file;
  }
}
