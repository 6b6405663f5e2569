import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Checks or rewrites the project's Java sources with google-java-format. */
final class Format {
  private static final Path STAMP = Path.of("target/format-checked");
  private static final List<String> SOURCE_FOLDERS =
      List.of(
          "build",
          "statistics/src",
          "radiotherapy/src",
          "trial/src",
          "app/src",
          "verification/src");

  public static void main(String[] arguments) throws IOException {
    boolean write = arguments.length > 0 && arguments[0].equals("write");
    var unformatted = new ConcurrentLinkedQueue<Path>();
    FileTime started = FileTime.from(Instant.now());
    newSources().parallelStream().forEach(source -> format(source, write, unformatted));
    unformatted.stream()
        .sorted()
        .forEach(source -> System.out.println((write ? "formatted " : "not formatted: ") + source));
    if (!write && !unformatted.isEmpty()) {
      System.out.println("Run: mvn -N validate -Dformat=write");
      System.exit(1);
    }
    Files.write(STAMP, new byte[0]);
    Files.setLastModifiedTime(STAMP, started);
  }

  /** The sources that changed since everything was last found in order. */
  private static List<Path> newSources() throws IOException {
    if (!Files.exists(STAMP)) {
      return sources();
    }
    FileTime checked = Files.getLastModifiedTime(STAMP);
    var changed = new ArrayList<Path>();
    for (Path source : sources()) {
      if (Files.getLastModifiedTime(source).compareTo(checked) >= 0) {
        changed.add(source);
      }
    }
    return changed;
  }

  private static List<Path> sources() throws IOException {
    var sources = new ArrayList<Path>();
    for (String folder : SOURCE_FOLDERS) {
      try (Stream<Path> paths = Files.walk(Path.of(folder))) {
        paths.filter(path -> path.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    return sources;
  }

  private static void format(Path source, boolean write, ConcurrentLinkedQueue<Path> unformatted) {
    try {
      String before = Files.readString(source);
      String after =
          RemoveUnusedImports.removeUnusedImports(
              new Formatter().formatSourceAndFixImports(before));
      if (!after.equals(before)) {
        unformatted.add(source);
        if (write) {
          Files.writeString(source, after);
        }
      }
    } catch (IOException | FormatterException e) {
      throw new IllegalStateException(source + ": " + e.getMessage(), e);
    }
  }
}
