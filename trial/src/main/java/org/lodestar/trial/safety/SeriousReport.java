package org.lodestar.trial.safety;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SafetySettings;
import org.lodestar.trial.protocol.SettingKey;
import org.lodestar.trial.protocol.SettingsRead;

/**
 * The clocks of one report of a serious adverse event.
 *
 * @param event the number of the adverse event's record
 * @param report initial, follow-up or final
 * @param due when the sponsor must have it
 * @param inTime whether it was reported by then
 * @param expeditedDue when a suspected unexpected reaction must be reported; missing for any other
 */
public record SeriousReport(
    Derived<Integer> event,
    Derived<String> report,
    Derived<LocalDateTime> due,
    Derived<Boolean> inTime,
    Derived<LocalDate> expeditedDue) {
  private static final Words YES = new Words("in time", "按时");
  private static final Words NO = new Words("late", "超时");

  /** Whether the sponsor is still to be told: it is known by when, and not that it was done. */
  public boolean isRunning() {
    return due.isKnown() && !inTime.isKnown();
  }

  public static List<SeriousReport> derive(Sheets sheets, Protocol protocol) {
    return sheets.of("serious-adverse-event").stream()
        .map(sheet -> derive(sheet, protocol))
        .toList();
  }

  private static SeriousReport derive(Sheet sheet, Protocol protocol) {
    Derived<LocalDateTime> aware = moment(sheet, "aware-at");
    Derived<LocalDateTime> due = due(aware, protocol);
    return new SeriousReport(
        sheet.wholeNumber("event"),
        sheet.text("report"),
        due,
        inTime(moment(sheet, "reported-at"), due),
        expeditedDue(sheet, aware, protocol));
  }

  /** A moment as entered, {@code 2026-11-22T14:30} or with a space between day and time. */
  static Derived<LocalDateTime> moment(Sheet sheet, String item) {
    Derived<String> text = sheet.text(item);
    if (!text.isKnown()) {
      return text.map(SafetyRule.SERIOUS_CLOCK, LocalDateTime::parse);
    }
    try {
      return text.map(
          SafetyRule.SERIOUS_CLOCK, entered -> LocalDateTime.parse(entered.replace(' ', 'T')));
    } catch (DateTimeException e) {
      return Derived.missing(SafetyRule.SERIOUS_CLOCK, unreadable(text.get()), text);
    }
  }

  private static Message unreadable(String entered) {
    return Message.of(
        new Words(
            "\"{entered}\" is not a date with time such as 2026-11-22T14:30",
            "“{entered}”不是带时间的日期（如 2026-11-22T14:30）"),
        "entered",
        entered);
  }

  static Derived<LocalDateTime> due(Derived<LocalDateTime> aware, Protocol protocol) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> hours = settings.find(SafetySettings.SERIOUS_REPORT_HOURS);
    SafetyRule rule = SafetyRule.SERIOUS_CLOCK;
    if (hours.isEmpty()) {
      return settings.on(Derived.missing(rule, settings.missing().orElseThrow(), aware));
    }
    if (!aware.isKnown()) {
      return settings.on(aware.map(rule, any -> any));
    }
    return settings.on(
        Derived.of(rule, aware.get().plusHours(hours.get()), aware)
            .with("aware", aware.get())
            .with("hours", hours.get()));
  }

  static Derived<Boolean> inTime(Derived<LocalDateTime> reported, Derived<LocalDateTime> due) {
    if (!reported.isKnown() || !due.isKnown()) {
      return (due.isKnown() ? reported : due).map(SafetyRule.SERIOUS_REPORTED, any -> false);
    }
    boolean inTime = !reported.get().isAfter(due.get());
    return Derived.of(SafetyRule.SERIOUS_REPORTED, inTime, reported, due)
        .with("reported", reported.get())
        .with("due", due.get())
        .with("value", inTime ? YES : NO);
  }

  /** Fatal or life-threatening reactions have the shorter time. */
  private static Derived<LocalDate> expeditedDue(
      Sheet sheet, Derived<LocalDateTime> aware, Protocol protocol) {
    SafetyRule rule = SafetyRule.SUSAR_CLOCK;
    Derived<Boolean> suspected = sheet.yes("suspected");
    Derived<Boolean> expected = sheet.yes("expected");
    Derived<Boolean> death = sheet.yes("death");
    Derived<Boolean> threat = sheet.yes("life-threatening");
    List<Input> inputs = new ArrayList<>(List.of(aware, suspected, expected, death, threat));
    boolean excluded = isKnown(suspected, false) || isKnown(expected, true);
    if (excluded) {
      return Derived.missing(rule, Message.of(SafetyRule.NOT_A_SUSAR.words()), inputs);
    }
    for (Derived<?> needed : List.of(aware, suspected, expected)) {
      if (!needed.isKnown()) {
        return needed.map(rule, any -> LocalDate.EPOCH);
      }
    }
    boolean grave = isKnown(death, true) || isKnown(threat, true);
    SettingKey<Integer> key =
        grave ? SafetySettings.SUSAR_FATAL_DAYS : SafetySettings.SUSAR_OTHER_DAYS;
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> days = settings.find(key);
    if (days.isEmpty()) {
      return settings.on(Derived.missing(rule, settings.missing().orElseThrow(), inputs));
    }
    return settings.on(
        Derived.of(rule, aware.get().toLocalDate().plusDays(days.get()), inputs)
            .with("aware", aware.get().truncatedTo(ChronoUnit.MINUTES))
            .with("days", days.get()));
  }

  private static boolean isKnown(Derived<Boolean> answer, boolean value) {
    return answer.known().filter(known -> known == value).isPresent();
  }
}
