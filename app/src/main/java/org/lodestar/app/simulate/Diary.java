package org.lodestar.app.simulate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Role;

/**
 * Everything that is done for one participant, in the order of time. Values are entered on the day
 * they are known; now and then a measured value is mistyped, found some days later and corrected
 * with a reason.
 */
final class Diary {
  private static final int FIRST_MINUTE = 8 * 60 + 30;

  /** Forms that can wait for a quiet hour; what treatment rests on is entered at once. */
  private static final Set<String> CAN_WAIT =
      Set.of("vital-signs", "performance", "cardiac-thyroid", "endoscopy", "survival-contact");

  private static final String SLIP_REASON = "transcription error, corrected against the source";

  private final Person person;
  private final Scenario scenario;
  private final Figures figures;
  private final List<Act> acts = new ArrayList<>();
  private final Map<LocalDate, Integer> minutes = new HashMap<>();
  private final Map<String, Integer> repeats = new HashMap<>();

  Diary(Person person, Scenario scenario, Figures figures) {
    this.person = person;
    this.scenario = scenario;
    this.figures = figures;
  }

  List<Act> acts() {
    return acts.stream().sorted(Comparator.comparing(Act::at)).toList();
  }

  /** The next free moment of the day for this participant. */
  LocalDateTime moment(LocalDate day) {
    int minute = minutes.merge(day, FIRST_MINUTE + person.number() % 20, (a, b) -> a + 4);
    return day.atStartOfDay().plusMinutes(minute);
  }

  void add(Act act) {
    acts.add(act);
  }

  /** The how-manyeth copy of a running form this is. */
  int nextRepeat(String form) {
    return repeats.merge(form, 1, Integer::sum);
  }

  /** Enters a form and declares it complete. */
  void whole(LocalDate day, Role role, String visit, int repeat, Chart chart) {
    save(day, role, visit, repeat, chart);
    LocalDate entered = entryDay(day, visit, repeat, chart.form());
    add(new Act.Complete(moment(entered), role, visit, chart.form(), repeat));
  }

  private LocalDate entryDay(LocalDate day, String visit, int repeat, String form) {
    Draw draw = person.draw().part("entry/" + visit + "/" + form + "/" + day, repeat);
    boolean late =
        CAN_WAIT.contains(form)
            && !visit.equals(Visits.SCREENING)
            && draw.chance("late", scenario.conduct().lateEntry());
    return late ? figures.nextClinicDay(day.plusDays(draw.whole("days", 4, 16))) : day;
  }

  /** Enters a form. */
  void save(LocalDate day, Role role, String visit, int repeat, Chart chart) {
    SortedMap<String, Entry> items = new TreeMap<>(chart.items());
    scenario
        .answers()
        .forEach(
            (item, text) -> {
              if (item.startsWith(chart.form() + ".")) {
                items.putIfAbsent(item, Entry.typed(text));
              }
            });
    if (visit.equals(Visits.SCREENING)) {
      fail(chart.form(), items);
    }
    SortedMap<String, Entry> mistyped = mistype(day, visit, repeat, chart.form(), items);
    LocalDate entered = entryDay(day, visit, repeat, chart.form());
    add(new Act.Save(moment(entered), role, visit, chart.form(), repeat, mistyped, null));
    correct(entered, role, visit, repeat, chart.form(), items, mistyped);
  }

  /** Somebody who fails screening has other values in the items that make her fail. */
  private void fail(String form, SortedMap<String, Entry> items) {
    person
        .failure()
        .forEach(
            (item, text) -> {
              if (item.startsWith(form + ".")) {
                String unit = items.get(item) instanceof Entry.Value value ? value.unit() : null;
                items.put(item, new Entry.Value(text, unit, null, Entry.TYPED));
              }
            });
  }

  private SortedMap<String, Entry> mistype(
      LocalDate day, String visit, int repeat, String form, SortedMap<String, Entry> items) {
    Draw draw = person.draw().part(visit + "/" + form + "/" + day, repeat);
    if (visit.equals(Visits.SCREENING) || !draw.chance("slip", scenario.conduct().slip())) {
      return items;
    }
    for (Map.Entry<String, Entry> item : items.entrySet()) {
      if (item.getValue() instanceof Entry.Value value && value.unit() != null) {
        SortedMap<String, Entry> mistyped = new TreeMap<>(items);
        mistyped.put(item.getKey(), Entry.typed(misread(value.text()), value.unit()));
        return mistyped;
      }
    }
    return items;
  }

  /**
   * The last digit misread: another number that is as possible as the right one. A lone zero is
   * read right.
   */
  static String misread(String number) {
    int last = number.length() - 1;
    int digit = Character.digit(number.charAt(last), 10);
    return number.equals("0") ? number : number.substring(0, last) + (9 - digit);
  }

  private void correct(
      LocalDate day,
      Role role,
      String visit,
      int repeat,
      String form,
      SortedMap<String, Entry> right,
      SortedMap<String, Entry> entered) {
    SortedMap<String, Entry> corrections = new TreeMap<>();
    right.forEach(
        (item, entry) -> {
          if (!entry.equals(entered.get(item))) {
            corrections.put(item, entry);
          }
        });
    if (!corrections.isEmpty()) {
      int later = person.draw().part(visit + form + day, repeat).whole("found", 3, 20);
      LocalDate found = figures.nextClinicDay(day.plusDays(later));
      add(new Act.Save(moment(found), role, visit, form, repeat, corrections, SLIP_REASON));
      add(new Act.Complete(moment(found), role, visit, form, repeat));
    }
  }
}
