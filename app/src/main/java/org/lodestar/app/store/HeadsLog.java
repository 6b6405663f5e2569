package org.lodestar.app.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Message;

/**
 * The file beside the database that remembers heads: a line {@code SEQ:HASH} after each commit,
 * written before the commit is acknowledged and synced when the log is closed. A power failure may
 * lose its last lines, never put it ahead of the database; an open log first adds the head it
 * finds.
 */
final class HeadsLog implements AutoCloseable {
  static final String NAME = "heads.log";
  private final Path file;
  private @Nullable FileChannel channel;
  private volatile @Nullable Message trouble;

  HeadsLog(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /** Adds a line, or remembers why it could not. */
  void add(Head head) {
    try {
      FileChannel open = channel;
      if (open == null) {
        open = open();
        channel = open;
      }
      ByteBuffer line = ByteBuffer.wrap((head + "\n").getBytes(StandardCharsets.US_ASCII));
      while (line.hasRemaining()) {
        open.write(line);
      }
      trouble = null;
    } catch (IOException e) {
      channel = null;
      trouble = StoreErrors.HEADS_NOT_WRITTEN.message("cause", String.valueOf(e));
    }
  }

  /** A last line that a crash tore is taken off, so that every line is whole. */
  private FileChannel open() throws IOException {
    try (FileChannel found =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long whole = found.size();
      ByteBuffer last = ByteBuffer.allocate(1);
      while (whole > 0 && found.read(last.clear(), whole - 1) == 1 && last.get(0) != '\n') {
        whole--;
      }
      found.truncate(whole);
    }
    return FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  @Nullable Message trouble() {
    return trouble;
  }

  @Override
  public void close() {
    FileChannel open = channel;
    channel = null;
    if (open == null) {
      return;
    }
    try (open) {
      open.force(true);
    } catch (IOException e) {
      trouble = StoreErrors.HEADS_NOT_WRITTEN.message("cause", String.valueOf(e.getMessage()));
    }
  }
}
