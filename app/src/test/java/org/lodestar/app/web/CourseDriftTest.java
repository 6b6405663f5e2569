package org.lodestar.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodestar.radiotherapy.dose.LinearQuadratic.Repopulation;

class CourseDriftTest {
  private static final Repopulation USUAL = new Repopulation(0.9, 28);

  @Test
  void onlyTheDaysBeyondThePlannedTimeAndBeyondKickOffCost() {
    // 0.9 Gy a day after day 28: 45 days cost 15.3 Gy, 33 planned days 4.5 Gy.
    assertThat(CourseDrift.lostGy(USUAL, 33, 45)).isCloseTo(10.8, within(1e-9));
    assertThat(CourseDrift.lostGy(USUAL, 20, 27)).isZero();
    assertThat(CourseDrift.lostGy(USUAL, 33, 33)).isZero();
  }
}
