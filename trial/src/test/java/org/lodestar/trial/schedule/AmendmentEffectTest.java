package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

/** What another bundle would mean for somebody under treatment. */
class AmendmentEffectTest {
  private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);
  private static final Protocol IN_FORCE = ShippedTrial.folder().protocol();

  private static Book treated() {
    return new Book()
        .form(
            "cycle-1",
            "administration",
            "agent",
            "carboplatin",
            "cycle",
            "1",
            "started-at",
            MONDAY + "T09:00",
            "dose",
            "450 mg");
  }

  private static WhatIf.Plan plan(Book book, Protocol protocol) {
    return new WhatIf.Plan(
        ScheduleFacts.read(book.sheets(), protocol, null),
        protocol,
        Schedule.clinic(protocol),
        Schedule.machine(protocol),
        Outlook.from(MONDAY.plusDays(1)));
  }

  @Test
  void theSameBundleMovesNothing() {
    AmendmentEffect effect =
        AmendmentEffect.derive(plan(treated(), IN_FORCE), plan(treated(), IN_FORCE));
    assertThat(effect.changes()).isEmpty();
    assertThat(effect.comes()).isTrue();
  }

  @Test
  void aLongerCycleMovesTheCyclesAndFractionsToComeAndNotTheOneGiven() {
    Protocol longer =
        ShippedTrial.folder()
            .with("protocol.yaml", "cycle-length-days: {value: 21", "cycle-length-days: {value: 28")
            .protocol();
    AmendmentEffect effect =
        AmendmentEffect.derive(plan(treated(), IN_FORCE), plan(treated(), longer));
    assertThat(effect.changes())
        .contains(
            new AmendmentEffect.Change("cycle-2", MONDAY.plusDays(21), MONDAY.plusDays(28)),
            new AmendmentEffect.Change("fraction-1", MONDAY.plusDays(21), MONDAY.plusDays(28)));
    assertThat(effect.changes()).noneMatch(change -> change.what().equals("cycle-1"));
  }

  @Test
  void cyclesThatFallAwayOrComeInAddition() {
    Protocol fewer =
        ShippedTrial.folder()
            .with(
                "protocol.yaml",
                "  chemotherapy-cycles: {value: 3",
                "  chemotherapy-cycles: {value: 2")
            .protocol();
    assertThat(AmendmentEffect.derive(plan(treated(), IN_FORCE), plan(treated(), fewer)).changes())
        .anyMatch(change -> change.what().equals("cycle-3") && change.after() == null);
    assertThat(AmendmentEffect.derive(plan(treated(), fewer), plan(treated(), IN_FORCE)).changes())
        .anyMatch(change -> change.what().equals("cycle-3") && change.before() == null);
  }

  /** Consent was given on 10 February; today is 4 March 2025. */
  private static Protocol withVersion(String who, String validFrom) {
    return ShippedTrial.folder()
        .decided(
            "enrolment.consent-versions",
            "[{version: \"1.0\", valid-from: 2025-01-01, reconsent: nobody}, {version: \"1.1\","
                + " valid-from: "
                + validFrom
                + ", reconsent: "
                + who
                + ", within-days: 10}]")
        .protocol();
  }

  private static Book treatedWith(String version) {
    return treated().form("running", "consent", "signed-on", "2025-02-10", "version", version);
  }

  @Test
  void whoSignsAgainFollowsFromTheVersionsOfTheOtherBundle() {
    AmendmentEffect asks =
        AmendmentEffect.derive(
            plan(treatedWith("1.0"), IN_FORCE),
            plan(treatedWith("1.0"), withVersion("on-treatment", "2025-03-10")));
    assertThat(asks.reconsents()).as("it counts although it is valid only next week").isTrue();
    assertThat(asks.reconsent().get().version()).isEqualTo("1.1");
    assertThat(asks.reconsent().get().due()).isEqualTo("2025-03-20");

    AmendmentEffect asksNobody =
        AmendmentEffect.derive(
            plan(treatedWith("1.0"), IN_FORCE),
            plan(treatedWith("1.0"), withVersion("nobody", "2025-03-10")));
    assertThat(asksNobody.reconsents()).isFalse();
    assertThat(asksNobody.comes()).isTrue();
  }

  @Test
  void whereTheOtherBundleNamesNoVersionsNobodyIsAskedAndItSaysSo() {
    Protocol open = ShippedTrial.folder().undecided("enrolment.consent-versions").protocol();
    AmendmentEffect effect =
        AmendmentEffect.derive(plan(treatedWith("1.0"), IN_FORCE), plan(treatedWith("1.0"), open));

    assertThat(effect.reconsents()).isFalse();
    assertThat(effect.reconsent().sentence(Language.EN)).contains("enrolment.consent-versions");
  }

  @Test
  void whoseVisitsHaveEndedIsNotAskedAgain() {
    Book ended =
        treatedWith("1.0")
            .form("unscheduled", "withdrawal", "scope", "visits", "withdrawn-on", "2025-03-03");
    AmendmentEffect effect =
        AmendmentEffect.derive(
            plan(ended, IN_FORCE), plan(ended, withVersion("all-alive", "2025-03-10")));

    assertThat(effect.reconsents()).isFalse();
    assertThat(effect.comes()).isFalse();
  }
}
