package org.lodestar.trial.efficacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestar.trial.cases.Acts;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Outcome;
import org.lodestar.trial.fact.Proposal;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Reader;
import org.lodestar.trial.protocol.ShippedTrial;

/** Two independent readers beside the site, and an adjudicator between them. */
class IndependentReviewTest {
  private static final Protocol BY_SITE = Book.protocol();
  private static final Protocol BY_REVIEW =
      ShippedTrial.folder()
          .with(
              "decisions.yaml",
              "imaging.primary-assessment:\n    value: investigator",
              "imaging.primary-assessment:\n    value: independent")
          .protocol();
  private static final Protocol ANY_DIFFERENCE =
      ShippedTrial.folder()
          .with(
              "decisions.yaml",
              "imaging.adjudication-trigger:\n    value: best-response-or-progression",
              "imaging.adjudication-trigger:\n    value: any-difference")
          .protocol();

  private static Book treated() {
    return new Book()
        .form("screening", "consent", "signed-on", "2024-12-20", "type", "initial")
        .form(
            "cycle-1",
            "administration",
            "agent",
            "carboplatin",
            "cycle",
            "1",
            "started-at",
            "2025-01-06T09:00");
  }

  /** Reads one liver lesion at baseline and then at visits ninety days apart. */
  private static Book reads(Book book, String reader, int baselineMm, int... laterMm) {
    scan(book, reader, "screening", LocalDate.of(2024, 12, 30), baselineMm);
    for (int i = 0; i < laterMm.length; i++) {
      LocalDate day = LocalDate.of(2025, 1, 6).plusDays(90L * (i + 1));
      scan(book, reader, "assessment-" + (i + 1), day, laterMm[i]);
    }
    return book;
  }

  private static void scan(Book book, String reader, String visit, LocalDate day, int mm) {
    book.form(
            visit,
            "lesion",
            "reader",
            reader,
            "lesion",
            "T1",
            "role",
            "target",
            "organ",
            "liver",
            "node",
            "no",
            "status",
            "measured",
            "diameter",
            mm + " mm")
        .form(
            visit,
            "tumour-assessment",
            "reader",
            reader,
            "assessed-on",
            day.toString(),
            "new-lesion",
            "none");
  }

  private static IndependentReview review(Book book) {
    return review(book, BY_SITE);
  }

  private static IndependentReview review(Book book, Protocol protocol) {
    return EfficacyDerivation.review(
        book.sheets(), protocol, TreatedBook.ENROLMENT, TreatedBook.CUTOFF);
  }

  private static ParticipantEfficacy efficacy(Book book, Protocol protocol) {
    return TreatedBook.derive(book, protocol);
  }

  private static Book differing() {
    Book book = reads(treated(), "investigator", 50, 30, 30);
    reads(book, "independent-1", 50, 30, 29);
    return reads(book, "independent-2", 52, 45, 60);
  }

  @Test
  void eachReaderIsJudgedAgainstHerOwnLesionsBaselineAndNadir() {
    Book book = reads(treated(), "investigator", 50, 30, 30);
    reads(book, "independent-1", 100, 60, 72);
    reads(book, "independent-2", 100, 75, 60);
    IndependentReview review = review(book);

    assertThat(review.readings())
        .extracting(ReaderReading::reader)
        .containsExactly(Reader.INVESTIGATOR, Reader.INDEPENDENT_1, Reader.INDEPENDENT_2);
    assertThat(responses(review, Reader.INVESTIGATOR)).containsExactly("PR", "PR");
    assertThat(responses(review, Reader.INDEPENDENT_1)).containsExactly("PR", "PD");
    assertThat(responses(review, Reader.INDEPENDENT_2)).containsExactly("SD", "PR");
    assertThat(review.reading(Reader.INDEPENDENT_1).orElseThrow().progression().get())
        .isEqualTo("2025-07-05");
    assertThat(review.reading(Reader.INDEPENDENT_1).orElseThrow().progressionFreeSurvival().get())
        .matches(TimeToEvent::event);
    assertThat(review.reading(Reader.INDEPENDENT_2).orElseThrow().progressionFreeSurvival().get())
        .matches(time -> !time.event());
  }

