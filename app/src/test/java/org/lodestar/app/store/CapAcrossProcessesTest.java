package org.lodestar.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.trial.fact.ParticipantCode;

class CapAcrossProcessesTest {
  @TempDir Path folder;

  @Test
  void twoProcessesOnOnePostgresTogetherEnrolFortyOneAndNoMore() throws Exception {
    String url = TestPostgres.newDatabase();
    TestPostgres.asOwner(url).migrate(TestPostgres.APPLICATION);
    try (CommandBus bus = new CommandBus(TestPostgres.open(url, folder, ports()), ToyTrial.CLOCK)) {
      ToyTrial.start(bus, 41);
      List<ParticipantCode> codes = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        codes.add(ToyTrial.register(bus));
      }
      Process one = CapProcess.start(url, folder, codes.subList(0, 25));
      Process other = CapProcess.start(url, folder, codes.subList(25, 50));
      assertThat(CapProcess.enrolledBy(one) + CapProcess.enrolledBy(other)).isEqualTo(41);
      assertThat(bus.<Integer>ask(state -> state.index().enrolment().enrolledCount()))
          .isEqualTo(41);
    }
  }

  private static Ports ports() {
    return new Ports(ToyTrial.CLOCK, Salts.seeded(7), "test");
  }
}
