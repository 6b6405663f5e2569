package org.lodestar.app.simulate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.lodestar.trial.fact.Role;

/** What goes on beside and after treatment: toxicity, the end of agents, new therapy, survival. */
final class FollowUp {
  private final Person person;
  private final Scenario scenario;
  private final Figures figures;
  private final Diary diary;
  private final Measurements measurements;
  private final LocalDate firstDose;
  private final Treatment.End end;
  private final LocalDate death;
  private final LocalDate dropout;

  FollowUp(
      Person person,
      Scenario scenario,
      Figures figures,
      Diary diary,
      Measurements measurements,
      LocalDate firstDose,
      Treatment.End end) {
    this.person = person;
    this.scenario = scenario;
    this.figures = figures;
    this.diary = diary;
    this.measurements = measurements;
    this.firstDose = firstDose;
    this.end = end;
    this.death = firstDose.plusDays(person.deathDay());
    this.dropout = firstDose.plusDays(person.dropoutDay());
  }

  void run() {
    person.episodes().forEach(this::adverseEvent);
    person.told().forEach(this::told);
    discontinuation();
    visitsAfterTreatment();
    newTherapy();
    withdrawal();
    contacts();
    death();
  }

  private void adverseEvent(Person.Episode episode) {
    LocalDate from =
        switch (episode.toxicity().phase()) {
          case CHEMOTHERAPY, IMMUNOTHERAPY -> firstDose;
          case RADIOTHERAPY -> end.radiotherapyStart();
        };
    if (from.equals(LocalDate.MAX)) {
      return;
    }
    LocalDate start = from.plusDays(episode.onsetDay());
    if (start.isAfter(end.lastDose().plusDays(60)) || !isHere(start)) {
      return;
    }
    LocalDate seen = figures.nextClinicDay(start.plusDays(person.draw().whole("seen", 0, 3)));
    Scenario.Toxicity toxicity = episode.toxicity();
    boolean serious = episode.grade() >= 3 && !toxicity.term().endsWith("decreased");
    Draw draw = person.draw().part("report/" + toxicity.term(), 0);
    happen(
        new Scenario.Told(
            person.number(),
            toxicity.term(),
            toxicity.verbatim(),
            toxicity.phase(),
            toxicity.immuneRelated(),
            episode.grade(),
            diary.moment(seen).plusHours(draw.whole("noticed", 0, 7)),
            episode.lastingDays(),
            0,
            serious ? draw.whole("hours", 2, 22) : 0),
        start);
  }

  private void told(Scenario.Told told) {
    LocalDate start = told.noticedAt().toLocalDate();
    if (isHere(start)) {
      happen(told, start);
    }
  }

