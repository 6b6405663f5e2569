package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

/** Who signs which version of the consent form again, until when. */
class ReconsentsTest {
  private static final String FIRST =
      "{version: \"1.0\", valid-from: 2025-01-01, reconsent: nobody}";

  private static final Map<String, Protocol> READ = new HashMap<>();

  /** Version 1.0, and what is added to it. */
  private static Protocol versions(String... more) {
    return READ.computeIfAbsent(
        "[" + FIRST + ", " + String.join(", ", more) + "]",
        list -> ShippedTrial.folder().decided("enrolment.consent-versions", list).protocol());
  }

  private static String second(String who, String within) {
    return "{version: \"2.0\", valid-from: 2025-04-01, reconsent: " + who + within + "}";
  }

  private static final Protocol WITHIN_14 = versions(second("on-treatment", ", within-days: 14"));
  private static final Protocol AT_VISIT = versions(second("on-treatment", ""));
  private static final Protocol OF_ALL = versions(second("all-alive", ", within-days: 14"));
  private static final Protocol OF_NOBODY = versions(second("nobody", ""));

  /** First consent with version 1.0 on 10 February, cycle 1 on 3 March 2025. */
  private static Book treated() {
    return dose(signed(new Book(), "screening", "2025-02-10", "1.0"), "cycle-1", "2025-03-03");
  }

  private static Book signed(Book book, String visit, String on, String version) {
    return book.form(visit, "consent", "signed-on", on, "version", version);
  }

  private static Book again(Book book, String on, String version) {
    return signed(book, "running", on, version);
  }

  private static Book dose(Book book, String visit, String on) {
    return book.form(visit, "administration", "agent", "camrelizumab", "started-at", on + "T09:00");
  }

  private static Book stopped(Book book, String on) {
    return book.form(
        "running",
        "discontinuation",
        "agent",
        "camrelizumab",
        "stopped-on",
        on,
        "reason",
        "completed");
  }

  private static Book died(Book book, String on) {
    return book.form("running", "death", "died-on", on);
  }

  private static Book withdrew(Book book, String on, String scope) {
    return book.form("running", "withdrawal", "withdrawn-on", on, "scope", scope);
  }

  private static Reconsents derive(Book book, Protocol protocol, LocalDate asOf) {
    return derive(book, protocol, asOf, null);
  }

  private static Reconsents derive(
      Book book, Protocol protocol, LocalDate asOf, Standing standing) {
    ScheduleFacts facts = ScheduleFacts.read(book.sheets(), protocol, standing);
    WorkingDays weekdays = WorkingDays.mondayToFriday();
    Schedule schedule = Schedule.derive(facts, protocol, weekdays, weekdays, Outlook.from(asOf));
    return Reconsents.derive(facts, schedule.visits(), standing, protocol, asOf);
  }

