package org.lodestar.app.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Json;

/**
 * The whole log as one ZIP file that needs no program of ours to be read or verified: {@code
 * facts.jsonl} with one fact a line, {@code bundle/DIGEST} and {@code attachment/DIGEST} with the
 * bytes kept, and {@code manifest.json} with the head. The same log gives the same file.
 */
final class Archive {
  private static final int FETCH_ROWS = 1_000;
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private final Database database;

  Archive(Database database) {
    this.database = database;
  }

  /**
   * Writes the archive beside its final name and moves it there when it is whole.
   *
   * @return the head of the log that was written
   * @throws StoreException when the log cannot be read or the file cannot be written
   */
  Head write(Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (Connections readers = new Connections(database)) {
      Head head = readers.read(connection -> write(connection, part));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return head;
    } catch (IOException | UncheckedIOException e) {
      throw StoreErrors.CANNOT_WRITE.exception(e, "path", file, "cause", e);
    }
  }

  private static Head write(Connection connection, Path file) throws SQLException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      Head head = writeFacts(connection, zip);
      SortedMap<String, Json> manifest = new TreeMap<>();
      manifest.put("format", Json.text("lodestar-archive-1"));
      manifest.put("facts", Json.number(head.seq()));
      manifest.put("head", Json.text(head.toString()));
      for (ByteTable table : ByteTable.values()) {
        manifest.put(table.table(), Json.number(writeBytes(connection, table, zip)));
      }
      begin(zip, "manifest.json");
      writeLine(zip, new Json.Members(manifest));
      return head;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Head writeFacts(Connection connection, ZipOutputStream zip)
      throws SQLException, IOException {
    begin(zip, "facts.jsonl");
    Head head = Head.EMPTY;
    try (PreparedStatement select = connection.prepareStatement(FactTable.ALL)) {
      select.setFetchSize(FETCH_ROWS);
      try (ResultSet rows = select.executeQuery()) {
        List<FactRow> page = FactRow.page(rows, FETCH_ROWS);
        while (!page.isEmpty()) {
          for (FactRow row : page) {
            StoredFact fact = row.parts().behind(head.hash());
            fact.requireHash();
            writeLine(zip, fact.toJson());
            head = new Head(fact.seq(), fact.hash());
          }
          page = FactRow.page(rows, FETCH_ROWS);
        }
      }
    }
    return head;
  }

  private static long writeBytes(Connection connection, ByteTable table, ZipOutputStream zip)
      throws SQLException, IOException {
    long count = 0;
    for (Digest digest : table.digests(connection)) {
      byte[] bytes = table.find(connection, digest);
      if (bytes != null) {
        begin(zip, table.table() + "/" + digest);
        zip.write(bytes);
        count++;
      }
    }
    return count;
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  private static void writeLine(ZipOutputStream zip, Json json) throws IOException {
    zip.write((json.canonical() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
