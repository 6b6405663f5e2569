package org.lodestar.trial.protocol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;

/** Reads {@code calendars/*.yaml}: national calendars first, then the departments' over them. */
final class CalendarReader {
  static final String FOLDER = "calendars/";
  static final String FORMAT = "lodestar/calendar/1";
  private static final Words MAKE_UP = new Words("Make-up working day", "调休上班日");
  private static final int LONGEST_DAYS = 60;

  private enum Layer implements Choice {
    NATIONAL,
    HOSPITAL;

    @Override
    public Words words() {
      return Words.same(key());
    }
  }

  private final Findings.Builder findings;
  private final Map<String, WorkingDayCalendar> calendars = new TreeMap<>();

  private CalendarReader(Findings.Builder findings) {
    this.findings = findings;
  }

  /** The calendars by key. */
  static Map<String, WorkingDayCalendar> read(Bundle bundle, Findings.Builder findings) {
    CalendarReader reader = new CalendarReader(findings);
    List<Section> overlays = new ArrayList<>();
    for (String path : bundle.paths()) {
      if (path.startsWith(FOLDER) && path.endsWith(".yaml")) {
        Optional<Section> root = ProtocolReader.root(bundle, path, FORMAT, true, findings);
        Layer layer =
            root.isEmpty() ? null : root.get().required("layer", ValueType.choice(Layer.class));
        if (layer == Layer.NATIONAL) {
          reader.national(root.get());
        } else if (layer == Layer.HOSPITAL) {
          overlays.add(root.get());
        }
      }
    }
    overlays.forEach(reader::hospital);
    return Map.copyOf(reader.calendars);
  }

  private void national(Section root) {
    String key = root.required("key", ValueType.key());
    Words words = root.required("label", ValueType.words());
    root.section("reviewed").ifPresent(CalendarReader::reviewed);
    List<Section> years = root.sections("years");
    root.close();
    Set<Integer> published = new TreeSet<>();
    SortedMap<LocalDate, WorkingDayCalendar.Special> days = new TreeMap<>();
    for (Section year : years) {
      Integer number = year.required("year", ValueType.whole(2000, 2100, Unit.NONE));
      notices(year);
      spans(year, "holidays", days, number);
      makeUpDays(year, days, number);
      year.close();
      if (number != null && !published.add(number)) {
        findings.error(FolderRule.YEAR_TWICE, year.place(), "value", Integer.toString(number));
      }
    }
    if (key != null && words != null) {
      calendars.put(key, new WorkingDayCalendar(key, words, published, days));
    }
  }

  private static void reviewed(Section section) {
    section.required("on", ValueType.date());
    section.required("against", ValueType.list(ValueType.text()));
    section.close();
  }

  private static void notices(Section year) {
    List<Section> notices = year.sections("notices");
    if (notices.isEmpty()) {
      year.missing("notices", "- {number: ..., published: 2025-11-04}");
    }
    for (Section notice : notices) {
      notice.required("number", ValueType.text());
      notice.required("published", ValueType.date());
      notice.close();
    }
  }

  private void spans(
      Section section,
      String name,
      SortedMap<LocalDate, WorkingDayCalendar.Special> days,
      @Nullable Integer year) {
    for (Section span : section.sections(name)) {
      LocalDate from = span.required("from", ValueType.date());
      LocalDate to = span.required("to", ValueType.date());
      Words why = words(span);
      span.close();
      if (from == null || to == null || why == null) {
        continue;
      }
      if (to.isBefore(from) || from.plusDays(LONGEST_DAYS).isBefore(to)) {
        findings.error(
            FolderRule.BAD_SPAN,
            span.place(),
            "value",
            from + " - " + to,
            "allowed",
            Integer.toString(LONGEST_DAYS));
        continue;
      }
      from.datesUntil(to.plusDays(1))
          .forEach(day -> put(days, day, new WorkingDayCalendar.Special(false, why), year, span));
    }
  }

  private static @Nullable Words words(Section section) {
    String en = section.required("en", ValueType.text());
    String zh = section.required("zh", ValueType.text());
    return en == null || zh == null ? null : new Words(en, zh);
  }

  private void makeUpDays(
      Section section,
      SortedMap<LocalDate, WorkingDayCalendar.Special> days,
      @Nullable Integer year) {
    List<LocalDate> dates =
        section.required("make-up-working-days", ValueType.list(ValueType.date()));
    if (dates != null) {
      dates.forEach(
          day -> put(days, day, new WorkingDayCalendar.Special(true, MAKE_UP), year, section));
    }
  }

  private void put(
      SortedMap<LocalDate, WorkingDayCalendar.Special> days,
      LocalDate day,
      WorkingDayCalendar.Special special,
      @Nullable Integer year,
      Section section) {
    if (year != null && day.getYear() != year) {
      findings.error(
          FolderRule.OTHER_YEAR,
          section.place(),
          "value",
          day.toString(),
          "allowed",
          year.toString());
    }
    if (days.putIfAbsent(day, special) != null) {
      findings.error(FolderRule.DAY_TWICE, section.place(), "value", day.toString());
    }
  }

  private void hospital(Section root) {
    String key = root.required("key", ValueType.key());
    Words words = root.required("label", ValueType.words());
    String over = root.required("over", ValueType.key());
    SortedMap<LocalDate, WorkingDayCalendar.Special> days = new TreeMap<>();
    spans(root, "days-off", days, null);
    for (Section extra : root.sections("extra-days")) {
      LocalDate on = extra.required("on", ValueType.date());
      Words why = words(extra);
      extra.close();
      if (on != null && why != null) {
        put(days, on, new WorkingDayCalendar.Special(true, why), null, extra);
      }
    }
    root.close();
    if (key == null || words == null || over == null) {
      return;
    }
    WorkingDayCalendar below = calendars.get(over);
    if (below == null) {
      findings.error(
          FolderRule.UNKNOWN_BASE,
          root.place("over"),
          "value",
          over,
          "allowed",
          String.join(", ", calendars.keySet()));
      return;
    }
    calendars.put(key, below.with(key, words, days));
  }
}