  private static Reconsent now(Book book, Protocol protocol, String asOf) {
    return derive(book, protocol, LocalDate.parse(asOf)).now().get();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-31, NOT_REQUIRED", // not valid yet
    "2025-04-01, DUE",
    "2025-04-15, DUE", // the last day
    "2025-04-16, OVERDUE"
  })
  void aNewVersionIsDueFromItsDayToItsLastDay(String asOf, Reconsent.State expected) {
    assertThat(now(treated(), WITHIN_14, asOf).state()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2025-04-15, false", "2025-04-16, true"})
  void aSignatureIsInTimeOnTheLastDayAndLateAfterIt(String on, boolean late) {
    Reconsent reconsent = now(again(treated(), on, "2.0"), WITHIN_14, "2025-05-01");

    assertThat(reconsent.state()).isEqualTo(Reconsent.State.DONE);
    assertThat(reconsent.signedOn()).isEqualTo(on);
    assertThat(reconsent.isLate()).isEqualTo(late);
    assertThat(reconsent.isMissed()).isFalse();
  }

  @Test
  void whoSignedTheNewVersionFromTheStartIsNotAsked() {
    Book book = signed(new Book(), "screening", "2025-04-02", "2.0");
    Reconsents consents = derive(book, WITHIN_14, LocalDate.of(2025, 6, 1));

    assertThat(consents.asked()).isEmpty();
    assertThat(consents.now().get().state()).isEqualTo(Reconsent.State.NOT_REQUIRED);
    assertThat(consents.now().sentence(Language.EN))
        .isEqualTo(
            "version 2.0 of the consent form was signed on 2025-04-02; no other is asked for");
    assertThat(consents.now().facts()).hasSize(2);
  }

  /** Treatment ended on 31 March or on the very day of the new version: not on treatment then. */
  @ParameterizedTest
  @CsvSource({"2025-03-31, false, true", "2025-04-01, false, true", "2025-04-02, true, true"})
  void whoseTreatmentHasEndedIsAskedOnlyWhereEverybodyIs(
      String on, boolean onTreatment, boolean all) {
    Book book = stopped(treated(), on);
    LocalDate day = LocalDate.of(2025, 4, 10);

    assertThat(derive(book, WITHIN_14, day).isWaiting()).isEqualTo(onTreatment);
    assertThat(derive(book, OF_ALL, day).isWaiting()).isEqualTo(all);
    assertThat(derive(book, OF_NOBODY, day).isWaiting()).isFalse();
  }

  @Test
  void whoIsStillInScreeningIsAskedAndWhoFailedItIsNot() {
    Book screening = signed(new Book(), "screening", "2025-03-25", "1.0");
    LocalDate day = LocalDate.of(2025, 4, 10);

    assertThat(derive(screening, WITHIN_14, day).isWaiting()).isTrue();
    Standing failed = new Standing.Failed("not-eligible", new java.util.TreeSet<>(), 9);
    assertThat(derive(screening, WITHIN_14, day, failed).isWaiting()).isFalse();
    assertThat(derive(screening, WITHIN_14, day, failed).asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"visits", "data-use", "death"})
  void whoDiedOrWithdrewIsNotAskedAnyMore(String how) {
    for (String on : List.of("2025-03-20", "2025-04-01", "2025-04-10", "2025-04-20")) {
      Book book = how.equals("death") ? died(treated(), on) : withdrew(treated(), on, how);
      Reconsents consents = derive(book, OF_ALL, LocalDate.of(2025, 5, 1));

      assertThat(consents.isWaiting()).as(on).isFalse();
      boolean missed = consents.asked().stream().anyMatch(each -> each.get().isMissed());
      assertThat(missed).as(on + ": it was due by 15 April").isEqualTo(on.equals("2025-04-20"));
    }
  }

  @Test
  void whoWithdrewFromTreatmentAloneIsAskedWhereEverybodyIs() {
    Book book = withdrew(treated(), "2025-03-20", "treatment");
    LocalDate day = LocalDate.of(2025, 4, 10);

    assertThat(derive(book, OF_ALL, day).isWaiting()).isTrue();
    assertThat(derive(book, WITHIN_14, day).isWaiting()).isFalse();
  }

  @Test
  void atTheNextVisitMeansTheDayOnWhichItTakesPlace() {
    Book book = dose(dose(treated(), "cycle-2", "2025-03-24"), "cycle-3", "2025-04-16");
    Derived<Reconsent> asked = derive(book, AT_VISIT, LocalDate.of(2025, 5, 1)).now();

    assertThat(asked.get().due()).isBetween("2025-04-01", "2025-04-16");
    assertThat(asked.get().state()).isEqualTo(Reconsent.State.OVERDUE);
    assertThat(asked.facts()).isNotEmpty();
  }

  @Test
  void untilTheNextVisitTookPlaceItsWindowIsTheLimit() {
    Book book = dose(treated(), "cycle-2", "2025-03-24");
    Reconsent reconsent = now(book, AT_VISIT, "2025-04-01");

    assertThat(reconsent.state()).isEqualTo(Reconsent.State.DUE);
    assertThat(reconsent.due()).isAfterOrEqualTo("2025-04-01");
  }

  @Test
  void theVersionOfTheDayIsTheRightFirstConsentAndAnEarlierOneIsNot() {
    Book old = signed(new Book(), "screening", "2025-04-01", "1.0");
    Derived<Reconsent> outdated = derive(old, WITHIN_14, LocalDate.of(2025, 4, 5)).now();

    assertThat(outdated.get().state()).isEqualTo(Reconsent.State.OUTDATED);
    assertThat(outdated.get().version()).isEqualTo("2.0");
    assertThat(outdated.sentence(Language.EN))
        .isEqualTo(
            "version 1.0 of the consent form was signed on 2025-04-01, when the version in force"
                + " was 2.0; version 2.0 is to be signed at once");
    assertThat(outdated.sentence(Language.ZH)).contains("当时有效版本为 2.0");
    Book mended = again(old, "2025-04-20", "2.0");
    Derived<Reconsent> done = derive(mended, WITHIN_14, LocalDate.of(2025, 5, 1)).now();
    assertThat(done.get().state()).isEqualTo(Reconsent.State.DONE);
    assertThat(done.sentence(Language.EN))
        .endsWith("when the version in force was 2.0; version 2.0 was signed on 2025-04-20");
    assertThat(derive(mended, WITHIN_14, LocalDate.of(2025, 5, 1)).asked())
        .as("the first consent stays what it was")
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-12-30, 1.0, true", // before any version was valid
    "2025-02-10, 1.0, false",
    "2025-02-10, 2.0, true", // not valid yet
    "2025-02-10, 1.1, true" // in no list
  })
  void whatWasNotInForceOnItsDayIsNoValidFirstConsent(String on, String version, boolean wrong) {
    Book book = signed(new Book(), "screening", on, version);

    assertThat(derive(book, OF_NOBODY, LocalDate.of(2025, 3, 1)).isWaiting()).isEqualTo(wrong);
  }

  private static final String THIRD =
      "{version: \"3.0\", valid-from: %s, reconsent: %s, within-days: 14}";

  @Test
  void aLaterVersionTakesThePlaceOfOneThatWasNotSigned() {
    Protocol soon =
        versions(
            second("on-treatment", ", within-days: 14"),
            THIRD.formatted("2025-04-10", "on-treatment"));
    Reconsents consents = derive(treated(), soon, LocalDate.of(2025, 4, 20));

    assertThat(consents.asked()).hasSize(2);
    assertThat(consents.asked().getFirst().get().state()).isEqualTo(Reconsent.State.NOT_REQUIRED);
    assertThat(consents.asked().getFirst().get().isMissed()).as("it was not due yet").isFalse();
    assertThat(consents.now().get().version()).isEqualTo("3.0");
    assertThat(consents.now().get().due()).isEqualTo("2025-04-24");
  }

  @Test
  void whatWasOverdueWhenTheNextVersionCameStaysMissed() {
    Protocol late =
        versions(
            second("on-treatment", ", within-days: 14"),
            THIRD.formatted("2025-04-20", "on-treatment"));
    Book book = again(treated(), "2025-04-25", "3.0");
    Reconsents consents = derive(book, late, LocalDate.of(2025, 5, 1));

    assertThat(consents.asked().getFirst().get().isMissed()).isTrue();
    assertThat(consents.now().get().state()).isEqualTo(Reconsent.State.DONE);
    assertThat(consents.now().get().isLate()).isFalse();
  }

  @Test
  void aLaterVersionThatAsksNobodyServesForTheOneThatIsOwed() {
    Protocol editorial =
        versions(
            second("on-treatment", ", within-days: 14"), THIRD.formatted("2025-04-10", "nobody"));

    assertThat(now(treated(), editorial, "2025-04-12").version()).isEqualTo("2.0");
    Reconsent signed = now(again(treated(), "2025-04-14", "3.0"), editorial, "2025-05-01");
    assertThat(signed.version()).isEqualTo("2.0");
    assertThat(signed.state()).isEqualTo(Reconsent.State.DONE);
  }

  @Test
  void whereTheProtocolNamesNoVersionsNobodyIsAskedAndItSaysSo() {
    Protocol open = ShippedTrial.folder().undecided("enrolment.consent-versions").protocol();
    Reconsents consents = derive(treated(), open, LocalDate.of(2025, 6, 1));

    assertThat(consents.asked()).isEmpty();
    assertThat(consents.isWaiting()).isFalse();
    assertThat(consents.now().sentence(Language.EN))
        .contains("The protocol leaves open", "enrolment.consent-versions");
    assertThat(consents.now().sentence(Language.ZH)).contains("方案未规定");
  }

  @Test
  void withoutAConsentOrItsVersionItSaysWhatIsNotRecorded() {
    LocalDate day = LocalDate.of(2025, 3, 1);
    assertThat(derive(new Book(), WITHIN_14, day).now().sentence(Language.EN))
        .isEqualTo("no consent is recorded");
    Book unversioned = new Book().form("screening", "consent", "signed-on", "2025-02-10");
    assertThat(derive(unversioned, WITHIN_14, day).now().sentence(Language.EN))
        .isEqualTo("the version of the consent form that was signed is not recorded");
  }

  @Test
  void everyStateSaysItsSentenceInBothLanguagesWithItsFigures() {
    Book late = again(treated(), "2025-04-20", "2.0");
    assertThat(derive(late, WITHIN_14, LocalDate.of(2025, 5, 1)).now().sentence(Language.EN))
        .isEqualTo(
            "version 2.0 of the consent form, valid from 2025-04-01, was signed on 2025-04-20,"
                + " after 2025-04-15");
    Derived<Reconsent> due = derive(treated(), WITHIN_14, LocalDate.of(2025, 4, 2)).now();
    assertThat(due.sentence(Language.EN))
        .isEqualTo(
            "version 2.0 of the consent form, valid from 2025-04-01, is to be signed by"
                + " 2025-04-15; asked of those in screening or on treatment");
    assertThat(due.sentence(Language.ZH)).contains("2.0 版", "2025-04-15", "筛选中或治疗中");
    assertThat(due.settings()).containsKey("enrolment.consent-versions");
    assertThat(derive(treated(), WITHIN_14, LocalDate.of(2025, 4, 16)).now().sentence(Language.EN))
        .contains("was to be signed by 2025-04-15 and is not");
    Book gone = died(treated(), "2025-04-10");
    assertThat(derive(gone, WITHIN_14, LocalDate.of(2025, 5, 1)).now().sentence(Language.EN))
        .endsWith("is not asked for since 2025-04-10");
  }

  @Property(tries = 200)
  void whoHasLeftIsNeverAsked(
      @ForAll @IntRange(min = 0, max = 200) int left,
      @ForAll @IntRange(min = 0, max = 200) int later,
      @ForAll @IntRange(min = 0, max = 3) int weeks,
      @ForAll boolean byDeath) {
    LocalDate on = LocalDate.of(2025, 2, 11).plusDays(left);
    Book book =
        byDeath ? died(treated(), on.toString()) : withdrew(treated(), on.toString(), "visits");
    Protocol protocol = versions(second("all-alive", ", within-days: " + 7 * weeks));

    assertThat(derive(book, protocol, on.plusDays(later)).isWaiting()).isFalse();
  }

  @Property(tries = 200)
  void atMostOneVersionWaitsAndItIsTheLast(
      @ForAll @IntRange(min = 0, max = 3) int third,
      @ForAll @IntRange(min = 0, max = 150) int today,
      @ForAll @IntRange(min = 0, max = 2) int weeks,
      @ForAll boolean oldForm) {
    Protocol protocol =
        versions(
            second("all-alive", ", within-days: " + 7 * weeks),
            THIRD.formatted(LocalDate.of(2025, 4, 2).plusDays(13L * third), "all-alive"));
    Book book = signed(new Book(), "screening", "2025-02-10", oldForm ? "0.9" : "1.0");
    Reconsents consents = derive(book, protocol, LocalDate.of(2025, 2, 10).plusDays(today));

    List<Derived<Reconsent>> waiting =
        consents.asked().stream().filter(each -> each.get().state().isWaiting()).toList();
    assertThat(waiting).hasSizeLessThanOrEqualTo(1);
    waiting.forEach(each -> assertThat(each).isSameAs(consents.asked().getLast()));
    consents
        .asked()
        .forEach(each -> assertThat(each.get().isLate() && each.get().isMissed()).isFalse());
  }

  @Property(tries = 100)
  void signingTheVersionThatIsAskedForEndsTheAsking(
      @ForAll @IntRange(min = 0, max = 60) int after,
      @ForAll @IntRange(min = 0, max = 3) int weeks) {
    Protocol protocol = versions(second("all-alive", ", within-days: " + 7 * weeks));
    LocalDate on = LocalDate.of(2025, 4, 1).plusDays(after);
    Reconsents consents = derive(again(treated(), on.toString(), "2.0"), protocol, on);

    assertThat(consents.isWaiting()).isFalse();
    assertThat(consents.now().get().isLate()).isEqualTo(after > 7 * weeks);
  }

  @Test
  void nobodySignsByTelephone() {
    Protocol late = versions("{version: \"2.0\", valid-from: 2025-09-05, reconsent: all-alive}");
    Book book = stopped(dose(treated(), "cycle-2", "2025-03-24"), "2025-03-25");
    // A survival contact by telephone on 21 September, the next assessment on 1 December.
    assertThat(now(book, late, "2025-09-06").due()).isEqualTo("2025-12-15");
  }
}
