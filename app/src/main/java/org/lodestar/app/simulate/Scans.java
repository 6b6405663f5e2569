package org.lodestar.app.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final boolean kept;
  private final List<Scan> scans = new ArrayList<>();
  private BigDecimal nadirMm;

  /** The images of one day, as the site read them. */
  record Scan(LocalDate day, String visit, List<Chart> lesions, Chart reading) {}

  /**
   * @param kept whether others will read the images too
   */
  Scans(Person person, Diary diary, LocalDate firstDose, boolean kept) {
    this.kept = kept;
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
    Optional<Person.Relapse> relapse =
        progressed ? Optional.of(person.relapse()) : Optional.empty();
    boolean grows = person.relapse() == Person.Relapse.REGIONAL;
    List<BigDecimal> now = diameters(since, grows ? person.progressionDay() : Person.NEVER);
    String visit = Visits.assessment(number);
    List<Chart> lesions = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      enter(day, visit, measured(i, day, now.get(i)), lesions);
    }
    endoscopy(day, visit, relapse);
    String primary = since < 120 || progressed ? "present" : primaryLater();
    enter(day, visit, primary(day, primary), lesions);
    if (relapse.filter(Person.Relapse.DISTANT::equals).isPresent()) {
      enter(day, visit, newLesion(day), lesions);
    }
    String response = response(now, primary, relapse);
    Chart reading = reading(day, response, primary, relapse);
    diary.whole(day, Role.INVESTIGATOR, visit, 1, reading);
    if (kept) {
      scans.add(new Scan(day, visit, lesions, reading));
    }
    nadirMm = nadirMm.min(sum(now));
    return response.equals("PD");
  }

  private void enter(LocalDate day, String visit, Chart lesion, List<Chart> lesions) {
    lesions.add(lesion);
    diary.whole(day, Role.RADIATION_ONCOLOGIST, visit, lesions.size(), lesion);
  }

  /** Every assessment since the first dose; empty where nobody else will read them. */
  List<Scan> scans() {
    return scans;
  }

  private void endoscopy(LocalDate day, String visit, Optional<Person.Relapse> relapse) {
    Chart chart =
        new Chart("endoscopy")
            .put("performed-on", day)
            .put("at-site", true)
            .put("diagnosis-confirmed", true)
            .put("stenosis", relapse.isPresent() && person.draw().chance("stenosis", 0.3));
    if (isLocal(relapse)) {
      chart.put("primary-category", "progression").put("biopsy-positive", true);
    }
    diary.whole(day, Role.INVESTIGATOR, visit, 1, chart);
  }

  private static boolean isLocal(Optional<Person.Relapse> relapse) {
    return relapse.filter(Person.Relapse.LOCAL::equals).isPresent();
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

  static Chart newLesion(LocalDate day) {
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
  private String response(List<BigDecimal> now, String primary, Optional<Person.Relapse> relapse) {
    BigDecimal sum = sum(now);
    boolean grown =
        sum.compareTo(nadirMm.multiply(PROGRESSIVE)) >= 0
            && sum.subtract(nadirMm).compareTo(TOO_SMALL_MM) >= 0;
    boolean gone = now.stream().allMatch(mm -> mm.compareTo(NORMAL_NODE_MM) < 0);
    boolean seenElsewhere = relapse.filter(how -> how != Person.Relapse.REGIONAL).isPresent();
    if (seenElsewhere || (grown && !gone)) {
      return "PD";
    }
    if (gone) {
      return primary.equals("absent") ? "CR" : "PR";
    }
    return sum.compareTo(baselineMm.multiply(PARTIAL)) <= 0 ? "PR" : "SD";
  }

  private static Chart reading(
      LocalDate day, String response, String primary, Optional<Person.Relapse> relapse) {
    boolean distant = relapse.filter(Person.Relapse.DISTANT::equals).isPresent();
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
    if (isLocal(relapse)) {
      chart.put("biopsy-proven-on", day);
    }
    return response.equals("PD")
        ? chart.put("progression-site", relapse.orElse(Person.Relapse.REGIONAL).site())
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
