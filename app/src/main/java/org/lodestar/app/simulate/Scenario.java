package org.lodestar.app.simulate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happens in a simulated trial, as a file says it. Probabilities lie between 0 and 1, means
 * and delays are in days.
 *
 * @param seed used unless the command line names another
 * @param reviews whose images two independent readers read too
 * @param answers what is entered for the trial's own items, by item key
 * @param told episodes that happen whatever the draws give
 * @param cuts states of the log that are named on the way, by date
 */
public record Scenario(
    long seed,
    Accrual accrual,
    List<Failure> failures,
    Disease disease,
    Conduct conduct,
    List<Toxicity> toxicities,
    List<Told> told,
    List<Review> reviews,
    SortedMap<String, String> answers,
    List<Cut> cuts) {
  static final double LOWEST_RATE = 0.01;
  static final double HIGHEST_RATE = 0.99;

  public Scenario {
    cuts = cuts.stream().sorted(Comparator.comparing(Cut::moment)).toList();
    told = List.copyOf(told);
    reviews = List.copyOf(reviews);
    failures = List.copyOf(failures);
    toxicities = List.copyOf(toxicities);
    answers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(answers));
  }

  /** How the images of a participant are read by others; empty where only the site reads. */
  Optional<Review> review(int participant) {
    for (Review review : reviews) {
      if (review.participant() == participant) {
        return Optional.of(review);
      }
    }
    return Optional.empty();
  }

  /** The true rate of no progression and no death within 365 days of the first dose. */
  public double trueRate() {
    return disease.progressionFreeAtYear()
        * StrictMath.exp(-disease.deathWithoutProgressionPerYear());
  }

  /**
   * The same scenario with another hazard of progression, so that {@link #trueRate} is this.
   *
   * @throws IllegalArgumentException when death without progression alone, or the range of the
   *     scenario file, forbids it
   */
  public Scenario withTrueRate(double rate) {
    double death = StrictMath.exp(-disease.deathWithoutProgressionPerYear());
    double progressionFree = rate / death;
    if (!(progressionFree >= LOWEST_RATE && progressionFree <= HIGHEST_RATE)) {
      throw new IllegalArgumentException(
          "the true rate lies between "
              + LOWEST_RATE * death
              + " and "
              + HIGHEST_RATE * death
              + " with the scenario's deaths without progression; got: "
              + rate);
    }
    return new Scenario(
        seed,
        accrual,
        failures,
        disease.with(progressionFree),
        conduct,
        toxicities,
        told,
        reviews,
        answers,
        cuts);
  }

  /**
   * Who comes. Consents are spread evenly with a random shift; people who fail screening are strewn
   * among those who meet every criterion.
   *
   * @param eligible people who meet every criterion; one more than the cap shows the refusal
   */
  public record Accrual(LocalDate firstConsent, LocalDate lastConsent, int eligible) {}

  /**
   * People who do not meet a criterion.
   *
   * @param items what is entered for them instead, by item key
   */
  public record Failure(int number, Map<String, String> items) {
    public Failure {
      items = Map.copyOf(items);
    }
  }

  /**
   * The hidden course of the disease.
   *
   * @param progressionFreeAtYear probability of no progression within 365 days of the first dose,
   *     under a constant hazard
   * @param deathAfterProgressionDays mean
   * @param deathWithoutProgressionPerYear hazard
   * @param deepestShrinkage mean share of the diameter that treatment can take away
   * @param distantShare of progressions that show a distant new lesion
   * @param localShare of the others that only a biopsy of the oesophagus shows
   */
  public record Disease(
      double progressionFreeAtYear,
      double deathAfterProgressionDays,
      double deathWithoutProgressionPerYear,
      double deepestShrinkage,
      double distantShare,
      double localShare) {
    Disease with(double progressionFree) {
      return new Disease(
          progressionFree,
          deathAfterProgressionDays,
          deathWithoutProgressionPerYear,
          deepestShrinkage,
          distantShare,
          localShare);
    }
  }

  /**
   * How the site works.
   *
   * @param neutropeniaDelay probability that a chemotherapy day must wait a week
   * @param missedScan of an assessment
   * @param machineDown of a treatment day on which the machine stands still
   * @param dropoutPerYear hazard of withdrawal from visits
   * @param slip probability that a measured value of a form is mistyped and corrected later
   * @param newTherapy probability of new treatment after progression
   * @param nabPaclitaxel probability of that taxane rather than the other
   * @param lateEntry probability that a form is entered days after the visit
   * @param lateReconsent probability that a new consent form is forgotten at the next visit
   * @param oldConsentForm probability that a first consent is taken on the form before the valid
   *     one
   */
  public record Conduct(
      double neutropeniaDelay,
      double missedScan,
      double machineDown,
      double dropoutPerYear,
      double slip,
      double newTherapy,
      double nabPaclitaxel,
      double lateEntry,
      double lateReconsent,
      double oldConsentForm) {}

  /** At this moment the data manager names the state of the log. */
  public record Cut(String name, LocalDate on, LocalTime at) {
    LocalDateTime moment() {
      return on.atTime(at);
    }
  }

  /**
   * An episode that is told, so that a named state has something to show.
   *
   * @param participant place in the order of consent, from 1
   * @param noticedAt when the site learns of it; it began that day
   * @param holdDays for how long radiotherapy and antibody are held from then on; 0 for not at all
   * @param reportHours after which a serious one is reported to the sponsor; 0 when not serious
   */
  public record Told(
      int participant,
      String term,
      String verbatim,
      Phase phase,
      boolean immuneRelated,
      int grade,
      LocalDateTime noticedAt,
      int lastingDays,
      int holdDays,
      int reportHours) {
    boolean holds(LocalDate day) {
      LocalDate from = noticedAt.toLocalDate();
      return !day.isBefore(from) && day.isBefore(from.plusDays(holdDays));
    }
  }

  /**
   * Two independent readers of one participant's images.
   *
   * @param participant place in the order of consent, from 1
   * @param differs whether the second one sees progression that nobody else sees
   * @param adjudicated whether somebody has settled that
   */
  public record Review(int participant, boolean differs, boolean adjudicated) {}

  /** From which treatment day the onset of a toxicity counts. */
  public enum Phase {
    CHEMOTHERAPY,
    RADIOTHERAPY,
    IMMUNOTHERAPY
  }

  /**
   * An adverse event that treatment can cause.
   *
   * @param probability that a participant has it at all
   * @param onsetDays mean time from the first day of the phase
   * @param lastingDays mean
   * @param severe probability that it reaches grade 3
   * @param term as the dictionary calls it
   * @param verbatim as the site reports it
   */
  public record Toxicity(
      String term,
      String verbatim,
      Phase phase,
      double probability,
      double onsetDays,
      double lastingDays,
      double severe,
      boolean immuneRelated) {}
}
