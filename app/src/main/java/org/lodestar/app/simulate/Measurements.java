package org.lodestar.app.simulate;

import java.time.LocalDate;
import org.lodestar.trial.fact.Role;

/** What is measured at a visit: vital signs, performance, blood. */
final class Measurements {
  private static final String COUNT = "10^9/L";

  private final Person person;
  private final Diary diary;

  Measurements(Person person, Diary diary) {
    this.person = person;
    this.diary = diary;
  }

  private Draw draw(LocalDate day) {
    return person.draw().part("visit", day.toEpochDay());
  }

  /** Weight falls a little during treatment and comes back. */
  double weightKg(LocalDate day, LocalDate firstDose) {
    long since = Math.max(0, day.toEpochDay() - firstDose.toEpochDay());
    double loss =
        since == 0 ? 0 : 0.06 * Math.min(1, since / 60.0) * Math.max(0, 1 - since / 300.0);
    return person.weightKg() * (1 - loss) + draw(day).normal("weight", 0, 0.4);
  }

  void vitalSigns(LocalDate day, String visit) {
    Draw draw = draw(day);
    diary.whole(
        day,
        Role.COORDINATOR,
        visit,
        1,
        new Chart("vital-signs")
            .put("measured-on", day)
            .put("temperature", draw.normal("temperature", 36.6, 0.25), 1, "Cel")
            .put("pulse", (int) draw.normal("pulse", 78, 8))
            .put("systolic", (int) draw.normal("systolic", 126, 11))
            .put("diastolic", (int) draw.normal("diastolic", 77, 7))
            .put("oxygen-saturation", Math.min(100, draw.normal("oxygen", 97.5, 0.8)), 0, "%"));
  }

  void performance(LocalDate day, String visit, LocalDate firstDose) {
    Draw draw = draw(day);
    diary.whole(
        day,
        Role.INVESTIGATOR,
        visit,
        1,
        new Chart("performance")
            .put("assessed-on", day)
            .put("ecog", person.ecog())
            .put("weight", weightKg(day, firstDose), 1, "kg")
            .put("height", person.heightCm(), 1, "cm")
            .put("dysphagia", draw.whole("dysphagia", 0, 2))
            .put("feeding", draw.chance("tube", 0.08) ? "nasogastric-tube" : "oral"));
  }

  /**
   * @param neutrophils what the count is around, so that delays rest on a low one
   */
  void laboratory(LocalDate day, String visit, double neutrophils) {
    Draw draw = draw(day);
    double count = Math.max(0.2, neutrophils + draw.normal("neutrophils", 0, 0.25));
    double lymphocytes = Math.max(0.2, draw.normal("lymphocytes", 1.4, 0.35));
    diary.whole(
        day,
        Role.COORDINATOR,
        visit,
        1,
        new Chart("laboratory")
            .put("sampled-on", day)
            .put("laboratory", "site")
            .put("white-cells", count + lymphocytes + 0.4, 2, COUNT)
            .put("neutrophils", count, 2, COUNT)
            .put("lymphocytes", lymphocytes, 2, COUNT)
            .put("platelets", draw.normal("platelets", 205, 30), 0, COUNT)
            .put("haemoglobin", draw.normal("haemoglobin", 122, 9), 0, "g/L")
            .put("alt", draw.normal("alt", 21, 5), 0, "U/L")
            .put("ast", draw.normal("ast", 23, 5), 0, "U/L")
            .put("bilirubin", draw.normal("bilirubin", 11, 2.4), 1, "umol/L")
            .put("creatinine", creatinine(), 0, "umol/L")
            .put("alt-uln", 50, 0, "U/L")
            .put("ast-uln", 40, 0, "U/L")
            .put("bilirubin-uln", 20.5, 1, "umol/L")
            .put("creatinine-clearance", clearance(day), 1, "mL/min")
            .put("albumin", draw.normal("albumin", 39, 2.5), 1, "g/L")
            .put("sodium", draw.normal("sodium", 140, 2), 0, "mmol/L")
            .put("potassium", draw.normal("potassium", 4.1, 0.25), 2, "mmol/L")
            .put("calcium", draw.normal("calcium", 2.28, 0.06), 2, "mmol/L"));
  }

  /** Her own, constant: clearance stays above the limit of entry. */
  double creatinine() {
    return Math.clamp(person.draw().normal("creatinine", person.male() ? 56 : 44, 4), 35, 64);
  }

  /** Cockcroft and Gault 1976, mL/min, with creatinine in umol/L. */
  private double clearance(LocalDate day) {
    long age = java.time.temporal.ChronoUnit.YEARS.between(person.born(), day);
    double male = (140 - age) * person.weightKg() / (72 * creatinine() / 88.42);
    return person.male() ? male : 0.85 * male;
  }

  void cardiacThyroid(LocalDate day, String visit) {
    Draw draw = draw(day);
    diary.whole(
        day,
        Role.COORDINATOR,
        visit,
        1,
        new Chart("cardiac-thyroid")
            .put("tested-on", day)
            .put("laboratory", "site")
            .put("tsh", Math.max(0.3, draw.normal("tsh", 2.1, 0.6)), 2, "mIU/L")
            .put("free-t4", draw.normal("free-t4", 16, 1.8), 1, "pmol/L")
            .put("troponin", Math.max(1, draw.normal("troponin", 6, 2)), 1, "ng/L")
            .put("creatine-kinase", draw.normal("creatine-kinase", 90, 20), 0, "U/L")
            .put("qtcf", draw.normal("qtcf", 415, 11), 0, "ms"));
  }
}
