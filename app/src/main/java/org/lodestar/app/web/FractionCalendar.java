package org.lodestar.app.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestar.app.imaging.FractionFacts;
import org.lodestar.app.imaging.FractionFacts.FractionEntry;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.WorkingDayCalendar;

/** The days of a course, Monday first: what was given, what was not and why. */
final class FractionCalendar {
  private static final Words NOT_TREATED = new Words("not treated", "未照射");
  private static final Words PLANNED = new Words("planned", "计划");
  private static final Words WORKING = new Words("working", "调休上班");

  private final FractionFacts facts;
  private final TrialWords words;
  private final LocalDate today;
  private final Map<LocalDate, List<FractionEntry>> byDay;

  /** One day; {@code look} is the class of its cell. */
  record Cell(String day, String look, String numbers, String note) {}

  FractionCalendar(FractionFacts facts, TrialWords words, LocalDate today) {
    this.facts = facts;
    this.words = words;
    this.today = today;
    this.byDay = facts.fractions().stream().collect(Collectors.groupingBy(FractionEntry::day));
  }

  /** Weeks of seven days; none before the first entry. */
  List<List<Cell>> weeks() {
    List<List<Cell>> weeks = new ArrayList<>();
    if (facts.fractions().isEmpty()) {
      return weeks;
    }
    LocalDate first = facts.fractions().getFirst().day();
    LocalDate last = facts.fractions().getLast().day();
    LocalDate end = last.with(DayOfWeek.SUNDAY);
    for (LocalDate monday = first.with(DayOfWeek.MONDAY);
        !monday.isAfter(end);
        monday = monday.plusWeeks(1)) {
      weeks.add(
          monday
              .datesUntil(monday.plusWeeks(1))
              .map(day -> cell(day, !day.isBefore(first) && !day.isAfter(last)))
              .toList());
    }
    return weeks;
  }

  private Cell cell(LocalDate date, boolean within) {
    WorkingDayCalendar.Day day = facts.calendar().on(date);
    List<FractionEntry> entries = byDay.getOrDefault(date, List.of());
    String short10 = date.toString().substring(5);
    String given =
        entries.stream()
            .filter(FractionEntry::isDelivered)
            .map(each -> Integer.toString(each.number()))
            .collect(Collectors.joining(", "));
    String name = Optional.ofNullable(day.why()).map(words::say).orElse("");
    if (!given.isEmpty()) {
      boolean weekend = date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
      String note = entries.stream().map(this::partial).collect(Collectors.joining(" "));
      return weekend || !day.working()
          ? new Cell(short10, "done extra", given, day.working() ? words.say(WORKING) : note)
          : new Cell(short10, "done", given, note.strip());
    }
    if (!day.working()) {
      return new Cell(short10, name.isEmpty() ? "off" : "hol", "", name);
    }
    if (!within || date.isAfter(today)) {
      return new Cell(short10, "", "", within ? words.say(PLANNED) : "");
    }
    return new Cell(short10, "hold", "", entries.isEmpty() ? words.say(NOT_TREATED) : why(entries));
  }

  private String partial(FractionEntry entry) {
    return entry.status().equals("partial") ? entry.doseGy().toPlainString() + " Gy" : "";
  }

  private String why(List<FractionEntry> entries) {
    String reason = entries.getFirst().sheet().map(this::reason).orElse("");
    return reason.isEmpty() ? words.say(NOT_TREATED) : reason;
  }

  private String reason(Sheet sheet) {
    String item = sheet.form().instance().form() + ".reason";
    return words.value(item, sheet.form().entry(item));
  }
}
