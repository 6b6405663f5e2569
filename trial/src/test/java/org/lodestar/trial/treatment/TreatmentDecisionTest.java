package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Outcome;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Stream;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

/** What a person may decide on day 1 of cycle 2 under the shipped trial. */
class TreatmentDecisionTest {
  private static final Protocol PROTOCOL = ShippedTrial.folder().protocol();
  private static final ParticipantCode CODE = ParticipantCode.ofOrdinal(1);
  private static final Standing ENROLLED =
      new Standing.Enrolled("01-001", 1, LocalDate.of(2025, 3, 1), 1);
  private static final String VISIT = "cycle-2";

  private static AgentDay proposed(Book book, String agent) {
    return TreatmentDecision.propose(book.casebook(), ENROLLED, PROTOCOL, VISIT, DayOneBook.DAY)
        .stream()
        .filter(day -> day.agent().equals(agent))
        .findFirst()
        .orElseThrow();
  }

  private static Outcome decide(
      Book book,
      @Nullable Standing standing,
      Role role,
      Digest inputs,
      Action decided,
      @Nullable String reason,
      @Nullable String second) {
    var command =
        new TreatmentCommand.DecideDayOne(
            CODE, VISIT, DayOneBook.DAY, "carboplatin", inputs, decided, reason, second);
    Context context = new Context("i.li", role, "01", Instant.EPOCH, DayOneBook.DAY, Digest.NONE);
    return TreatmentDecision.decide(book.casebook(), standing, 4, PROTOCOL, command, context);
  }

