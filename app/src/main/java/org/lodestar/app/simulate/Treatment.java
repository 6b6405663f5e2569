package org.lodestar.app.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.Action;

/** Cycles, radiotherapy and maintenance of one participant, with the assessments in between. */
final class Treatment {
  private static final int DELAY_DAYS = 7;
  private static final String DEPARTURE = "judged at the bedside, see the notes of the day";
  private static final String WAITS = "no assessment since chemoradiation yet";
  private final Person person;
  private final Scenario scenario;
  private final Figures figures;
  private final Diary diary;
  private final Measurements measurements;
  private final LocalDate firstDose;
  private final Scans scans;
  private final LocalDate horizon;
  private final List<LocalDate> planned;
  private int assessments;
  private boolean progressed;
  private boolean waiting;
  private LocalDate lastChemotherapy;
  private LocalDate progressionOn;
  private LocalDate lastDose;
  private LocalDate radiotherapyStart;
  private LocalDate radiotherapyEnd;
  private LocalDate lastWithoutProgression;

  Treatment(
      Person person,
      Scenario scenario,
      Figures figures,
      Diary diary,
      Measurements measurements,
      LocalDate firstDose) {
    this.person = person;
    this.scenario = scenario;
    this.figures = figures;
    this.diary = diary;
    this.measurements = measurements;
    this.firstDose = firstDose;
    this.scans = new Scans(person, diary, firstDose, scenario.review(person.number()).isPresent());
    LocalDate followUp = firstDose.plusMonths(figures.followUpMonths());
    this.horizon = earlier(followUp, gone());
    this.planned = new ArrayList<>(Scans.planned(figures, firstDose, horizon));
    this.progressionOn = LocalDate.MAX;
    this.lastDose = firstDose;
    this.lastChemotherapy = firstDose;
    this.radiotherapyStart = LocalDate.MAX;
    this.radiotherapyEnd = LocalDate.MAX;
    this.lastWithoutProgression = firstDose;
  }

  Scans scans() {
    return scans;
  }

  /**
   * What the rest of the course needs to know.
   *
   * @param awaited until when another dose was waited for
   * @param chemotherapy the agents that were given beside the antibody
   */
  record End(
      LocalDate lastDose,
      LocalDate awaited,
      LocalDate lastChemotherapy,
      LocalDate progressionOn,
      LocalDate radiotherapyStart,
      List<String> chemotherapy) {}

  End end() {
    return new End(
        lastDose,
        waiting ? horizon : figures.nextClinicDay(lastDose.plusDays(figures.cycleDays())),
        lastChemotherapy,
        progressionOn,
        radiotherapyStart,
        figures.drugs().stream()
            .filter(drug -> isGiven(drug) && !drug.equals(figures.antibody()))
            .map(Figures.Drug::key)
            .toList());
  }

