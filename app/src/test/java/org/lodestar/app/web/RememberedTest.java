package org.lodestar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {
  @Test
  void whatIsRememberedIsNotDerivedAgain() {
    Remembered<String, Integer> remembered = new Remembered<>(2);
    AtomicInteger derivations = new AtomicInteger();

    assertThat(remembered.of("a", derivations::incrementAndGet)).isEqualTo(1);
    assertThat(remembered.of("a", derivations::incrementAndGet)).isEqualTo(1);
  }

  @Test
  void theLongestUnusedIsForgottenFirst() {
    Remembered<String, String> remembered = new Remembered<>(2);
    remembered.of("a", () -> "A");
    remembered.of("b", () -> "B");
    remembered.find("a");
    remembered.of("c", () -> "C");

    assertThat(remembered.size()).isEqualTo(2);
    assertThat(remembered.find("a")).contains("A");
    assertThat(remembered.find("b")).isEmpty();
  }
}
