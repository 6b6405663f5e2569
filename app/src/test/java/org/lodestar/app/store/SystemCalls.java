package org.lodestar.app.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes, truncations and syncs of one folder's files, in their order, as strace recorded them. */
final class SystemCalls {
  /** One call; {@code file} is the name inside the folder. */
  sealed interface Call {
    String file();
  }

  /** Bytes written at a place, {@link #END} for the end of the file. */
  record Write(String file, long at, byte[] bytes) implements Call {}

  record Truncate(String file, long length) implements Call {}

  record Sync(String file) implements Call {}

  /** A name taken out of the folder, which the folder's own sync makes durable. */
  record Delete(String name) implements Call {
    @Override
    public String file() {
      return FOLDER;
    }
  }

  static final String FOLDER = ".";
  static final long END = -1;
  private static final Pattern LINE =
      Pattern.compile(
          "^\\d+ +(write|pwrite64|ftruncate|fsync|fdatasync)\\(\\d+<([^>]*)>(?:, )?(.*)$");
  private static final Pattern UNLINK = Pattern.compile("^\\d+ +unlink\\(\"([^\"]*)\"\\).*$");
  private static final Pattern RESUMED = Pattern.compile("^(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)$");
  private static final String UNFINISHED = " <unfinished ...>";

  private SystemCalls() {}

  /** A command that records what another one does to the files of a folder. */
  static List<String> record(Path trace, List<String> command) {
    List<String> recorded =
        new ArrayList<>(
            List.of(
                "strace",
                "-f",
                "--seccomp-bpf",
                "-y",
                "-xx",
                "-s",
                "4000000",
                "-o",
                trace.toString(),
                "-e",
                "trace=write,pwrite64,ftruncate,fsync,fdatasync,unlink"));
    recorded.addAll(command);
    return recorded;
  }

  /** A call counts at the moment when it had ended. */
  static List<Call> read(Path trace, Path folder) throws IOException {
    List<Call> calls = new ArrayList<>();
    Map<String, String> unfinished = new HashMap<>();
    try (var lines = Files.lines(trace, java.nio.charset.StandardCharsets.ISO_8859_1)) {
      for (String line : (Iterable<String>) lines::iterator) {
        String whole = join(line, unfinished);
        if (whole != null) {
          parse(whole, folder.toRealPath().toString() + "/", calls);
        }
      }
    }
    return calls;
  }

  private static String join(String line, Map<String, String> unfinished) {
    if (line.endsWith(UNFINISHED)) {
      unfinished.put(
          line.substring(0, line.indexOf(' ')),
          line.substring(0, line.length() - UNFINISHED.length()));
      return null;
    }
    Matcher resumed = RESUMED.matcher(line);
    if (resumed.matches()) {
      String begun = unfinished.remove(resumed.group(1));
      return begun == null ? null : begun + resumed.group(2);
    }
    return line;
  }

  private static void parse(String line, String folder, List<Call> calls) {
    if (line.contains(") = -1 ") || line.endsWith("= ?")) {
      return;
    }
    Matcher unlink = UNLINK.matcher(line);
    if (unlink.matches() && unescape(unlink.group(1)).startsWith(folder)) {
      calls.add(new Delete(unescape(unlink.group(1)).substring(folder.length())));
    }
    Matcher call = LINE.matcher(line);
    if (!call.matches() || !(unescape(call.group(2)) + "/").startsWith(folder)) {
      return;
    }
    String path = unescape(call.group(2)) + "/";
    String file = path.equals(folder) ? FOLDER : path.substring(folder.length(), path.length() - 1);
    String rest = call.group(3);
    switch (call.group(1)) {
      case "write" -> calls.add(new Write(file, END, bytes(rest)));
      case "pwrite64" -> calls.add(new Write(file, offset(rest), bytes(rest)));
      case "ftruncate" ->
          calls.add(new Truncate(file, Long.parseLong(rest.split("\\)")[0].trim())));
      default -> calls.add(new Sync(file));
    }
  }

  private static String unescape(String path) {
    return path.contains("\\x")
        ? new String(hex(path), java.nio.charset.StandardCharsets.UTF_8)
        : path;
  }

  private static byte[] bytes(String rest) {
    return hex(rest.substring(1, rest.indexOf('"', 1)));
  }

  private static byte[] hex(String escaped) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(escaped.length() / 4);
    for (int i = 0; i + 4 <= escaped.length(); i += 4) {
      out.write(Integer.parseInt(escaped, i + 2, i + 4, 16));
    }
    return out.toByteArray();
  }

  private static long offset(String rest) {
    String[] parts = rest.substring(rest.indexOf('"', 1)).split("[,)]");
    return Long.parseLong(parts[2].trim());
  }
}
