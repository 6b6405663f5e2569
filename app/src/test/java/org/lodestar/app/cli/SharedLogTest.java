package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.app.store.TestPostgres;

/** A data folder whose log is kept in PostgreSQL, as its owner and its user meet it. */
class SharedLogTest {
  private static final Path TRIAL =
      Path.of(System.getProperty("lodestar.root"), "trials", "escc-ldrt");
  @TempDir Path folder;

  private Run lodestar(String... command) {
    List<String> whole = new ArrayList<>(List.of(command));
    whole.addAll(List.of("--data", folder.toString(), "--trial", TRIAL.toString()));
    return Run.lodestar(whole.toArray(String[]::new));
  }

  private void store(String url, String user) throws IOException {
    Files.writeString(folder.resolve("word"), "app\n");
    Files.writeString(
        folder.resolve("store.properties"),
        "url = " + url + "\nuser = " + user + "\npassword-file = word\n");
  }

  private Path owner() throws IOException {
    Files.writeString(folder.resolve("owner.word"), "postgres");
    return Files.writeString(
        folder.resolve("owner.properties"), "user = postgres\npassword-file = owner.word\n");
  }

  @Test
  void aTrialIsSimulatedAndVerifiedInPostgres() throws Exception {
    store(TestPostgres.newDatabase(), TestPostgres.APPLICATION);
    Path owner = owner();

    assertThat(lodestar("verify").code()).as("before there are tables").isNotZero();
    assertThat(lodestar("simulate", "--until", "2024-03-20").err()).contains("lodestar migrate");
    assertThat(lodestar("migrate", "--owner", owner.toString()).code()).isZero();
    assertThat(lodestar("simulate", "--until", "2024-03-20").code()).isZero();
    assertThat(lodestar("verify").out()).startsWith("intact: ");
    assertThat(lodestar("participant", "list").out()).contains("S-001");
    assertThat(lodestar("simulate").code()).as("the log is no longer empty").isEqualTo(6);
    assertThat(lodestar("doctor").out()).contains("PostgreSQL");
    assertThat(lodestar("demo", "--no-serve").code())
        .as("a demo needs its own folder")
        .isEqualTo(6);
  }

  @Test
  void aStoreFileThatCannotBeUsedIsRefusedInOneLineWithItsReason() throws IOException {
    refused(folder.resolve("store.properties"), "user = x\n", "lacks url");
    refused(folder.resolve("store.properties"), "url = jdbc:mysql://h/d\n", "jdbc:mysql://h/d");
    refused(
        folder.resolve("store.properties"),
        "url = jdbc:postgresql://h/d\nuser = x\npassword-file = none\n",
        "none");
  }

  private void refused(Path file, String text, String says) throws IOException {
    Files.writeString(file, text);

    Run run = lodestar("verify");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err().lines()).hasSize(1).first().asString().contains(says);
  }

  @Test
  void aFolderWithItsOwnLogNeedsNoMigration() throws IOException {
    Run run = lodestar("migrate", "--owner", owner().toString());

    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err().lines()).hasSize(1).first().asString().contains("store.properties");
  }
}