  private static List<String> responses(IndependentReview review, Reader reader) {
    return review.reading(reader).orElseThrow().response().get().visits().stream()
        .map(visit -> visit.overall().get().code())
        .toList();
  }

  @Test
  void differencesAreNamedVisitByVisitAndInWhatFollows() {
    assertThat(sentences(review(differing()), Language.EN))
        .containsExactly(
            "response at assessment-1: PR by independent reader 1, SD by independent reader 2",
            "response at assessment-2: PR by independent reader 1, PD by independent reader 2",
            "best overall response: PR by independent reader 1, SD by independent reader 2",
            "best overall response, confirmed: PR by independent reader 1, SD by independent"
                + " reader 2",
            "progression on images: none by independent reader 1, 2025-07-05 by independent"
                + " reader 2");
    assertThat(sentences(review(differing()), Language.ZH))
        .contains("影像学进展日期：独立阅片者 1为 无，独立阅片者 2为 2025-07-05");
  }

  private static List<String> sentences(IndependentReview review, Language language) {
    return review.differences().stream().map(each -> each.sentence(language)).toList();
  }

  @Test
  void aVisitThatOneOfThemDidNotReadIsADifference() {
    Book book = reads(treated(), "independent-1", 50, 30, 30);
    reads(book, "independent-2", 50, 30);

    assertThat(sentences(review(book), Language.EN))
        .contains(
            "response at assessment-2: PR by independent reader 1, not read by independent"
                + " reader 2");
  }

  @Test
  void aReaderNeedNotReadOnAfterHerProgression() {
    Book book = reads(treated(), "independent-1", 50, 30, 30, 30);
    reads(book, "independent-2", 50, 30, 60);

    assertThat(sentences(review(book), Language.EN))
        .contains(
            "response at assessment-2: PR by independent reader 1, PD by independent reader 2")
        .noneMatch(says -> says.contains("assessment-3"));
  }

  @Test
  void aReaderWithoutABaselineDiffersFromOneWithIt() {
    Book book = reads(treated(), "independent-1", 50, 30);
    scan(book, "independent-2", "assessment-1", LocalDate.of(2025, 4, 6), 30);
    IndependentReview review = review(book);

    assertThat(sentences(review, Language.EN))
        .containsExactly("baseline: there by independent reader 1, none by independent reader 2");
    assertThat(review.isPending()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"independent-1", "independent-2"})
  void ofOneReaderAloneTheReadingStands(String reader) {
    Book book = reads(treated(), "investigator", 50, 30);
    IndependentReview review = review(reads(book, reader, 50, 49));

    assertThat(review.standing().get().key()).isEqualTo(reader);
    assertThat(review.adjudication()).isEmpty();
    assertThat(efficacy(book, BY_REVIEW).best().get().response()).isEqualTo(Response.SD);
    assertThat(efficacy(book, BY_SITE).best().get().response()).isEqualTo(Response.PR);
  }

  @ParameterizedTest
  @CsvSource({"independent, INDEPENDENT_1", "second-reader, INDEPENDENT_2"})
  void readersOfEarlierFormsKeepTheirPlace(String code, Reader reader) {
    assertThat(review(reads(treated(), code, 50, 30)).standing().get()).isEqualTo(reader);
  }

  @Test
  void aFormThatNamesNoReaderIsTheSites() {
    Book book = treated();
    book.form("screening", "tumour-assessment", "assessed-on", "2024-12-30");
    book.form(
        "screening",
        "lesion",
        "lesion",
        "T1",
        "role",
        "target",
        "status",
        "measured",
        "diameter",
        "50 mm");

    assertThat(review(book).readings())
        .extracting(ReaderReading::reader)
        .containsExactly(Reader.INVESTIGATOR);
    assertThat(review(book).standing().sentence(Language.ZH)).isEqualTo("尚无独立阅片");
  }

