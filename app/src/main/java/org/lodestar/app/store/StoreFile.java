package org.lodestar.app.store;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code store.properties} of a data folder, by which its log is kept in PostgreSQL:
 * {@code url}, {@code user} and {@code password-file}, a file beside it that holds nothing but the
 * password. A folder without it keeps its log in SQLite.
 */
final class StoreFile {
  static final String NAME = "store.properties";
  private static final String URL = "url";
  private static final String USER = "user";
  private static final String PASSWORD_FILE = "password-file";
  private static final String POSTGRES = "jdbc:postgresql:";

  private final Path file;
  private final Properties properties;

  private StoreFile(Path file, Properties properties) {
    this.file = file;
    this.properties = properties;
  }

  static boolean exists(Path data) {
    return Files.exists(data.resolve(NAME));
  }

  static StoreFile read(Path data) {
    return of(data.resolve(NAME));
  }

  /** A file of the same form, such as the one that holds the owner's login. */
  static StoreFile of(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw StoreErrors.STORE_FILE_UNREADABLE.exception(e, "path", file, "cause", e);
    }
    return new StoreFile(file, properties);
  }

  String url() {
    String url = text(URL);
    if (!url.startsWith(POSTGRES)) {
      throw StoreErrors.STORE_FILE_VALUE.exception(
          "path", file, "name", URL, "value", url, "allowed", POSTGRES + "//HOST/DATABASE");
    }
    return url;
  }

  String user() {
    return text(USER);
  }

  /** User and password as the driver wants them. */
  Properties login() {
    Properties login = new Properties();
    login.setProperty("user", user());
    String passwordFile = properties.getProperty(PASSWORD_FILE);
    if (passwordFile != null) {
      login.setProperty("password", password(file.resolveSibling(passwordFile.strip())));
    }
    return login;
  }

  private static String password(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw StoreErrors.STORE_FILE_UNREADABLE.exception(e, "path", file, "cause", e);
    }
  }

  private String text(String name) {
    @Nullable String text = properties.getProperty(name);
    if (text == null || text.isBlank()) {
      throw StoreErrors.STORE_FILE_LACKS.exception("path", file, "name", name);
    }
    return text.strip();
  }
}
