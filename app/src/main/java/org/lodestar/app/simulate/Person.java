package org.lodestar.app.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The truth about one virtual participant, which the site comes to know only by examining: who she
 * is, how her tumour responds, when it progresses, which toxicities she gets. Drawn from the seed
 * and her number alone.
 *
 * @param number counts those who come, from 1, in the order of consent
 * @param failure what is entered for her instead because she meets a criterion not; empty when she
 *     meets all
 * @param progressionDay days from the first dose; never observed directly
 * @param deathDay days from the first dose, {@link #NEVER} beyond what is simulated
 * @param dropoutDay day on which she withdraws from visits
 */
record Person(
    int number,
    Draw draw,
    LocalDate consent,
    Map<String, String> failure,
    boolean male,
    LocalDate born,
    double heightCm,
    double weightKg,
    int ecog,
    boolean declinedSurgery,
    boolean nabPaclitaxel,
    List<Tumour> tumours,
    int progressionDay,
    Relapse relapse,
    int deathDay,
    int dropoutDay,
    List<Episode> episodes,
    List<Scenario.Told> told) {
  static final int NEVER = 100_000;
  private static final double DAYS_PER_YEAR = 365;

  Person {
    failure = Map.copyOf(failure);
    tumours = List.copyOf(tumours);
    episodes = List.copyOf(episodes);
    told = List.copyOf(told);
  }

  /** How progression shows itself. */
  enum Relapse {
    REGIONAL("regional-in-field"),
    DISTANT("distant"),
    /** In the oesophagus, where no diameter shows it and a biopsy does. */
    LOCAL("local");

    private final String site;

    Relapse(String site) {
      this.site = site;
    }

    /** The answer in the form of an assessment. */
    String site() {
      return site;
    }
  }

  /** One toxicity that she will have, in days from the first day of its phase. */
  record Episode(Scenario.Toxicity toxicity, int onsetDay, int lastingDays, int grade) {}

  /**
   * One lesion. Its diameter falls exponentially to what treatment can reach, and grows
   * exponentially from the day of progression on.
   *
   * @param node a lymph node, of which the short axis is measured
   * @param remaining share of the diameter that treatment leaves
   */
  record Tumour(
      String name, String organ, String site, boolean node, double baselineMm, double remaining) {
    private static final double SHRINK_DAYS = 45;
    private static final double GROWTH_PER_DAY = 0.006;

    BigDecimal diameterMm(int day, int progressionDay) {
      double until = Math.min(day, progressionDay);
      double share =
          remaining + (1 - remaining) * StrictMath.exp(-Math.max(until, 0) / SHRINK_DAYS);
      double grown = StrictMath.exp(GROWTH_PER_DAY * Math.max(0, day - progressionDay + 40));
      double now = baselineMm * share * (day >= progressionDay ? Math.max(1.3, grown) : 1);
      return BigDecimal.valueOf(now).setScale(1, RoundingMode.HALF_EVEN);
    }
  }

  /** All who come, in the order of their consent. */
  static List<Person> all(Scenario scenario, long seed) {
    Draw root = Draw.of(seed);
    List<Map<String, String>> failures = new ArrayList<>();
    for (Scenario.Failure failure : scenario.failures()) {
      for (int i = 0; i < failure.number(); i++) {
        failures.add(failure.items());
      }
    }
    List<Map<String, String>> order = strewn(root, failures, scenario.accrual().eligible());
    List<Person> all = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      LocalDate consent = consent(root, scenario.accrual(), i, order.size());
      all.add(person(scenario, root.part("participant", i + 1L), i + 1, consent, order.get(i)));
    }
    return all;
  }

  /** Places the failures among the eligible, never last: the last who comes meets the cap. */
  private static List<Map<String, String>> strewn(
      Draw root, List<Map<String, String>> failures, int eligible) {
    List<Map<String, String>> order = new ArrayList<>();
    for (int i = 0; i < eligible; i++) {
      order.add(Map.of());
    }
    for (int i = 0; i < failures.size(); i++) {
      int last = Math.max(0, order.size() - 2);
      order.add(root.part("failure", i).whole("place", 0, last), failures.get(i));
    }
    return order;
  }

  private static LocalDate consent(Draw root, Scenario.Accrual accrual, int i, int count) {
    long span = accrual.lastConsent().toEpochDay() - accrual.firstConsent().toEpochDay();
    if (i == 0 || count < 2) {
      return accrual.firstConsent();
    }
    if (i == count - 1) {
      return accrual.lastConsent();
    }
    double shift = root.part("consent", i).between("shift", -0.35, 0.35);
    return accrual.firstConsent().plusDays(Math.round(span * (i + shift) / (count - 1)));
  }

  private static Person person(
      Scenario scenario, Draw draw, int number, LocalDate consent, Map<String, String> failure) {
    Scenario.Disease disease = scenario.disease();
    boolean male = draw.chance("male", 0.82);
    int progression = progressionDay(draw, disease);
    return new Person(
        number,
        draw,
        consent,
        failure,
        male,
        consent.minusDays((long) (365.25 * Math.clamp(draw.normal("age", 61, 6), 45, 71))),
        round(draw.normal("height", male ? 168 : 157, 5)),
        round(draw.normal("weight", male ? 62 : 56, 5)),
        draw.chance("ecog", 0.7) ? 1 : 0,
        draw.chance("declined", 0.35),
        draw.chance("nab", scenario.conduct().nabPaclitaxel()),
        tumours(draw, disease),
        progression,
        relapse(draw, disease),
        deathDay(draw, disease, progression),
        days(draw.exponential("dropout", perYear(scenario.conduct().dropoutPerYear()))),
        episodes(scenario, draw),
        scenario.told().stream().filter(told -> told.participant() == number).toList());
  }

  private static Relapse relapse(Draw draw, Scenario.Disease disease) {
    if (draw.chance("distant", disease.distantShare())) {
      return Relapse.DISTANT;
    }
    return draw.chance("biopsy-only", disease.localShare()) ? Relapse.LOCAL : Relapse.REGIONAL;
  }

  /** The episode for which radiotherapy and antibody are held on a day. */
  Optional<Scenario.Told> hold(LocalDate day) {
    return told.stream().filter(each -> each.holds(day)).findFirst();
  }

  private static int progressionDay(Draw draw, Scenario.Disease disease) {
    double hazardPerDay = -StrictMath.log(disease.progressionFreeAtYear()) / DAYS_PER_YEAR;
    return days(draw.exponential("progression", 1 / hazardPerDay));
  }

  private static int deathDay(Draw draw, Scenario.Disease disease, int progression) {
    int withDisease =
        progression + days(draw.exponential("death", disease.deathAfterProgressionDays()));
    double mean = perYear(disease.deathWithoutProgressionPerYear());
    return Math.min(Math.min(withDisease, days(draw.exponential("other-death", mean))), NEVER);
  }

  private static double perYear(double hazard) {
    return hazard == 0 ? NEVER * 1_000.0 : DAYS_PER_YEAR / hazard;
  }

  private static int days(double days) {
    return (int) Math.min(NEVER, Math.max(1, Math.round(days)));
  }

  private static double round(double value) {
    return Math.rint(value * 10) / 10;
  }

  private static List<Tumour> tumours(Draw draw, Scenario.Disease disease) {
    List<Tumour> tumours = new ArrayList<>();
    List<String> stations = List.of("paraoesophageal", "recurrent nerve, right", "subcarinal");
    int nodes = draw.whole("nodes", 1, 2);
    for (int i = 0; i < nodes; i++) {
      Draw own = draw.part("node", i);
      double remaining =
          Math.clamp(1 - own.normal("left", disease.deepestShrinkage(), 0.2), 0.05, 1);
      tumours.add(
          new Tumour(
              "T" + (i + 1),
              "lymph node",
              stations.get(i),
              true,
              round(own.between("size", 15.5, 32)),
              remaining));
    }
    return tumours;
  }

  private static List<Episode> episodes(Scenario scenario, Draw draw) {
    List<Episode> episodes = new ArrayList<>();
    for (Scenario.Toxicity toxicity : scenario.toxicities()) {
      Draw own = draw.part(toxicity.term(), 0);
      if (own.chance("happens", toxicity.probability())) {
        int mild = own.chance("two", 0.45) ? 2 : 1;
        episodes.add(
            new Episode(
                toxicity,
                days(toxicity.onsetDays() * own.between("onset", 0.4, 1.8)),
                days(own.exponential("lasting", toxicity.lastingDays())),
                own.chance("severe", toxicity.severe()) ? 3 : mild));
      }
    }
    return episodes;
  }
}