  @Test
  void whatIsAdjudicatedIsADecisionOfTheTrial() {
    Book early = reads(treated(), "independent-1", 100, 60, 59, 60);
    reads(early, "independent-2", 100, 75, 59, 60);
    IndependentReview shownOnly = review(early);
    assertThat(shownOnly.differences()).hasSize(1);
    assertThat(shownOnly.isPending()).isFalse();
    assertThat(shownOnly.standing().get()).isEqualTo(Reader.INDEPENDENT_1);
    assertThat(review(early, ANY_DIFFERENCE).isPending()).isTrue();
  }

  @Test
  void whileTheTriggerIsOpenNoReadingStands() {
    Derived<Reader> standing =
        review(
                differing(),
                ShippedTrial.folder().undecided("imaging.adjudication-trigger").protocol())
            .standing();

    assertThat(standing.isKnown()).isFalse();
    assertThat(standing.sentence(Language.EN)).contains("imaging.adjudication-trigger");
  }

  @Test
  void whileThePrimaryAssessmentIsOpenThereIsNoEndpoint() {
    Protocol open = ShippedTrial.folder().undecided("imaging.primary-assessment").protocol();

    assertThat(efficacy(differing(), open).best().sentence(Language.EN))
        .contains("leaves open", "imaging.primary-assessment");
    assertThat(efficacy(differing(), open).progressionFreeSurvival().isKnown()).isFalse();
  }

  @Test
  void anEndpointOfAReviewThatIsPendingIsMissingAndNotCensored() {
    ParticipantEfficacy efficacy = efficacy(differing(), BY_REVIEW);

    assertThat(efficacy.progressionFreeSurvival().isKnown()).isFalse();
    assertThat(efficacy.progressionFreeSurvival().sentence(Language.EN))
        .isEqualTo("The independent readers differ and nobody has adjudicated yet");
    assertThat(efficacy(differing(), BY_SITE).progressionFreeSurvival().isKnown()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"independent-1, PR, false", "independent-2, SD, true"})
  void theAdjudicatedSeriesIsThatOfTheChosenReader(String chosen, String best, boolean event) {
    Book book = differing().decided(Adjudication.SUBJECT, chosen);
    ParticipantEfficacy efficacy = efficacy(book, BY_REVIEW);

    assertThat(efficacy.best().get().response().code()).isEqualTo(best);
    assertThat(efficacy.progressionFreeSurvival().get().event()).isEqualTo(event);
    assertThat(review(book).standing().sentence(Language.EN)).contains("the adjudicator chose");
  }

  @Test
  void aChoiceAboutReadingsThatMovedStaysAndIsAskedForAgain() {
    Book book = differing().decided(Adjudication.SUBJECT, "independent-2");
    IndependentReview review = review(book);

    assertThat(review.adjudication().orElseThrow().status()).isEqualTo(Proposal.Status.OUT_OF_DATE);
    assertThat(review.isPending()).isTrue();
    assertThat(review.standing().get()).isEqualTo(Reader.INDEPENDENT_2);
  }

  private static Outcome decide(Book book, Digest seen, Reader chosen, String reason, Role role) {
    return Adjudication.decide(
        book.casebook(),
        3,
        review(book),
        new EfficacyCommand.Adjudicate(book.casebook().code(), seen, chosen, reason),
        Acts.by(role));
  }

  private static Digest seen(Book book) {
    return review(book).adjudication().orElseThrow().inputs();
  }

  @Test
  void theAdjudicatorsChoiceIsAFactThatRemembersWhatSheSaw() {
    Book book = differing();
    Outcome outcome =
        decide(book, seen(book), Reader.INDEPENDENT_2, "T1 measured across", Role.ADJUDICATOR);

    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    Outcome.Accepted accepted = (Outcome.Accepted) outcome;
    assertThat(accepted.drafts()).hasSize(1);
    assertThat(accepted.drafts().getFirst().body())
        .isEqualTo(
            new Body.Decided(
                Adjudication.SUBJECT,
                "efficacy.adjudication",
                seen(book),
                "adjudicate",
                "independent-2",
                null));
    assertThat(accepted.drafts().getFirst().reason()).isEqualTo("T1 measured across");
  }

  @Test
  void whoeverIsNotTheAdjudicatorMayNotChoose() {
    Book book = differing();
    for (Role role : Role.values()) {
      boolean accepted =
          decide(book, seen(book), Reader.INDEPENDENT_1, "why", role) instanceof Outcome.Accepted;
      assertThat(accepted).as(role.name()).isEqualTo(role == Role.ADJUDICATOR);
    }
  }

