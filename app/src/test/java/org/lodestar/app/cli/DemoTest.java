package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Ports;
import org.lodestar.trial.TrialCommand;
import org.lodestar.trial.fact.Role;

class DemoTest {
  @TempDir Path data;

  @Test
  void aRealLogIsRefusedAndLeftAsItIs() {
    try (CommandBus bus =
        new CommandBus(FactLogs.create(data, Ports.real("test")), InstantSource.system())) {
      bus.send(
          new TrialCommand.OpenLog("REAL", false),
          new CommandBus.Sender("system", Role.SYSTEM, "01"),
          "open");
    }

    Run run = Run.lodestar("demo", "--no-serve", "--fresh", "--data", data.toString());

    assertThat(run.code()).isEqualTo(Exit.CONFLICT.code());
    assertThat(run.err()).contains("real log");
    assertThat(Run.lodestar("verify", "--data", data.toString()).code()).isZero();
  }

  @Test
  void aFolderWithOtherFilesIsRefused() throws IOException {
    Files.writeString(data.resolve("letter.txt"), "mine");

    Run run = Run.lodestar("demo", "--no-serve", "--data", data.toString());

    assertThat(run.code()).isEqualTo(Exit.CONFLICT.code());
    assertThat(run.err()).contains("other files");
    assertThat(data.resolve("letter.txt")).exists();
  }

  @Test
  void aTakenPortIsNamedWithAFreeOne() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThat(catchThrowable(() -> FreePort.check(port)))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("port " + port + " is taken")
          .hasMessageContaining("--port");
    }
  }
}
