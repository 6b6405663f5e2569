package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk that is too small, seen from the command line. */
class DiskFullTest {
  private static final String MEGABYTES = "3";
  @TempDir Path folder;

  @Test
  void aFullDiskIsSaidInOneLineAndWhatWasRecordedStaysWhole() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        shell("mount -t tmpfs -o size=1m tmpfs " + disk) == 0,
        "this machine lets no test mount a small disk");

    int code =
        shell(
            "mount -t tmpfs -o size=" + MEGABYTES + "m tmpfs " + disk,
            lodestar("simulate", disk) + " >" + folder + "/out 2>" + folder + "/err",
            "echo $? >" + folder + "/code",
            lodestar("verify", disk) + " >" + folder + "/verified 2>&1");

    assertThat(text("code")).isEqualTo("1");
    assertThat(text("err").lines().filter(line -> line.startsWith("lodestar: ")))
        .hasSize(1)
        .allMatch(line -> line.contains("disk is full"));
    assertThat(text("err")).doesNotContain("\tat ");
    assertThat(text("verified")).contains("intact: ");
    assertThat(code).isZero();
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file)).strip();
  }

  private static String lodestar(String command, Path data) {
    String surefire = System.getProperty("surefire.test.class.path");
    return String.join(
        " ",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dlodestar.home=" + System.getProperty("lodestar.root"),
        "-cp",
        surefire == null ? System.getProperty("java.class.path") : surefire,
        Main.class.getName(),
        command,
        "--lang en --data",
        data.toString());
  }

  /** Runs commands where mounts are allowed and vanish with the last of them. */
  private int shell(String... commands) throws IOException, InterruptedException {
    Path script = folder.resolve("script");
    Files.writeString(script, String.join("\n", commands) + "\n", StandardCharsets.UTF_8);
    try {
      Process process =
          new ProcessBuilder("unshare", "-Urm", "sh", script.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("shell").toFile())
              .start();
      return process.waitFor(120, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (IOException e) {
      return -1;
    }
  }
}
