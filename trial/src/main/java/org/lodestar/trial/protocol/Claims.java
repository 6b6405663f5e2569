package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lodestar.trial.fact.Words;

/**
 * What a trial says of itself, as far as {@link LintRule} compares it. Made from a protocol here; a
 * registry record makes its own.
 *
 * @param drugs the drugs that the treatment is described with
 */
public record Claims(
    List<At<Objective>> objectives,
    List<At<Intervention>> interventions,
    List<At<Outcome>> outcomes,
    List<Words> drugs,
    Optional<At<SampleSize>> sampleSize,
    Optional<At<Course>> course) {

  /** A claim and where it stands. */
  public record At<T>(T claim, Place place) {}

  /**
   * @param required participants needed for the power
   * @param dropoutPercent expected to drop out
   * @param planned participants to enrol
   */
  public record SampleSize(int required, BigDecimal dropoutPercent, int planned) {}

  /**
   * The course of treatment.
   *
   * @param startCycle the cycle with which radiotherapy starts, and on which day of it
   * @param cycles cycles of chemotherapy, as stated
   * @param maintenanceMonths longest maintenance
   */
  public record Course(
      RadiotherapySequence called,
      int startCycle,
      int startDay,
      int cycles,
      int cycleLengthDays,
      int fractions,
      int maintenanceMonths) {}

  public Claims {
    objectives = List.copyOf(objectives);
    interventions = List.copyOf(interventions);
    outcomes = List.copyOf(outcomes);
    drugs = List.copyOf(drugs);
  }

  /** What a protocol claims. */
  public static Claims of(Protocol protocol) {
    return new Claims(
        entries(protocol.get(TrialSettings.OBJECTIVES)),
        entries(protocol.get(TrialSettings.INTERVENTIONS)),
        entries(protocol.get(TrialSettings.OUTCOMES)),
        protocol.agents().stream().map(Agent::name).toList(),
        sampleSize(protocol),
        course(protocol));
  }

  private static <T> List<At<T>> entries(Setting<List<T>> setting) {
    List<T> values = setting.find().orElse(List.of());
    return IntStream.range(0, values.size())
        .mapToObj(i -> new At<>(values.get(i), setting.placeOf(i)))
        .toList();
  }

  private static Optional<At<SampleSize>> sampleSize(Protocol protocol) {
    Setting<Integer> planned = protocol.get(DesignSettings.PLANNED_ENROLMENT);
    Optional<Integer> required = protocol.get(DesignSettings.REQUIRED).find();
    Optional<BigDecimal> dropout = protocol.get(DesignSettings.DROPOUT_PERCENT).find();
    return planned.find().isPresent() && required.isPresent() && dropout.isPresent()
        ? Optional.of(
            new At<>(
                new SampleSize(required.get(), dropout.get(), planned.require()), planned.place()))
        : Optional.empty();
  }

  private static Optional<At<Course>> course(Protocol protocol) {
    Setting<RadiotherapySequence> called = protocol.get(RadiotherapySettings.SEQUENCE_IN_WORDS);
    List<SettingKey<Integer>> numbers =
        List.of(
            RadiotherapySettings.START_CYCLE,
            RadiotherapySettings.START_DAY,
            TreatmentSettings.CHEMOTHERAPY_CYCLES,
            TreatmentSettings.CYCLE_LENGTH_DAYS,
            RadiotherapySettings.FRACTIONS,
            TreatmentSettings.MAINTENANCE_MAX_MONTHS);
    List<Integer> values =
        numbers.stream().flatMap(key -> protocol.get(key).find().stream()).toList();
    if (values.size() < numbers.size()) {
      return Optional.empty();
    }
    Course course =
        new Course(
            called.find().orElse(RadiotherapySequence.NOT_NAMED),
            values.get(0),
            values.get(1),
            values.get(2),
            values.get(3),
            values.get(4),
            values.get(5));
    return Optional.of(new At<>(course, called.place()));
  }
}
