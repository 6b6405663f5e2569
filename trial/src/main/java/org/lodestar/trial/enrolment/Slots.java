package org.lodestar.trial.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.DesignSettings;
import org.lodestar.trial.protocol.EnrolmentSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingsRead;

/**
 * How many places the trial still has. Whoever is in screening holds one from consent until it
 * lapses; after that she may still be enrolled while there is room, but holds nothing.
 *
 * @param planned the cap
 * @param holding in screening with a place, by code
 * @param lapsed in screening whose place has lapsed
 * @param left places that nobody has or holds; never below 0
 */
public record Slots(
    int planned, int enrolled, List<Held> holding, List<ParticipantCode> lapsed, int left) {

  /** A place held by somebody in screening, with the last day on which it is hers. */
  public record Held(ParticipantCode code, LocalDate until) {}

  public Slots {
    holding = List.copyOf(holding);
    lapsed = List.copyOf(lapsed);
  }

  /**
   * @param consents by code: the day of the first consent; who has none holds nothing
   */
  public static Derived<Slots> derive(
      EnrolmentRegister register,
      Map<ParticipantCode, Derived<LocalDate>> consents,
      Protocol protocol,
      LocalDate today) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> cap = settings.find(DesignSettings.PLANNED_ENROLMENT);
    Optional<Integer> days = settings.find(EnrolmentSettings.RESERVATION_MAX_DAYS);
    if (cap.isEmpty() || days.isEmpty()) {
      return settings.on(Derived.missing(EnrolmentRule.SLOTS, settings.missing().orElseThrow()));
    }
    List<Held> holding = new ArrayList<>();
    List<ParticipantCode> lapsed = new ArrayList<>();
    List<Input> inputs = new ArrayList<>();
    for (ParticipantCode code : register.registered()) {
      Derived<LocalDate> consent = consents.get(code);
      if (register.standing(code) instanceof EnrolmentRegister.Standing.InScreening) {
        Optional<LocalDate> until =
            Optional.ofNullable(consent).flatMap(Derived::known).map(on -> on.plusDays(days.get()));
        if (consent != null) {
          inputs.add(consent);
        }
        if (until.filter(last -> !today.isAfter(last)).isPresent()) {
          holding.add(new Held(code, until.get()));
        } else {
          lapsed.add(code);
        }
      }
    }
    int enrolled = register.enrolledCount();
    int left = Math.max(0, cap.get() - enrolled - holding.size());
    return settings.on(
        Derived.of(
                EnrolmentRule.SLOTS, new Slots(cap.get(), enrolled, holding, lapsed, left), inputs)
            .with("planned", cap.get())
            .with("enrolled", enrolled)
            .with("holding", holding.size())
            .with("lapsed", lapsed.size())
            .with("left", left));
  }
}