  @Test
  void aChoiceIsRefusedWithWhatIsWrongWithIt() {
    Book book = differing();
    Digest seen = seen(book);
    assertThat(
            Acts.refusals(decide(book, Digest.NONE, Reader.INDEPENDENT_1, "w", Role.ADJUDICATOR)))
        .containsExactly(EfficacyRule.READINGS_MOVED);
    assertThat(Acts.refusals(decide(book, seen, Reader.INVESTIGATOR, "w", Role.ADJUDICATOR)))
        .containsExactly(EfficacyRule.NOT_A_READER);
    assertThat(Acts.refusals(decide(book, seen, Reader.ADJUDICATOR, "w", Role.ADJUDICATOR)))
        .containsExactly(EfficacyRule.NOT_A_READER);
    assertThat(Acts.refusals(decide(book, seen, Reader.INDEPENDENT_1, " ", Role.ADJUDICATOR)))
        .containsExactly(EfficacyRule.ADJUDICATION_WITHOUT_REASON);
    Book agreeing = reads(treated(), "independent-1", 50, 30);
    reads(agreeing, "independent-2", 50, 30);
    assertThat(Acts.refusals(decide(agreeing, seen, Reader.INDEPENDENT_1, "w", Role.ADJUDICATOR)))
        .containsExactly(EfficacyRule.NOTHING_TO_ADJUDICATE);
  }

  @Property(tries = 60)
  void readersWhoAgreeNeedNoAdjudicator(
      @ForAll @Size(max = 4) List<@IntRange(min = 0, max = 90) Integer> sums) {
    int[] later = sums.stream().mapToInt(Integer::intValue).toArray();
    Book book = reads(treated(), "investigator", 40, 40);
    reads(book, "independent-1", 40, later);
    reads(book, "independent-2", 40, later);

    assertThat(review(book).differences()).isEmpty();
    assertThat(review(book, ANY_DIFFERENCE).isPending()).isFalse();
    assertThat(figures(efficacy(book, BY_REVIEW)))
        .isEqualTo(figures(efficacy(reads(treated(), "investigator", 40, later), BY_SITE)));
  }

  @Property(tries = 60)
  void withOneReaderOnlyTheAdjudicatedSeriesIsHers(
      @ForAll @Size(max = 4) List<@IntRange(min = 0, max = 90) Integer> sums) {
    int[] later = sums.stream().mapToInt(Integer::intValue).toArray();
    Book book = reads(reads(treated(), "investigator", 40, 20), "independent-2", 40, later);

    assertThat(review(book).isPending()).isFalse();
    assertThat(figures(efficacy(book, BY_REVIEW)))
        .isEqualTo(figures(efficacy(reads(treated(), "investigator", 40, later), BY_SITE)));
  }

  @Property(tries = 60)
  void theSitesEndpointsDoNotMoveWithAnIndependentReading(
      @ForAll @Size(max = 3) List<@IntRange(min = 0, max = 90) Integer> sums) {
    int[] later = sums.stream().mapToInt(Integer::intValue).toArray();
    Book with = reads(reads(treated(), "investigator", 40, 20), "independent-1", 40, later);

    Map<String, String> after = figures(efficacy(with, BY_SITE));
    Map<String, String> before =
        figures(efficacy(reads(treated(), "investigator", 40, 20), BY_SITE));
    assertThat(after.get("best")).isEqualTo(before.get("best"));
    assertThat(after.get("pfs")).isEqualTo(before.get("pfs"));
  }

  private static Map<String, String> figures(ParticipantEfficacy efficacy) {
    Map<String, String> figures = new TreeMap<>();
    figures.put("best", text(efficacy.best()));
    figures.put("confirmed", text(efficacy.bestConfirmed()));
    figures.put("pfs", text(efficacy.progressionFreeSurvival()));
    figures.put("progression", text(efficacy.progression()));
    return figures;
  }

  private static String text(Derived<?> derived) {
    return derived.sentence(Language.EN);
  }
}
