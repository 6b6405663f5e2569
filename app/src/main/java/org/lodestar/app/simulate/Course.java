package org.lodestar.app.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lodestar.trial.fact.Role;

/** The whole way of one participant through the trial, as the acts of the virtual staff. */
final class Course {
  private static final int SCREENING_DAYS = 7;
  private static final int BASELINE_DAYS = 4;
  private final Person person;
  private final Figures figures;
  private final Diary diary;
  private final Measurements measurements;
  private final ConsentForms consents;

  private Course(Person person, Scenario scenario, Figures figures) {
    this.person = person;
    this.figures = figures;
    this.diary = new Diary(person, scenario, figures);
    this.measurements = new Measurements(person, diary);
    this.consents = new ConsentForms(person, scenario, figures, diary);
  }

  /** Every act, in the order of time, from consent to the end of follow-up. */
  static List<Act> of(Person person, Scenario scenario, Figures figures) {
    Course course = new Course(person, scenario, figures);
    LocalDate consent = figures.nextClinicDay(person.consent());
    course.screening(consent);
    LocalDate decided = course.after(consent, SCREENING_DAYS);
    if (!person.failure().isEmpty()) {
      course.diary.add(new Act.Fail(course.diary.moment(decided)));
      return course.diary.acts();
    }
    course.diary.add(new Act.Enrol(course.diary.moment(decided)));
    LocalDate firstDose = course.after(decided, person.draw().whole("start", 1, 4));
    Treatment treatment =
        new Treatment(person, scenario, figures, course.diary, course.measurements, firstDose);
    treatment.run();
    scenario
        .review(person.number())
        .ifPresent(
            review ->
                new IndependentReads(review, course.diary, figures)
                    .read(course.withBaseline(treatment.scans().scans())));
    new FollowUp(
            person,
            scenario,
            figures,
            course.diary,
            course.measurements,
            firstDose,
            treatment.end())
        .run();
    course.consents.again(consent);
    return course.diary.acts();
  }

  private LocalDate after(LocalDate day, int days) {
    return figures.nextClinicDay(day.plusDays(days));
  }

  private void screening(LocalDate consent) {
    diary.add(new Act.Register(diary.moment(consent), consents.first(consent).items()));
    diary.add(
        new Act.Complete(diary.moment(consent), Role.COORDINATOR, Visits.SCREENING, "consent", 1));
    diary.whole(consent, Role.COORDINATOR, Visits.SCREENING, 1, demography());
    diary.whole(consent, Role.COORDINATOR, Visits.SCREENING, 1, history(consent));
    LocalDate tested = after(consent, 1);
    measurements.vitalSigns(tested, Visits.SCREENING);
    measurements.performance(tested, Visits.SCREENING, tested);
    measurements.laboratory(tested, Visits.SCREENING, 3.9);
    measurements.cardiacThyroid(tested, Visits.SCREENING);
    endoscopy(after(consent, 2));
    baseline(after(consent, BASELINE_DAYS));
    staging(after(consent, 5));
    judgement(after(consent, SCREENING_DAYS));
  }

  private Chart demography() {
    Chart chart =
        new Chart("demography")
            .put("birth-date", person.born())
            .put("sex", person.male() ? "male" : "female");
    return person.male() ? chart : chart.put("childbearing-potential", false);
  }

  private void endoscopy(LocalDate day) {
    diary.whole(
        day,
        Role.INVESTIGATOR,
        Visits.SCREENING,
        1,
        new Chart("endoscopy")
            .put("performed-on", day)
            .put("at-site", true)
            .put("diagnosis-confirmed", true)
            .put("biopsy-positive", true));
  }

  private void staging(LocalDate day) {
    int nodes = person.tumours().size() + person.draw().whole("small-nodes", 0, 3);
    diary.whole(
        day,
        Role.INVESTIGATOR,
        Visits.SCREENING,
        1,
        new Chart("staging")
            .put("assessed-on", day)
            .put("t", person.draw().pick("t", List.of("T2", "T3", "T3", "T4a")))
            .put("n", nodes <= 2 ? "N1" : "N2")
            .put("m", "M0")
            .put("regional-nodes", nodes)
            .put("supraclavicular-nodes", false)
            .put(
                "location",
                person
                    .draw()
                    .pick(
                        "location",
                        List.of("upper-thoracic", "middle-thoracic", "lower-thoracic"))));
  }

  private void baseline(LocalDate day) {
    Scans.Scan scan = baselineScan(day);
    int repeat = 1;
    for (Chart lesion : scan.lesions()) {
      diary.whole(day, Role.RADIATION_ONCOLOGIST, Visits.SCREENING, repeat++, lesion);
    }
    diary.whole(day, Role.INVESTIGATOR, Visits.SCREENING, 1, scan.reading());
  }

  private Scans.Scan baselineScan(LocalDate day) {
    List<Chart> lesions = new ArrayList<>();
    for (Person.Tumour tumour : person.tumours()) {
      Chart chart = Scans.lesion(tumour, day).put("status", "measured");
      lesions.add(chart.put("diameter", tumour.diameterMm(0, Person.NEVER), "mm"));
    }
    lesions.add(Scans.primary(day, "present"));
    Chart reading =
        new Chart("tumour-assessment")
            .put("reader", "investigator")
            .put("assessed-on", day)
            .put("method", "ct")
            .put("slice-thickness", 5, 1, "mm")
            .put("new-lesion", "none")
            .put("response", "NE");
    return new Scans.Scan(day, Visits.SCREENING, lesions, reading);
  }

  /** The same images with those of the baseline before them. */
  private List<Scans.Scan> withBaseline(List<Scans.Scan> scans) {
    LocalDate baseline = after(figures.nextClinicDay(person.consent()), BASELINE_DAYS);
    List<Scans.Scan> all = new ArrayList<>(List.of(baselineScan(baseline)));
    all.addAll(scans);
    return all;
  }

  private void judgement(LocalDate day) {
    boolean declined = person.declinedSurgery();
    Chart chart =
        new Chart("eligibility-judgement")
            .put("judged-on", day)
            .put("surgery", declined ? "declined" : "unsuitable")
            .put("surgery-reason", reason(declined))
            .put("eligible", person.failure().isEmpty());
    diary.whole(day, Role.INVESTIGATOR, Visits.SCREENING, 1, chart);
  }

  private String reason(boolean declined) {
    return declined
        ? "prefers organ preservation"
        : person
            .draw()
            .pick(
                "unsuitable", List.of("nodal extent beyond resection", "cardiopulmonary reserve"));
  }

  private Chart history(LocalDate day) {
    return new Chart("history")
        .put("recorded-on", day)
        .put("pathology", "squamous-cell-carcinoma")
        .put("pathology-method", person.draw().chance("cytology", 0.1) ? "cytology" : "histology")
        .put("pathology-on", day.minusDays(person.draw().whole("pathology-on", 4, 20)));
  }
}