  private static List<String> refused(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome)
        .refusals().stream().map(refusal -> refusal.rule().id()).toList();
  }

  private static Digest seen(Book book) {
    return proposed(book, "carboplatin").proposal().derived().digest();
  }

  @Test
  void whatIsProposedIsDecidedWithoutAReasonAndRemembersItsInputs() {
    Book book = DayOneBook.fit();

    Outcome outcome =
        decide(book, ENROLLED, Role.INVESTIGATOR, seen(book), Action.GIVE, null, null);

    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    Outcome.Accepted accepted = (Outcome.Accepted) outcome;
    assertThat(accepted.read())
        .containsEntry(new Stream.Participant(CODE), 4L)
        .containsEntry(new Stream.Casebook(CODE), book.casebook().lastSeq());
    assertThat(accepted.drafts()).hasSize(1);
    assertThat(accepted.drafts().getFirst().body())
        .isEqualTo(
            new Body.Decided(
                "treatment.day-1/cycle-2/2025-03-24/carboplatin",
                "treatment.day-1",
                seen(book),
                "give",
                "give",
                null));
  }

  @Test
  void toDepartFromTheProposalNeedsAReason() {
    Book book = DayOneBook.fit();

    assertThat(
            refused(decide(book, ENROLLED, Role.INVESTIGATOR, seen(book), Action.HOLD, " ", null)))
        .containsExactly("treatment.departs-without-reason");
    assertThat(decide(book, ENROLLED, Role.INVESTIGATOR, seen(book), Action.HOLD, "fever", null))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void aProposalThatMovedMustBeLookedAtAgain() {
    Book book = DayOneBook.fit();
    Digest before = seen(book);
    Book corrected = DayOneBook.withLaboratory(book, "0.4", DayOneBook.DAY);

    assertThat(
            refused(decide(corrected, ENROLLED, Role.INVESTIGATOR, before, Action.HOLD, "x", null)))
        .containsExactly("treatment.proposal-moved");
  }

  @Test
  void onlyThoseWhoMayDecideDecideAndOnlyOnTheEnrolled() {
    Book book = DayOneBook.fit();

    assertThat(
            refused(decide(book, ENROLLED, Role.COORDINATOR, seen(book), Action.GIVE, null, null)))
        .containsExactly("capture.not-permitted");
    assertThat(refused(decide(book, null, Role.INVESTIGATOR, seen(book), Action.GIVE, null, null)))
        .containsExactly("treatment.not-enrolled");
  }

  @Test
  void aVisitWithoutTreatmentProposesNothing() {
    assertThat(
            TreatmentDecision.propose(
                DayOneBook.fit().casebook(), ENROLLED, PROTOCOL, "screening", DayOneBook.DAY))
        .isEmpty();
    assertThat(
            TreatmentDecision.propose(
                DayOneBook.fit().casebook(), ENROLLED, PROTOCOL, "maintenance-2", DayOneBook.DAY))
        .extracting(AgentDay::agent)
        .containsExactly("camrelizumab");
  }

  @Test
  void theAdministrationOfTheDayDoesNotMoveTheDecisionBeforeIt() {
    Book book = DayOneBook.fit();
    Digest before = seen(book);
    book.form(
        VISIT,
        "administration",
        "agent",
        "carboplatin",
        "cycle",
        "2",
        "started-at",
        DayOneBook.DAY + "T10:00",
        "dose",
        "450 mg");

    assertThat(seen(book)).isEqualTo(before);
  }

  @Test
  void aDoseBehindAGuardRailNeedsASecondPersonWhoIsSomebodyElse() {
    Book book = DayOneBook.fit();
    book.form(
        VISIT,
        "performance",
        "assessed-on",
        DayOneBook.DAY.toString(),
        "height",
        "170 cm",
        "weight",
        "190 kg",
        "ecog",
        "1");
    assertThat(proposed(book, "paclitaxel").dose().orElseThrow().guardRails()).isNotEmpty();
    var alone =
        new TreatmentCommand.DecideDayOne(
            CODE, VISIT, DayOneBook.DAY, "paclitaxel", digestOf(book), Action.GIVE, "x", "i.li");
    var together =
        new TreatmentCommand.DecideDayOne(
            CODE, VISIT, DayOneBook.DAY, "paclitaxel", digestOf(book), Action.GIVE, "x", "m.wu");
    Context context =
        new Context("i.li", Role.INVESTIGATOR, "01", Instant.EPOCH, DayOneBook.DAY, Digest.NONE);

    assertThat(
            refused(
                TreatmentDecision.decide(book.casebook(), ENROLLED, 0, PROTOCOL, alone, context)))
        .containsExactly("treatment.second-person-needed");
    assertThat(TreatmentDecision.decide(book.casebook(), ENROLLED, 0, PROTOCOL, together, context))
        .isInstanceOf(Outcome.Accepted.class);
  }

  private static Digest digestOf(Book book) {
    return proposed(book, "paclitaxel").proposal().derived().digest();
  }

  private static String refusal(String visit, String agent) {
    var command =
        new TreatmentCommand.DecideDayOne(
            CODE, visit, DayOneBook.DAY, agent, Digest.NONE, Action.GIVE, null, null);
    Context context =
        new Context("i.li", Role.INVESTIGATOR, "01", Instant.EPOCH, DayOneBook.DAY, Digest.NONE);
    Outcome outcome =
        TreatmentDecision.decide(
            DayOneBook.fit().casebook(), ENROLLED, 4, PROTOCOL, command, context);
    assertThat(refused(outcome)).containsExactly("treatment.nothing-proposed");
    return ((Outcome.Refused) outcome).refusals().getFirst().message().in(Language.EN);
  }

  @Test
  void whatIsNotGivenAtAVisitIsRefusedWithWhatIs() {
    assertThat(refusal(VISIT, "nab-paclitaxel"))
        .isEqualTo(
            "Nothing is proposed for nab-paclitaxel at cycle-2; the agents of this visit are:"
                + " paclitaxel, carboplatin, camrelizumab");
    assertThat(refusal("screening", "carboplatin"))
        .isEqualTo(
            "Nothing is proposed for carboplatin at screening; the agents of this visit are: -");
  }

  @Test
  void aDoseBehindAGuardRailThatIsNotGivenNeedsNoSecondPerson() {
    Book book = DayOneBook.fit();
    book.form(
        VISIT,
        "performance",
        "assessed-on",
        DayOneBook.DAY.toString(),
        "height",
        "170 cm",
        "weight",
        "190 kg",
        "ecog",
        "1");
    Context context =
        new Context("i.li", Role.INVESTIGATOR, "01", Instant.EPOCH, DayOneBook.DAY, Digest.NONE);
    for (Action decided : List.of(Action.HOLD, Action.OMIT, Action.STOP)) {
      assertThat(
              TreatmentDecision.decide(
                  book.casebook(), ENROLLED, 0, PROTOCOL, paclitaxel(book, decided, null), context))
          .isInstanceOf(Outcome.Accepted.class);
    }
    for (Action decided : List.of(Action.GIVE, Action.REDUCE)) {
      Outcome alone =
          TreatmentDecision.decide(
              book.casebook(), ENROLLED, 0, PROTOCOL, paclitaxel(book, decided, " "), context);
      assertThat(refused(alone)).containsExactly("treatment.second-person-needed");
      assertThat(((Outcome.Refused) alone).refusals().getFirst().message().in(Language.EN))
          .contains("treatment.guard-surface");
    }
  }

  private static TreatmentCommand.DecideDayOne paclitaxel(
      Book book, Action decided, @Nullable String second) {
    return new TreatmentCommand.DecideDayOne(
        CODE, VISIT, DayOneBook.DAY, "paclitaxel", digestOf(book), decided, "x", second);
  }
}
