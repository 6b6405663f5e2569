package org.lodestar.app.simulate;

import java.time.LocalDate;
import org.lodestar.trial.fact.Role;

/** What goes on beside and after treatment: toxicity, the end of agents, new therapy, survival. */
final class FollowUp {
  private final Person person;
  private final Scenario scenario;
  private final Figures figures;
  private final Diary diary;
  private final LocalDate firstDose;
  private final Treatment.End end;
  private final LocalDate death;
  private final LocalDate dropout;

  FollowUp(
      Person person,
      Scenario scenario,
      Figures figures,
      Diary diary,
      LocalDate firstDose,
      Treatment.End end) {
    this.person = person;
    this.scenario = scenario;
    this.figures = figures;
    this.diary = diary;
    this.firstDose = firstDose;
    this.end = end;
    this.death = firstDose.plusDays(person.deathDay());
    this.dropout = firstDose.plusDays(person.dropoutDay());
  }

  void run() {
    person.episodes().forEach(this::adverseEvent);
    discontinuation();
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
    LocalDate over = start.plusDays(episode.lastingDays());
    int copy = diary.nextRepeat("adverse-event");
    boolean serious = episode.grade() >= 3 && !episode.toxicity().term().endsWith("decreased");
    diary.save(seen, Role.INVESTIGATOR, Visits.RUNNING, copy, event(episode, start, serious));
    if (serious) {
      seriousEvent(copy, seen);
    }
    if (isHere(over)) {
      resolve(copy, figures.nextClinicDay(over.plusDays(2)), over);
    }
  }

  private boolean isHere(LocalDate day) {
    return day.isBefore(death) && day.isBefore(dropout);
  }

  private Chart event(Person.Episode episode, LocalDate start, boolean serious) {
    Scenario.Toxicity toxicity = episode.toxicity();
    Chart chart =
        new Chart("adverse-event")
            .put("verbatim", toxicity.verbatim())
            .put("term", toxicity.term())
            .put("grade", episode.grade())
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

  private void seriousEvent(int event, LocalDate aware) {
    java.time.LocalDateTime at = diary.moment(aware);
    diary.save(
        aware,
        Role.SAFETY_OFFICER,
        Visits.RUNNING,
        diary.nextRepeat("serious-adverse-event"),
        new Chart("serious-adverse-event")
            .put("event", event)
            .put("report", "initial")
            .put("aware-at", at)
            .put("reported-at", at.plusHours(person.draw().whole("report", 2, 22)))
            .put("death", false)
            .put("life-threatening", false)
            .put("hospitalisation", true)
            .put("disability", false)
            .put("congenital", false)
            .put("medically-important", false)
            .put("suspected", true)
            .put("expected", true)
            .put("admitted-on", aware)
            .put("narrative", "admitted for observation and supportive treatment"));
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

  private void discontinuation() {
    LocalDate stop =
        end.progressionOn().equals(LocalDate.MAX)
            ? end.lastDose().plusDays(figures.cycleDays())
            : end.progressionOn();
    LocalDate on = figures.nextClinicDay(stop);
    if (!isHere(on)) {
      return;
    }
    String reason = end.progressionOn().equals(LocalDate.MAX) ? "completed" : "progression";
    diary.whole(
        on,
        Role.INVESTIGATOR,
        Visits.RUNNING,
        diary.nextRepeat("discontinuation"),
        new Chart("discontinuation")
            .put("agent", figures.antibody().key())
            .put("stopped-on", on)
            .put("reason", reason));
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
    for (LocalDate due = end.lastDose().plusDays(figures.survivalIntervalDays());
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
