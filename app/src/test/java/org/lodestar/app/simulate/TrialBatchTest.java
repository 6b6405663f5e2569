package org.lodestar.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.FactLog;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Ports;
import org.lodestar.app.store.Salts;
import org.lodestar.app.store.TrialFolder;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.Protocol;

class TrialBatchTest {
  private static final LocalDate UNTIL = LocalDate.of(2024, 7, 15);
  private static final LocalDate SOON = LocalDate.of(2024, 5, 15);
  private static final LocalDate NAMED = LocalDate.of(2024, 6, 30);
  private static Bundle bundle;
  private static Protocol protocol;
  private static Scenario scenario;

  @TempDir Path folder;

  /** The shipped scenario with one more cut early on, so that a named one is among the facts. */
  @BeforeAll
  static void readTrial() throws Exception {
    bundle =
        TrialFolder.read(Path.of(System.getProperty("lodestar.root")).resolve("trials/escc-ldrt"));
    protocol = ((Protocol.Reading.Read) Protocol.read(bundle)).protocol();
    Scenario shipped = Site.shipped();
    List<Scenario.Cut> cuts = new ArrayList<>(shipped.cuts());
    cuts.add(new Scenario.Cut("Early", NAMED, java.time.LocalTime.NOON));
    scenario =
        new Scenario(
            shipped.seed(),
            shipped.accrual(),
            shipped.failures(),
            shipped.disease(),
            shipped.conduct(),
            shipped.toxicities(),
            shipped.told(),
            shipped.reviews(),
            shipped.answers(),
            cuts);
  }

  private static TrialBatch batch(LocalDate until) {
    return new TrialBatch(bundle, protocol, scenario, until, "test");
  }

  private static List<Fact> all(FactLog log) {
    List<Fact> facts = new ArrayList<>();
    log.read(1, Long.MAX_VALUE, facts::add);
    return facts;
  }

  private List<Fact> stored(long seed) {
    SimulatedClock clock = Simulation.clock(protocol, scenario);
    Ports ports = new Ports(clock, Salts.seeded(seed), "test");
    try (CommandBus bus = new CommandBus(FactLogs.build(folder, ports), clock)) {
      Simulation.run(bus, clock, bundle, protocol, scenario, seed, UNTIL, done -> {});
      return all(bus.log());
    }
  }

  /** A cut names the head of its log, which in memory has no hash. */
  private static Body withoutHash(Body body) {
    return body instanceof Body.CutNamed cut
        ? new Body.CutNamed(cut.name(), cut.seq(), Digest.NONE, cut.clinicalCutoff(), cut.bundle())
        : body;
  }

  @Test
  void theFactsOfABulkTrialAreThoseOfTheStoredRunWithItsSeed() {
    long seed = TrialBatch.seed(scenario.seed(), 3);
    List<Fact> single = stored(seed);
    List<Fact> bulk = all(batch(UNTIL).log(seed));

    assertThat(single).hasSizeGreaterThan(500);
    assertThat(single).anyMatch(fact -> fact.body() instanceof Body.CutNamed);
    assertThat(bulk).hasSameSizeAs(single);
    for (int i = 0; i < single.size(); i++) {
      assertThat(bulk.get(i).header()).isEqualTo(single.get(i).header());
      assertThat(bulk.get(i).body()).isEqualTo(withoutHash(single.get(i).body()));
      assertThat(bulk.get(i).reason()).isEqualTo(single.get(i).reason());
      assertThat(bulk.get(i).hash()).isEqualTo(Digest.NONE);
    }
  }

  @Test
  void anyNumberOfThreadsGivesTheSameOutcomes() throws Exception {
    AtomicLong told = new AtomicLong();
    List<TrialOutcome> one = batch(SOON).run(7, 3, 1, told::set);
    List<TrialOutcome> three = batch(SOON).run(7, 3, 3, done -> {});

    assertThat(three).isEqualTo(one);
    assertThat(told).hasValue(3);
    assertThat(one).extracting(TrialOutcome::seed).containsExactly(7L, 8L, 9L);
    assertThat(one).extracting(TrialOutcome::facts).doesNotHaveDuplicates();
    assertThat(batch(SOON).run(9, 1, 1, done -> {}).getFirst()).isEqualTo(one.get(2));
  }

  @Test
  void theAnalysisCountsWhatTheCutHolds() throws Exception {
    TrialOutcome at = batch(UNTIL).run(7, 1, 1, done -> {}).getFirst();

    assertThat(at.enrolled()).isPositive();
    assertThat(at.events() + at.censored()).isLessThanOrEqualTo(at.enrolled());
    assertThat(at.rateAtLandmark()).isEmpty();
    assertThat(at.rejected())
        .doesNotContain(
            DecisionRule.KAPLAN_MEIER_AT_LANDMARK, DecisionRule.BRESLOW, DecisionRule.WU);
    assertThat(at.trueRate()).isPresent();
    assertThat(at.enrolmentDays() + at.followUpDays()).isBetween(1L, 130L);
  }

  @Test
  void aTrueRateIsThatOfProgressionAndDeathTogether() {
    Scenario truly = scenario.withTrueRate(0.34);

    assertThat(truly.trueRate()).isCloseTo(0.34, within(1e-12));
    assertThat(truly.disease().progressionFreeAtYear()).isGreaterThan(0.34);
    int people = 0;
    int free = 0;
    for (long seed = 0; seed < 100; seed++) {
      for (Person person : Person.all(truly, seed)) {
        people++;
        free += Math.min(person.progressionDay(), person.deathDay()) > 365 ? 1 : 0;
      }
    }
    assertThat((double) free / people).isCloseTo(0.34, within(0.025));
    assertThatIllegalArgumentException().isThrownBy(() -> scenario.withTrueRate(0.999));
    assertThatIllegalArgumentException().isThrownBy(() -> scenario.withTrueRate(Double.NaN));
  }
}
