package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Protocol;

/**
 * Which versions of the consent form one participant was asked to sign, and where that stands.
 *
 * @param now what is asked for at present, else what was signed last; missing, with the reason,
 *     while the protocol names no versions or nothing is recorded
 * @param asked every version that she was to sign, in the order of their dates; the one of her
 *     first consent only when she signed another
 */
public record Reconsents(Derived<Reconsent> now, List<Derived<Reconsent>> asked) {
  public Reconsents {
    asked = List.copyOf(asked);
  }

  /**
   * @param visits of the same facts: what is due at the next visit is due by its last day
   * @param standing where she stands in the enrolment register: who failed screening signs no more
   * @param asOf today: what is valid from a later day asks nobody yet
   */
  public static Reconsents derive(
      ScheduleFacts facts,
      VisitPlan visits,
      @Nullable Standing standing,
      Protocol protocol,
      LocalDate asOf) {
    return new ReconsentDerivation(facts, visits, standing, protocol, asOf).derive();
  }

  /** Whether somebody must ask her to sign. */
  public boolean isWaiting() {
    return now.known().filter(each -> each.state().isWaiting()).isPresent();
  }
}
