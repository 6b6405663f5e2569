package org.lodestar.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GroupSequentialTest {
  @Property(tries = 15)
  void boundariesSpendExactlyAlpha(
      @ForAll @IntRange(min = 1, max = 6) int looks,
      @ForAll @DoubleRange(min = 0.01, max = 0.2) double alpha) {
    Looks equal = Looks.equal(looks);
    assertSpent(GroupSequential.oBrienFleming(equal, alpha), alpha);
    assertSpent(GroupSequential.pocock(equal, alpha), alpha);
    assertSpent(GroupSequential.spending(equal, alpha, Spending.likeOBrienFleming()), alpha);
    assertSpent(GroupSequential.spending(equal, alpha, Spending.likePocock()), alpha);
    assertSpent(GroupSequential.spending(equal, alpha, Spending.power(2)), alpha);
  }

  private static void assertSpent(GroupSequential bounds, double alpha) {
    assertThat(bounds.under(0).reject()).isCloseTo(alpha, within(1e-10));
  }

  @Test
  void classicalConstants() {
    double[] pocock = {2.178, 2.289, 2.361, 2.413};
    double[] oBrienFleming = {1.977, 2.004, 2.024, 2.040};
    for (int k = 2; k <= 5; k++) {
      assertThat(GroupSequential.pocock(Looks.equal(k), 0.025).upper(0))
          .isCloseTo(pocock[k - 2], within(5e-4));
      assertThat(GroupSequential.oBrienFleming(Looks.equal(k), 0.025).upper(k - 1))
          .isCloseTo(oBrienFleming[k - 2], within(5.1e-4));
    }
  }

  @Test
  void oneLookIsTheFixedTest() {
    GroupSequential one = GroupSequential.pocock(Looks.equal(1), 0.025);
    assertThat(one.upper(0)).isCloseTo(1.959963984540054, within(1e-12));
    assertThat(one.inflation(0.8)).isCloseTo(1, within(1e-9));
  }

  @Test
  void spendingFunctionsSpendAllByTheEnd() {
    for (Spending spending :
        new Spending[] {
          Spending.likeOBrienFleming(),
          Spending.likePocock(),
          Spending.hwangShihDeCani(-4),
          Spending.hwangShihDeCani(0),
          Spending.power(3)
        }) {
      assertThat(spending.spent(1, 0.025)).isCloseTo(0.025, within(1e-12));
      assertThat(spending.spent(0.5, 0.025)).isBetween(0.0, 0.02);
    }
  }

  @Test
  void refusalsNameTheArgument() {
    refused(() -> Looks.at(0.5, 0.4, 1), "information[1] is 0.4; legal: above 0.5");
    refused(() -> Looks.at(0.5, 0.9), "last information is 0.9; legal: 1");
    refused(() -> GroupSequential.pocock(Looks.equal(2), 0.5), "alpha is 0.5; legal: (0, 0.5)");
    refused(
        () ->
            FutilityDesign.of(
                Looks.equal(2), 0.025, Spending.likePocock(), 1, Spending.likePocock(), true),
        "beta is 1.0");
  }

  private static void refused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
  }
}
