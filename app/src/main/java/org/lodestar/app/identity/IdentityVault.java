package org.lodestar.app.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lodestar.trial.fact.ParticipantCode;

/**
 * Links participants' codes to persons by keyed hashes (HMAC-SHA-256, RFC 2104) of the hospital's
 * identifier and of birth date with sex. The key lies beside it in a file that its owner alone may
 * read. Neither text enters the log, and without the key a hash cannot be tried out.
 */
public final class IdentityVault implements AutoCloseable {
  private static final String FILE = "identity.db";
  private static final String KEY_FILE = "identity.key";
  private static final int KEY_BYTES = 32;

  private final Connection connection;
  private final SecretKeySpec key;

  private IdentityVault(Connection connection, SecretKeySpec key) {
    this.connection = connection;
    this.key = key;
  }

  /** Opens the vault of a data folder, made on first use. */
  public static IdentityVault open(Path data) {
    try {
      SecretKeySpec key = key(data.resolve(KEY_FILE));
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve(FILE));
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = 10000");
        statement.execute(
            "CREATE TABLE IF NOT EXISTS link (code TEXT NOT NULL, kind TEXT NOT NULL,"
                + " hash TEXT NOT NULL, PRIMARY KEY (code, kind, hash)) STRICT, WITHOUT ROWID");
      }
      return new IdentityVault(connection, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the identity vault cannot be opened", e);
    }
  }

  private static SecretKeySpec key(Path file) throws IOException {
    byte[] fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    try {
      boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (posix) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
      Files.write(file, fresh, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException made) {
      fresh = Files.readAllBytes(file);
      if (fresh.length != KEY_BYTES) {
        throw new IOException("the key of the identity vault is damaged: " + KEY_FILE, made);
      }
    }
    return new SecretKeySpec(fresh, "HmacSHA256");
  }

  private String hash(String kind, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] hash = mac.doFinal((kind + ":" + text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is missing from this Java", e);
    }
  }

  /** Whether an object that says this about its person may be about the participant. */
  public Agreement agreement(ParticipantCode participant, Identifiers stated) {
    Optional<String> id = stated.id().map(text -> hash("id", text));
    if (id.isPresent() && isLinked(participant, "id", id.get())) {
      return Agreement.BY_IDENTIFIER;
    }
    if (id.isPresent() && isKnown("id", id.get())) {
      return Agreement.DIFFERS;
    }
    Optional<String> born = stated.born().map(text -> hash("born", text));
    if (born.isPresent() && isLinked(participant, "born", born.get())) {
      return Agreement.BY_BIRTH_DATE_AND_SEX;
    }
    return knows(participant) ? Agreement.DIFFERS : Agreement.UNKNOWN;
  }

  /** Links a participant to what an object states about its person. */
  public void link(ParticipantCode participant, Identifiers stated) {
    stated.id().ifPresent(text -> insert(participant, "id", hash("id", text)));
    stated.born().ifPresent(text -> insert(participant, "born", hash("born", text)));
  }

  private void insert(ParticipantCode participant, String kind, String hash) {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR IGNORE INTO link VALUES (?, ?, ?)")) {
      insert.setString(1, participant.text());
      insert.setString(2, kind);
      insert.setString(3, hash);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the identity vault cannot be written", e);
    }
  }

  private boolean isLinked(ParticipantCode participant, String kind, String hash) {
    return exists(
        "SELECT 1 FROM link WHERE code = ? AND kind = ? AND hash = ?",
        participant.text(),
        kind,
        hash);
  }

  private boolean isKnown(String kind, String hash) {
    return exists("SELECT 1 FROM link WHERE kind = ? AND hash = ?", kind, hash);
  }

  private boolean knows(ParticipantCode participant) {
    return exists("SELECT 1 FROM link WHERE code = ?", participant.text());
  }

  private boolean exists(String query, String... values) {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        select.setString(i + 1, values[i]);
      }
      try (ResultSet found = select.executeQuery()) {
        return found.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the identity vault cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the identity vault cannot be closed", e);
    }
  }
}
