package org.lodestar.app.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The heads in {@code heads.log}, one after the other, up to a size of the file. */
final class HeadLines implements AutoCloseable {
  private static final int LONGEST = 100;
  private static final Pattern TORN = Pattern.compile("[0-9]*(:[0-9a-f]{0,64})?");
  private final InputStream in;
  private long left;
  private long line;

  HeadLines(Path file, long size) throws IOException {
    this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    this.left = size;
  }

  /**
   * The next head, or null after the last. A last line that a crash tore counts as not written.
   *
   * @throws Breach when a line is no head
   */
  @Nullable Head next() throws IOException {
    StringBuilder text = new StringBuilder(LONGEST);
    line++;
    for (int c = read(); c != '\n'; c = read()) {
      if (c < 0) {
        return end(text.toString());
      }
      text.append((char) c);
      if (text.length() > LONGEST) {
        throw noHead();
      }
    }
    try {
      return Head.parse(text.toString());
    } catch (StoreException e) {
      throw noHead();
    }
  }

  private @Nullable Head end(String rest) {
    if (TORN.matcher(rest).matches()) {
      return null;
    }
    throw noHead();
  }

  private Breach noHead() {
    return Breach.of(StoreErrors.HEADS_LINE, 0, null, "line", line);
  }

  private int read() throws IOException {
    return left-- > 0 ? in.read() : -1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
