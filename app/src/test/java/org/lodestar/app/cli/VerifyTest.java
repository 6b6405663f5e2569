package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
  @TempDir Path folder;

  @Test
  void aFolderWithoutLogIsNotFound() {
    Run run = Run.lodestar("verify", "--data", folder.toString());

    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("There is no log in " + folder);
  }

  @Test
  void aDatabaseThatIsNoneIsUnreadable() throws IOException {
    Files.writeString(
        folder.resolve("lodestar.db"), "this is no database, only a text ".repeat(99));

    Run run = Run.lodestar("verify", "--data", folder.toString(), "--json");

    assertThat(run.code()).isEqualTo(7);
    assertThat(run.out()).contains("unreadable").doesNotContain("\tat ");
  }

  @Test
  void aHeadThatIsNoneIsAMistakeOfUse() throws IOException {
    Run run = Run.lodestar("verify", "--data", folder.toString(), "--expect", "12:abc");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("SEQ:HASH").contains("12:abc");
  }
}
