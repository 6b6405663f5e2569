package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivateAndParticipantTest {
  private static final String TRIAL =
      Path.of(System.getProperty("lodestar.root"), "trials", "escc-ldrt").toString();

  @TempDir Path data;

  private Run run(String... arguments) {
    String[] all = new String[arguments.length + 4];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = data.resolve("log").toString();
    all[arguments.length + 2] = "--trial";
    all[arguments.length + 3] = TRIAL;
    return Run.lodestar(all);
  }

  @Test
  void aRealLogRefusesExampleValuesAndNothingIsLeftBehind() {
    Run run = run("protocol", "activate", "--as", "1.0", "--actor", "i.li");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("decisions lack name and date").hasLineCount(1);
    assertThat(Files.exists(data.resolve("log"))).isFalse();
  }

  @Test
  void aSimulatedLogIsActivatedOnceAndListsNobodyYet() {
    assertThat(run("protocol", "activate", "--as", "1.0", "--actor", "i.li", "--simulated").code())
        .isZero();
    Run again = run("protocol", "activate", "--as", "1.1", "--actor", "i.li", "--simulated");
    assertThat(again.code()).isEqualTo(4);
    assertThat(again.err()).contains("in force already");
    assertThat(run("verify").code()).isZero();
    assertThat(run("participant", "list", "--json").out()).contains("\"participants\"");
    Run nobody = run("participant", "show", "S-001");
    assertThat(nobody.code()).isEqualTo(5);
    assertThat(nobody.err()).contains("S-001").hasLineCount(1);
    assertThat(run("participant", "show", "one").code()).isEqualTo(2);
  }

  @Test
  void aDryRunOnALogSaysWhoConsentsAgainAndWhichDaysMoveAndWritesNothing() {
    assertThat(run("protocol", "activate", "--as", "1.0", "--actor", "i.li", "--simulated").code())
        .isZero();
    String before = run("verify").out();
    Run dry = run("protocol", "activate", "--as", "2.0", "--actor", "i.li", "--dry-run");
    assertThat(dry.code()).isZero();
    assertThat(dry.out()).contains("nothing was written").contains("consent again: -");
    assertThat(run("verify").out()).isEqualTo(before);
  }

  @Test
  void askingForParticipantsOfAFolderWithoutALogSaysSo() {
    Run run = run("participant", "list");
    assertThat(run.code()).isNotZero();
    assertThat(run.err()).hasLineCount(1);
  }
}