  private LocalDate gone() {
    return firstDose.plusDays(Math.min(person.deathDay(), person.dropoutDay()));
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  void run() {
    LocalDate day = firstDose;
    for (int cycle = 1; cycle <= figures.chemotherapyCycles() && mayTreat(day); cycle++) {
      day = cycle(cycle, day);
      if (cycle == figures.radiotherapyStartCycle() - 1) {
        planning(day);
      }
      if (cycle == figures.radiotherapyStartCycle() && mayTreat(day)) {
        radiotherapyStart = day;
        radiotherapyEnd =
            new Radiotherapy(person, scenario, figures, diary, measurements)
                .run(day, firstDose, gone());
        lastDose = later(lastDose, radiotherapyEnd);
      }
      day = figures.nextClinicDay(day.plusDays(figures.cycleDays()));
    }
    maintenance(day);
    while (mayAssess()) {
      assessNext();
    }
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private boolean mayTreat(LocalDate day) {
    assessUntil(day);
    return !progressed && day.isBefore(horizon);
  }

  /** Carries out the assessments up to a day, until progression. */
  private void assessUntil(LocalDate day) {
    while (mayAssess() && !nextAssessment().isAfter(day)) {
      assessNext();
    }
  }

  private boolean mayAssess() {
    return !progressed && !planned.isEmpty();
  }

  private Draw draw() {
    return person.draw().part("assessment", assessments + 1);
  }

  private LocalDate nextAssessment() {
    return figures.nextClinicDay(planned.getFirst().plusDays(draw().whole("shift", -5, 6)));
  }

  private void assessNext() {
    boolean missed = draw().chance("missed", scenario.conduct().missedScan());
    LocalDate on = nextAssessment();
    planned.removeFirst();
    assessments++;
    if (missed || !on.isBefore(gone())) {
      return;
    }
    if (scans.assess(on, assessments)) {
      progressed = true;
      progressionOn = on;
    } else {
      lastWithoutProgression = on;
    }
  }

  /** One cycle of chemotherapy with the antibody; answers its real first day. */
  private LocalDate cycle(int cycle, LocalDate due) {
    String visit = Visits.cycle(cycle);
    LocalDate day = due;
    Draw draw = person.draw().part("cycle", cycle);
    if (cycle > 1 && draw.chance("neutropenia", scenario.conduct().neutropeniaDelay())) {
      measurements.laboratory(due.minusDays(1), visit, 1.1);
      figures.drugs().stream()
          .filter(drug -> isGiven(drug) && !drug.equals(figures.antibody()))
          .forEach(drug -> held(drug, cycle, visit, due, "neutrophils below the limit"));
      day = figures.nextClinicDay(due.plusDays(DELAY_DAYS));
      relabelled(day.minusDays(1), visit, day);
    } else {
      measurements.laboratory(day.minusDays(1), visit, 3.2);
    }
    measurements.vitalSigns(day, visit);
    measurements.performance(day, visit, firstDose);
    for (Figures.Drug drug : figures.drugs()) {
      if (isGiven(drug)) {
        give(drug, cycle, visit, day);
      }
    }
    lastDose = later(lastDose, day);
    lastChemotherapy = later(lastChemotherapy, day);
    return day;
  }

  /** The count has recovered: the form of the visit is brought up to the new sample. */
  private void relabelled(LocalDate sampled, String visit, LocalDate day) {
    Draw draw = person.draw().part("recovery", day.toEpochDay());
    diary.add(
        new Act.Save(
            diary.moment(day),
            Role.COORDINATOR,
            visit,
            "laboratory",
            1,
            new Chart("laboratory")
                .put("sampled-on", sampled)
                .put("white-cells", draw.normal("white-cells", 4.3, 0.3), 2, "10^9/L")
                .put("neutrophils", draw.normal("neutrophils", 2.2, 0.15), 2, "10^9/L")
                .items(),
            "repeated before the delayed treatment day"));
    diary.add(new Act.Complete(diary.moment(day), Role.COORDINATOR, visit, "laboratory", 1));
  }

  private boolean isGiven(Figures.Drug drug) {
    int taxane = figures.taxanes().indexOf(drug);
    return taxane < 0 || drug.key().equals(taxane().key());
  }

  private Figures.Drug taxane() {
    boolean nab = person.nabPaclitaxel();
    return figures.taxanes().stream()
        .filter(drug -> drug.key().startsWith("nab") == nab)
        .findFirst()
        .orElse(figures.taxanes().getFirst());
  }

  private void held(Figures.Drug drug, int cycle, String visit, LocalDate due, String reason) {
    decide(drug, visit, due, Action.HOLD, reason);
    diary.whole(
        due,
        Role.INVESTIGATOR,
        visit,
        diary.nextRepeat(visit + "prescription"),
        prescription(drug, cycle, due).put("decision", "hold").put("reason", reason));
  }

  private void decide(
      Figures.Drug drug, String visit, LocalDate day, Action decided, String reason) {
    diary.add(new Act.Decide(diary.moment(day), visit, day, drug.key(), decided, reason));
  }

  private static Chart prescription(Figures.Drug drug, int cycle, LocalDate day) {
    return new Chart("prescription")
        .put("agent", drug.key())
        .put("cycle", cycle)
        .put("prescribed-on", day)
        .put("planned-on", day);
  }

  /** Gives a drug, or holds it; answers whether it was given. */
  private boolean give(Figures.Drug drug, int cycle, String visit, LocalDate day) {
    Optional<Scenario.Told> hold =
        drug.equals(figures.antibody()) ? person.hold(day) : Optional.empty();
    if (hold.isPresent()) {
      Scenario.Told why = hold.get();
      held(drug, cycle, visit, day, why.term() + ", grade " + why.grade());
      return false;
    }
    decide(drug, visit, day, Action.GIVE, DEPARTURE);
    BigDecimal doseMg = doseMg(drug, day);
    Chart chart =
        prescription(drug, cycle, day)
            .put("decision", "give")
            .put("dose", doseMg, "mg")
            .put("dose-level", 0);
    if (drug.basis() == Figures.Basis.SURFACE) {
      chart.put("surface", surfaceM2(day), 2, "m2");
    }
    if (drug.basis() == Figures.Basis.EXPOSURE) {
      chart.put("clearance", clearance(day), 1, "mL/min").put("auc", drug.amount(), "mg.min/mL");
    }
    int copy = diary.nextRepeat(visit + "prescription");
    diary.whole(day, Role.INVESTIGATOR, visit, copy, chart);
    java.time.LocalDateTime start = diary.moment(day);
    diary.whole(
        day,
        Role.COORDINATOR,
        visit,
        diary.nextRepeat(visit + "administration"),
        new Chart("administration")
            .put("agent", drug.key())
            .put("cycle", cycle)
            .put("started-at", start)
            .put("ended-at", start.plusMinutes(drug.basis() == Figures.Basis.FLAT ? 30 : 60))
            .put("dose", doseMg, "mg")
            .put("lot", lot(drug, day))
            .put("interrupted", false));
    return true;
  }

  private static String lot(Figures.Drug drug, LocalDate day) {
    return drug.key().substring(0, 3).toUpperCase(java.util.Locale.ROOT)
        + day.getYear() % 100
        + (char) ('A' + day.getMonthValue() / 4);
  }

  private double surfaceM2(LocalDate day) {
    return Math.sqrt(person.heightCm() * measurements.weightKg(day, firstDose) / 3600);
  }

  private double clearance(LocalDate day) {
    long age = ChronoUnit.YEARS.between(person.born(), day);
    double mgPerDl = Math.max(0.7, measurements.creatinine() / 88.42);
    double male = (140 - age) * measurements.weightKg(day, firstDose) / (72 * mgPerDl);
    return Math.min(125, person.male() ? male : 0.85 * male);
  }

  private BigDecimal doseMg(Figures.Drug drug, LocalDate day) {
    double exact =
        switch (drug.basis()) {
          case SURFACE -> drug.amount().doubleValue() * surfaceM2(day);
          case EXPOSURE -> drug.amount().doubleValue() * (clearance(day) + 25);
          case FLAT -> drug.amount().doubleValue();
        };
    BigDecimal step = BigDecimal.valueOf(Math.max(1, drug.roundingMg()));
    return BigDecimal.valueOf(exact)
        .divide(step, 0, RoundingMode.HALF_EVEN)
        .multiply(step)
        .setScale(0, RoundingMode.HALF_EVEN);
  }

  private void planning(LocalDate cycleDay) {
    LocalDate simulation = figures.nextRadiotherapyDay(cycleDay.plusDays(6));
    LocalDate contours = figures.nextRadiotherapyDay(simulation.plusDays(3));
    LocalDate approved = figures.nextRadiotherapyDay(contours.plusDays(3));
    LocalDate checked = figures.nextRadiotherapyDay(approved.plusDays(2));
    diary.whole(
        checked,
        Role.RADIATION_ONCOLOGIST,
        Visits.PLANNING,
        1,
        new Chart("rt-milestones")
            .put("simulation-on", simulation)
            .put("contours-approved-on", contours)
            .put("prescribed-on", contours)
            .put("plan-approved-on", approved)
            .put("patient-qa-on", checked));
    diary.whole(
        checked,
        Role.RADIATION_ONCOLOGIST,
        Visits.PLANNING,
        1,
        new Chart("rt-review")
            .put("reviewed-on", checked)
            .put("subject", "plan")
            .put("verdict", "acceptable"));
    Draw draw = person.draw().part("plan", 1);
    diary.whole(
        approved,
        Role.PHYSICIST,
        Visits.PLANNING,
        1,
        new Chart("rt-plan")
            .put("label", "P1")
            .put("approved-on", approved)
            .put("dose", figures.totalDoseGy(), "Gy")
            .put("fractions", figures.fractions())
            .put("fraction-dose", figures.fractionDoseGy(), "Gy")
            .put("technique", draw.chance("vmat", 0.7) ? "vmat" : "imrt")
            .put("ptv-v95", draw.normal("ptv", 97.3, 0.9), 1, "%")
            .put("lung-v20", draw.normal("v20", 19, 3), 1, "%")
            .put("lung-v5", draw.normal("v5", 50, 5), 1, "%")
            .put("lung-mean", draw.normal("lung", 10.6, 1.3), 1, "Gy")
            .put("heart-mean", draw.normal("heart", 15, 3.2), 1, "Gy")
            .put("cord-max", draw.normal("cord", 36, 2.2), 1, "Gy"));
  }

  /** The antibody alone, every cycle length, until a year has passed or something ends it. */
  private void maintenance(LocalDate due) {
    if (!mayTreat(due)) {
      return;
    }
    LocalDate chemoradiation = lastDose;
    if (!isStableSince(chemoradiation)) {
      int cycle = figures.chemotherapyCycles() + 1;
      held(figures.antibody(), cycle, Visits.maintenance(1), due, WAITS);
      waiting = true;
    }
    while (mayAssess() && !isStableSince(chemoradiation)) {
      assessNext();
    }
    if (isStableSince(chemoradiation)) {
      LocalDate assessed = lastWithoutProgression.plusDays(1);
      maintain(figures.nextClinicDay(later(due, assessed)));
    }
  }

  /** An assessment since then was without progression: the day after it maintenance may begin. */
  private boolean isStableSince(LocalDate chemoradiation) {
    return !progressed && lastWithoutProgression.isAfter(chemoradiation);
  }

  private void maintain(LocalDate start) {
    LocalDate first = LocalDate.MAX;
    int number = 1;
    for (LocalDate day = start; !day.isAfter(end(first)) && mayTreat(day); number++) {
      String visit = Visits.maintenance(number);
      measurements.laboratory(day.minusDays(1), visit, 3.6);
      measurements.vitalSigns(day, visit);
      measurements.performance(day, visit, firstDose);
      measurements.cardiacThyroid(day, visit);
      if (give(figures.antibody(), figures.chemotherapyCycles() + number, visit, day)) {
        waiting = false;
        lastDose = day;
        first = earlier(first, day);
      }
      day = figures.nextClinicDay(day.plusDays(figures.cycleDays()));
    }
  }

  /** The last day of maintenance; open until that is known from which it is counted. */
  private LocalDate end(LocalDate firstMaintenance) {
    LocalDate from =
        switch (figures.maintenanceOrigin()) {
          case MAINTENANCE_START -> firstMaintenance;
          case RADIOTHERAPY_START -> radiotherapyStart;
          case RADIOTHERAPY_END -> radiotherapyEnd;
          case FIRST_DOSE -> firstDose;
        };
    return from.equals(LocalDate.MAX) ? from : from.plusMonths(figures.maintenanceMonths());
  }
}
