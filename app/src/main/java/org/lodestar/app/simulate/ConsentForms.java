package org.lodestar.app.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.ConsentVersion;

/** Which version of the consent form one participant signs, and when she signs again. */
final class ConsentForms {
  private static final String FORM = "consent";
  private static final String ONLY_VERSION = "1.0";
  private static final int BEFORE_ALL_ELSE = 8 * 60 + 5;

  /** By form: the day on which she was at the clinic. */
  private static final Map<String, String> CONTACTS =
      Map.of(
          "administration", "administration.started-at",
          "fraction", "fraction.delivered-at",
          "tumour-assessment", "tumour-assessment.assessed-on",
          "vital-signs", "vital-signs.measured-on",
          "performance", "performance.assessed-on",
          "prescription", "prescription.planned-on");

  private final Person person;
  private final Scenario scenario;
  private final Figures figures;
  private final Diary diary;

  ConsentForms(Person person, Scenario scenario, Figures figures, Diary diary) {
    this.person = person;
    this.scenario = scenario;
    this.figures = figures;
    this.diary = diary;
  }

  private List<ConsentVersion> validOn(LocalDate day) {
    return figures.consentVersions().stream().filter(v -> !v.validFrom().isAfter(day)).toList();
  }

  /** The version in force, or by mistake the one before it. */
  private boolean isOldForm(LocalDate day) {
    return validOn(day).size() > 1
        && person.draw().chance("old consent form", scenario.conduct().oldConsentForm());
  }

  /** The first consent. */
  Chart first(LocalDate day) {
    List<ConsentVersion> valid = validOn(day);
    int last = valid.size() - (isOldForm(day) ? 2 : 1);
    return chart(day, valid.isEmpty() ? ONLY_VERSION : valid.get(last).version(), "initial");
  }

  private static Chart chart(LocalDate day, String version, String type) {
    return new Chart(FORM)
        .put("signed-on", day)
        .put("version", version)
        .put("type", type)
        .put("data-use", true);
  }

  /** All that she signs after her first consent; the other acts must be in the diary already. */
  void again(LocalDate firstConsent) {
    NavigableSet<LocalDate> contacts = contacts();
    if (isOldForm(firstConsent)) {
      LocalDate found = firstConsent.plusDays(person.draw().whole("old form found", 14, 40));
      next(contacts, found).ifPresent(on -> sign(on, validOn(firstConsent).getLast()));
    }
    figures.consentVersions().stream()
        .filter(version -> version.validFrom().isAfter(firstConsent) && asksHer(version))
        .forEach(version -> day(contacts, version).ifPresent(on -> sign(on, version)));
  }

  private boolean asksHer(ConsentVersion version) {
    return switch (version.reconsent()) {
      case NOBODY -> false;
      case ON_TREATMENT -> treatmentEnd().isAfter(version.validFrom());
      case ALL_ALIVE -> true;
    };
  }

  /** On the first day at the clinic; whoever is forgotten then signs weeks later. */
  private Optional<LocalDate> day(NavigableSet<LocalDate> contacts, ConsentVersion version) {
    Draw draw = person.draw().part("re-consent", version.validFrom().toEpochDay());
    Optional<LocalDate> first = next(contacts, version.validFrom());
    return draw.chance("late", scenario.conduct().lateReconsent())
        ? first.flatMap(day -> next(contacts, day.plusDays(draw.whole("days", 8, 30))))
        : first;
  }

  private static Optional<LocalDate> next(NavigableSet<LocalDate> contacts, LocalDate from) {
    return Optional.ofNullable(contacts.ceiling(from));
  }

  private Stream<Act.Save> saves() {
    return diary.acts().stream().filter(Act.Save.class::isInstance).map(Act.Save.class::cast);
  }

  private static Optional<LocalDate> day(Act.Save save, String item) {
    return save.items().get(item) instanceof Entry.Value value
        ? Optional.of(LocalDate.parse(value.text().substring(0, 10)))
        : Optional.empty();
  }

  private NavigableSet<LocalDate> contacts() {
    NavigableSet<LocalDate> days = new TreeSet<>();
    saves().forEach(save -> day(save, CONTACTS.getOrDefault(save.form(), "")).ifPresent(days::add));
    return days;
  }

  /** When the antibody, which is given longest, was given up. */
  private LocalDate treatmentEnd() {
    return saves()
        .filter(save -> save.form().equals("discontinuation"))
        .filter(save -> save.visit().equals(Visits.END_OF_TREATMENT))
        .flatMap(save -> day(save, "discontinuation.stopped-on").stream())
        .findFirst()
        .orElse(LocalDate.MAX);
  }

  private void sign(LocalDate day, ConsentVersion version) {
    int copy = diary.nextRepeat(FORM);
    var at = day.atStartOfDay().plusMinutes(BEFORE_ALL_ELSE);
    diary.add(
        new Act.Save(
            at,
            Role.COORDINATOR,
            Visits.RUNNING,
            FORM,
            copy,
            chart(day, version.version(), "re-consent").items(),
            null));
    diary.add(new Act.Complete(at.plusMinutes(2), Role.COORDINATOR, Visits.RUNNING, FORM, copy));
  }
}