  private void happen(Scenario.Told episode, LocalDate start) {
    int copy = diary.nextRepeat("adverse-event");
    boolean serious = episode.reportHours() > 0;
    LocalDateTime noticed = episode.noticedAt();
    diary.add(
        new Act.Save(
            noticed,
            Role.INVESTIGATOR,
            Visits.RUNNING,
            "adverse-event",
            copy,
            event(episode, start, serious).items(),
            null));
    if (serious) {
      seriousEvent(copy, noticed, episode.reportHours());
    }
    LocalDate over = start.plusDays(episode.lastingDays());
    if (isHere(over)) {
      LocalDate known = later(over.plusDays(2), noticed.toLocalDate().plusDays(1));
      resolve(copy, figures.nextClinicDay(known), over);
    }
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private boolean isHere(LocalDate day) {
    return day.isBefore(death) && day.isBefore(dropout);
  }

  private Chart event(Scenario.Told toxicity, LocalDate start, boolean serious) {
    Chart chart =
        new Chart("adverse-event")
            .put("verbatim", toxicity.verbatim())
            .put("term", toxicity.term())
            .put("grade", toxicity.grade())
            .put("started-on", start)
            .put("outcome", "not-recovered")
            .put("serious", serious)
            .put("immune-related", toxicity.immuneRelated())
            .put("at-baseline", false);
    for (Figures.Drug drug : figures.drugs()) {
      chart.put("related-" + drug.key(), related(toxicity.phase(), drug));
    }
    return chart.put(
        "related-radiotherapy",
        toxicity.phase() == Scenario.Phase.RADIOTHERAPY ? "probable" : "not-related");
  }

  private String related(Scenario.Phase phase, Figures.Drug drug) {
    boolean given =
        !figures.taxanes().contains(drug) || drug.key().startsWith("nab") == person.nabPaclitaxel();
    boolean antibody = drug.equals(figures.antibody());
    boolean cause =
        switch (phase) {
          case CHEMOTHERAPY -> given && !antibody;
          case IMMUNOTHERAPY -> antibody;
          case RADIOTHERAPY -> false;
        };
    return cause ? "probable" : "not-related";
  }

  /** The site knows at once and fills in the report; it reaches the sponsor some hours later. */
  private void seriousEvent(int event, LocalDateTime aware, int reportHours) {
    int copy = diary.nextRepeat("serious-adverse-event");
    String form = "serious-adverse-event";
    Chart initial =
        new Chart(form)
            .put("event", event)
            .put("report", "initial")
            .put("aware-at", aware)
            .put("death", false)
            .put("life-threatening", false)
            .put("hospitalisation", true)
            .put("disability", false)
            .put("congenital", false)
            .put("medically-important", false)
            .put("suspected", true)
            .put("expected", true)
            .put("admitted-on", aware.toLocalDate())
            .put("narrative", "admitted for observation and supportive treatment");
    LocalDateTime reported = aware.plusHours(reportHours);
    saveSerious(aware.plusMinutes(11), copy, initial);
    saveSerious(reported, copy, new Chart(form).put("reported-at", reported));
    diary.add(
        new Act.Complete(reported.plusMinutes(1), Role.SAFETY_OFFICER, Visits.RUNNING, form, copy));
  }

  private void saveSerious(LocalDateTime at, int copy, Chart chart) {
    diary.add(
        new Act.Save(
            at, Role.SAFETY_OFFICER, Visits.RUNNING, chart.form(), copy, chart.items(), null));
  }

  private void resolve(int copy, LocalDate day, LocalDate over) {
    diary.add(
        new Act.Save(
            diary.moment(day),
            Role.INVESTIGATOR,
            Visits.RUNNING,
            "adverse-event",
            copy,
            new Chart("adverse-event").put("ended-on", over).put("outcome", "recovered").items(),
            "outcome known"));
    diary.add(
        new Act.Complete(
            diary.moment(day), Role.INVESTIGATOR, Visits.RUNNING, "adverse-event", copy));
  }

  /** The day on which treatment is given up: progression, or when no further dose is due. */
  private LocalDate stop() {
    return figures.nextClinicDay(progressed() ? end.progressionOn() : end.awaited());
  }

  private boolean progressed() {
    return !end.progressionOn().isAfter(end.awaited());
  }

  private void discontinuation() {
    LocalDate on = stop();
    LocalDate planned = figures.nextClinicDay(end.lastChemotherapy().plusDays(figures.cycleDays()));
    LocalDate chemotherapyEnd = planned.isBefore(on) ? planned : on;
    boolean early = progressed() && !planned.isBefore(on);
    if (isHere(chemotherapyEnd)) {
      for (String agent : end.chemotherapy()) {
        int copy = diary.nextRepeat("discontinuation");
        stopped(chemotherapyEnd, Visits.RUNNING, copy, agent, early);
      }
    }
    if (isHere(on)) {
      stopped(on, Visits.END_OF_TREATMENT, 1, figures.antibody().key(), progressed());
    }
  }

  private void stopped(LocalDate on, String visit, int copy, String agent, boolean progressed) {
    diary.whole(
        on,
        Role.INVESTIGATOR,
        visit,
        copy,
        new Chart("discontinuation")
            .put("agent", agent)
            .put("stopped-on", on)
            .put("reason", progressed ? "progression" : "completed"));
  }

  private void visitsAfterTreatment() {
    LocalDate atEnd = figures.nextClinicDay(end.lastDose().plusDays(30));
    if (isHere(atEnd)) {
      measurements.vitalSigns(atEnd, Visits.END_OF_TREATMENT);
      measurements.performance(atEnd, Visits.END_OF_TREATMENT, firstDose);
      measurements.laboratory(atEnd, Visits.END_OF_TREATMENT, 3.7);
    }
    LocalDate safety = figures.nextClinicDay(end.lastDose().plusDays(90));
    if (isHere(safety)) {
      measurements.performance(safety, Visits.SAFETY_FOLLOW_UP, firstDose);
      measurements.laboratory(safety, Visits.SAFETY_FOLLOW_UP, 3.8);
    }
  }

  private void newTherapy() {
    if (end.progressionOn().equals(LocalDate.MAX)
        || !person.draw().chance("new-therapy", scenario.conduct().newTherapy())) {
      return;
    }
    LocalDate on =
        figures.nextClinicDay(
            end.progressionOn().plusDays(person.draw().whole("new-therapy-after", 10, 40)));
    if (isHere(on)) {
      diary.whole(
          on,
          Role.COORDINATOR,
          Visits.RUNNING,
          1,
          new Chart("new-anticancer-therapy")
              .put("started-on", on)
              .put(
                  "type",
                  person
                      .draw()
                      .pick(
                          "new-type",
                          java.util.List.of("chemotherapy", "targeted", "radiotherapy"))));
    }
  }

  private void withdrawal() {
    if (dropout.isBefore(death) && dropout.isBefore(lastContact())) {
      LocalDate on = figures.nextClinicDay(dropout);
      diary.whole(
          on,
          Role.COORDINATOR,
          Visits.RUNNING,
          1,
          new Chart("withdrawal").put("withdrawn-on", on).put("scope", "visits"));
    }
  }

  private LocalDate lastContact() {
    return firstDose.plusMonths(figures.followUpMonths());
  }

  private void contacts() {
    int number = 1;
    for (LocalDate due = stop().plusDays(figures.survivalIntervalDays());
        !due.isAfter(lastContact()) && isHere(due);
        due = due.plusDays(figures.survivalIntervalDays())) {
      LocalDate on = figures.nextClinicDay(due);
      boolean reached = !person.draw().part("contact", number).chance("missed", 0.08);
      Chart chart =
          new Chart("survival-contact")
              .put("contacted-on", on)
              .put("status", reached ? "alive" : "not-reached")
              .put("method", "telephone");
      if (reached) {
        chart.put("last-alive-on", on);
      }
      diary.whole(on, Role.COORDINATOR, Visits.survival(number++), 1, chart);
    }
  }

  private void death() {
    if (death.isAfter(lastContact()) || dropout.isBefore(death)) {
      return;
    }
    LocalDate known =
        figures.nextClinicDay(death.plusDays(person.draw().whole("death-known", 1, 25)));
    boolean disease = person.deathDay() >= person.progressionDay();
    diary.whole(
        known,
        Role.INVESTIGATOR,
        Visits.RUNNING,
        1,
        new Chart("death")
            .put("died-on", death)
            .put("cause", disease ? "disease" : "other")
            .put("evidence", "medical-record"));
  }
}
