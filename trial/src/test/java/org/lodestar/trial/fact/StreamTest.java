package org.lodestar.trial.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "trial",
        "enrolment",
        "participant/S-001",
        "form/S-1001/cycle-2/laboratory/3",
        "account/c.chen"
      })
  void isReadBackAsItWasWritten(String path) {
    assertThat(Stream.parse(path).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "trial/x",
        "participant",
        "participant/1",
        "form/S-001/a/b",
        "form/S-001/A/b/1",
        "form/S-001/a/b/0",
        "form/S-001/a/b/x"
      })
  void anythingElseIsRefused(String path) {
    assertThatThrownBy(() -> Stream.parse(path)).isInstanceOf(IllegalArgumentException.class);
  }
}
