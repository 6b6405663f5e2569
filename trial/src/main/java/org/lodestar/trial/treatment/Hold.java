package org.lodestar.trial.treatment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Agent;
import org.lodestar.trial.protocol.Protocol;

/**
 * A part of treatment that a person holds: recorded as held, and since then neither given nor given
 * up.
 *
 * @param subject key of the agent, or {@link DayOne#RADIOTHERAPY}
 * @param name of what is held
 * @param since the first day on which it was held
 * @param reason as entered; empty when none is
 */
public record Hold(String subject, Words name, LocalDate since, String reason) {
  private static final Words RADIOTHERAPY_NAME = new Words("radiotherapy", "放疗");
  private static final Set<String> HELD = Set.of("hold", "omit");

  /** The machine and the calendar interrupt a course; they neither hold it nor end a hold. */
  private static final Set<String> NOT_A_HOLD = Set.of("machine", "holiday");

  /** What is held, agents in the order of the protocol, radiotherapy last. */
  public static List<Derived<Hold>> derive(Sheets sheets, Protocol protocol) {
    List<Derived<Hold>> holds = new ArrayList<>();
    for (Agent agent : protocol.agents()) {
      agent(sheets, agent).ifPresent(holds::add);
    }
    radiotherapy(sheets).ifPresent(holds::add);
    return List.copyOf(holds);
  }

  private static Optional<Derived<Hold>> agent(Sheets sheets, Agent agent) {
    LocalDate settled =
        later(
            last(of(sheets, "administration", agent.key()), true),
            last(of(sheets, "discontinuation", agent.key()), false));
    List<Sheet> held =
        of(sheets, "prescription", agent.key()).stream()
            .filter(sheet -> sheet.text("decision").known().filter(HELD::contains).isPresent())
            .filter(sheet -> sheet.date("planned-on").known().filter(settled::isBefore).isPresent())
            .sorted(Comparator.comparing(sheet -> sheet.date("planned-on").get()))
            .toList();
    return held.isEmpty()
        ? Optional.empty()
        : Optional.of(
            hold(
                new Hold(
                    agent.key(),
                    agent.name(),
                    held.getFirst().date("planned-on").get(),
                    held.getLast().text("reason").known().orElse("")),
                held.stream().<Input>map(sheet -> sheet.text("decision")).toList()));
  }

  private static List<Sheet> of(Sheets sheets, String kind, String agent) {
    return sheets.of(kind).stream()
        .filter(sheet -> sheet.text("agent").known().filter(agent::equals).isPresent())
        .toList();
  }

  private static LocalDate last(List<Sheet> sheets, boolean administrations) {
    return sheets.stream()
        .map(sheet -> administrations ? sheet.day("started-at") : sheet.date("stopped-on"))
        .flatMap(day -> day.known().stream())
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.MIN);
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  /** The days without a fraction at the end of what is recorded. */
  private static Optional<Derived<Hold>> radiotherapy(Sheets sheets) {
    if (!of(sheets, "discontinuation", DayOne.RADIOTHERAPY).isEmpty()) {
      return Optional.empty();
    }
    List<Sheet> fractions =
        sheets.of("fraction").stream()
            .filter(sheet -> sheet.day("delivered-at").isKnown())
            .sorted(Comparator.comparing(sheet -> sheet.day("delivered-at").get()))
            .toList();
    List<Sheet> held = new ArrayList<>();
    for (Sheet fraction : fractions.reversed()) {
      if (isDelivered(fraction)) {
        break;
      }
      if (!isInterrupted(fraction)) {
        held.addFirst(fraction);
      }
    }
    return held.isEmpty()
        ? Optional.empty()
        : Optional.of(
            hold(
                new Hold(
                    DayOne.RADIOTHERAPY,
                    RADIOTHERAPY_NAME,
                    held.getFirst().day("delivered-at").get(),
                    ""),
                held.stream().<Input>map(sheet -> sheet.text("status")).toList()));
  }

  private static boolean isDelivered(Sheet fraction) {
    return fraction.text("status").known().filter("not-delivered"::equals).isEmpty();
  }

  private static boolean isInterrupted(Sheet fraction) {
    return fraction.text("reason").known().filter(NOT_A_HOLD::contains).isPresent();
  }

  private static Derived<Hold> hold(Hold hold, List<Input> inputs) {
    return Derived.of(TreatmentRule.HELD, hold, inputs)
        .with("what", hold.name())
        .with("since", hold.since());
  }
}
