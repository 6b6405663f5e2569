package org.lodestar.app.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.lodestar.trial.fact.Role;

/** Tumour assessments: what the scanner shows of the truth, and what the site reads. */
final class Scans {
  private static final BigDecimal TOO_SMALL_MM = new BigDecimal("5");
  private static final BigDecimal NORMAL_NODE_MM = new BigDecimal("10");
  private static final BigDecimal PARTIAL = new BigDecimal("0.70");
  private static final BigDecimal PROGRESSIVE = new BigDecimal("1.20");
  private final Person person;
  private final Diary diary;
  private final LocalDate firstDose;
  private final BigDecimal baselineMm;
  private BigDecimal nadirMm;

  Scans(Person person, Diary diary, LocalDate firstDose) {
    this.person = person;
    this.diary = diary;
    this.firstDose = firstDose;
    this.baselineMm = sum(diameters(0, Person.NEVER));
    this.nadirMm = baselineMm;
  }

  static Chart lesion(Person.Tumour tumour, LocalDate day) {
    return new Chart("lesion")
        .put("lesion", tumour.name())
        .put("reader", "investigator")
        .put("role", "target")
        .put("organ", tumour.organ())
        .put("site", tumour.site())
        .put("node", tumour.node())
        .put("measured-on", day)
        .put("method", "ct")
        .put("slice-thickness", 5, 1, "mm")
        .put("irradiated-before", false);
  }

  /** The tumour in the oesophagus, followed as a non-target lesion. */
  static Chart primary(LocalDate day, String status) {
    return new Chart("lesion")
        .put("lesion", "N1")
        .put("reader", "investigator")
        .put("role", "non-target")
        .put("organ", "oesophagus")
        .put("node", false)
        .put("measured-on", day)
        .put("method", "ct")
        .put("irradiated-before", false)
        .put("status", status);
  }

  private List<BigDecimal> diameters(int day, int progressionDay) {
    return person.tumours().stream().map(t -> t.diameterMm(day, progressionDay)).toList();
  }

  private static BigDecimal sum(List<BigDecimal> diameters) {
    return diameters.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * Examines and records.
   *
   * @return whether the site sees progression
   */
  boolean assess(LocalDate day, int number) {
    int since = (int) ChronoUnit.DAYS.between(firstDose, day);
    boolean progressed = since >= person.progressionDay();
    boolean distant = progressed && person.distantProgression();
    List<BigDecimal> now = diameters(since, distant ? Person.NEVER : person.progressionDay());
    String visit = Visits.assessment(number);
    int repeat = 1;
    for (int i = 0; i < now.size(); i++) {
      diary.whole(day, Role.RADIATION_ONCOLOGIST, visit, repeat++, measured(i, day, now.get(i)));
    }
    endoscopy(day, visit, progressed);
    String primary = since < 120 || progressed ? "present" : primaryLater();
    diary.whole(day, Role.RADIATION_ONCOLOGIST, visit, repeat++, primary(day, primary));
    if (distant) {
      diary.whole(day, Role.RADIATION_ONCOLOGIST, visit, repeat, newLesion(day));
    }
    String response = response(now, primary, distant);
    diary.whole(day, Role.INVESTIGATOR, visit, 1, reading(day, response, primary, distant));
    nadirMm = nadirMm.min(sum(now));
    return response.equals("PD");
  }

  private void endoscopy(LocalDate day, String visit, boolean progressed) {
    diary.whole(
        day,
        Role.INVESTIGATOR,
        visit,
        1,
        new Chart("endoscopy")
            .put("performed-on", day)
            .put("at-site", true)
            .put("diagnosis-confirmed", true)
            .put("stenosis", progressed && person.draw().chance("stenosis", 0.3)));
  }

  private String primaryLater() {
    return person.draw().chance("primary-gone", 0.35) ? "absent" : "present";
  }

  private Chart measured(int index, LocalDate day, BigDecimal diameterMm) {
    Chart chart = lesion(person.tumours().get(index), day).put("irradiated", true);
    return diameterMm.compareTo(TOO_SMALL_MM) < 0
        ? chart.put("status", "too-small")
        : chart.put("status", "measured").put("diameter", diameterMm, "mm");
  }

  private static Chart newLesion(LocalDate day) {
    return new Chart("lesion")
        .put("lesion", "X1")
        .put("reader", "investigator")
        .put("role", "new")
        .put("organ", "liver")
        .put("node", false)
        .put("measured-on", day)
        .put("method", "ct")
        .put("slice-thickness", 5, 1, "mm")
        .put("status", "unequivocal")
        .put("diameter", 17, 1, "mm")
        .put("irradiated", false);
  }

  /** The reading of the site: targets by their sum, the primary as non-target, new lesions. */
  private String response(List<BigDecimal> now, String primary, boolean distant) {
    BigDecimal sum = sum(now);
    boolean grown =
        sum.compareTo(nadirMm.multiply(PROGRESSIVE)) >= 0
            && sum.subtract(nadirMm).compareTo(TOO_SMALL_MM) >= 0;
    boolean gone = now.stream().allMatch(mm -> mm.compareTo(NORMAL_NODE_MM) < 0);
    if (distant || (grown && !gone)) {
      return "PD";
    }
    if (gone) {
      return primary.equals("absent") ? "CR" : "PR";
    }
    return sum.compareTo(baselineMm.multiply(PARTIAL)) <= 0 ? "PR" : "SD";
  }

  private Chart reading(LocalDate day, String response, String primary, boolean distant) {
    Chart chart =
        new Chart("tumour-assessment")
            .put("reader", "investigator")
            .put("assessed-on", day)
            .put("method", "ct")
            .put("slice-thickness", 5, 1, "mm")
            .put("non-target", primary.equals("absent") ? "CR" : "NON-CR/NON-PD")
            .put("new-lesion", distant ? "unequivocal" : "none")
            .put("response", response)
            .put("clinically-stable", !response.equals("PD"));
    return response.equals("PD")
        ? chart.put("progression-site", distant ? "distant" : "regional-in-field")
        : chart;
  }

  /** The planned days of all assessments until a day. */
  static List<LocalDate> planned(Figures figures, LocalDate firstDose, LocalDate until) {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = firstDose.plusDays(figures.scanIntervalDays());
        day.isBefore(until);
        day = day.plusDays(figures.scanIntervalDays())) {
      days.add(day);
    }
    return days;
  }
}
