package org.lodestar.trial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestar.statistics.proportion.ClopperPearson;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.cases.Golden;
import org.lodestar.trial.efficacy.Response;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.report.SafetyReport.Part;

class SafetyReportTest {
  private static final Cohort COHORT = SampleCohort.read();

  /** {@code -Dapprove=true} writes what the tables say now; the difference is the review. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void theTablesAreTheApprovedOnes(Language language) {
    String name = "safety-report." + language.name().toLowerCase(java.util.Locale.ROOT) + ".txt";
    Golden.assertSame(
        "trial/src/test/resources/report/" + name, render(SafetyReport.of(COHORT), language));
  }

  private static String render(SafetyReport report, Language language) {
    StringBuilder out = new StringBuilder();
    for (SafetyReport.KeyFigure key : report.keys()) {
      out.append(key.label().in(language)).append(": ").append(key.figure()).append("; ");
      out.append(key.context().in(language)).append('\n');
    }
    for (SafetyReport.Section section : report.sections()) {
      out.append("\n== ").append(section.title().in(language)).append('\n');
      tables(section).forEach(table -> render(out, table, language));
    }
    return out.toString();
  }

  private static List<ReportTable> tables(SafetyReport.Section section) {
    List<ReportTable> tables = new ArrayList<>();
    for (Part part : section.parts()) {
      switch (part) {
        case Part.Table table -> tables.add(table.table());
        case Part.Survival survival -> tables.add(survival.twin());
        case Part.Courses courses ->
            tables.add(CourseTable.of(courses.courses(), courses.enrolled()));
      }
    }
    return tables;
  }

  private static void render(StringBuilder out, ReportTable table, Language language) {
    out.append("\n-- ").append(table.title().in(language)).append('\n');
    if (!table.note().in(language).isEmpty()) {
      out.append("   ").append(table.note().in(language)).append('\n');
    }
    out.append(line(table.columns().stream().map(ReportTable.Column::head).toList(), language));
    table.rows().forEach(row -> out.append(line(row.cells(), language)));
  }

  private static String line(List<Words> cells, Language language) {
    return cells.stream().map(cell -> cell.in(language)).collect(Collectors.joining(" | ")) + "\n";
  }

  private static ReportTable table(String key) {
    return SafetyReport.of(COHORT).sections().stream()
        .flatMap(section -> tables(section).stream())
        .filter(table -> table.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> row(String table, String first) {
    return table(table).rows().stream()
        .map(row -> row.cells().stream().map(Words::en).toList())
        .filter(cells -> cells.getFirst().equals(first))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aParticipantCountsOnceATermWithHerWorstGrade() {
    assertThat(row("adverse-events", "Fatigue"))
        .containsExactly("Fatigue", "1 (33.3)", "0", "0", "1", "0", "0", "1 (33.3)", "0.8 – 90.6");
  }

  @Test
  void theIntervalIsThatOfClopperAndPearson() {
    String shown = Shown.exact(1, 3, 0.95);

    assertThat(shown).isEqualTo(Shown.percent(ClopperPearson.interval(1, 3, 0.95)));
    assertThat(shown).isEqualTo("0.8 – 90.6");
  }

  @Test
  void whatBeganAfterTheCutOffIsNotCounted() {
    assertThat(table("adverse-events").rows())
        .noneMatch(row -> row.cells().getFirst().en().equals("Anemia"));
    Cohort later = SampleCohort.read(LocalDate.of(2026, 6, 1));
    assertThat(new EventTables(later).byTerm().rows())
        .anyMatch(row -> row.cells().getFirst().en().equals("Anemia"));
  }

  @Test
  void onlyWhatIsHeldForAnEffectOfRadiotherapyIsCountedAcuteOrLate() {
    Book book = new Book(1);
    SampleCohort.fractions(book, 25);
    event(book, "Esophagitis", "2", "2025-03-10", "probable");
    event(book, "Esophagitis", "3", "2025-06-20", "possible");
    event(book, "Fatigue", "3", "2025-06-20", "unlikely");
    event(book, "Nausea", "1", "2025-02-01", "definite");
    ReportTable effects =
        new EventTables(SampleCohort.of(List.of(book, new Book(2)), SampleCohort.CUTOFF))
            .radiationEffects();

    assertThat(cells(effects))
        .containsExactly(
            "Any | 1 (100.0) | 0 | 1 (100.0) | 1 | 1",
            "Esophagitis | 1 (100.0) | 0 | 1 (100.0) | 1 | 0",
            "Nausea | 0 (0.0) | 0 | 0 (0.0) | 0 | 1");
  }

  private static List<String> cells(ReportTable table) {
    return table.rows().stream()
        .map(row -> row.cells().stream().map(Words::en).collect(Collectors.joining(" | ")))
        .toList();
  }

  private static void event(Book book, String term, String grade, String from, String related) {
    book.form(
        "running",
        "adverse-event",
        "term",
        term,
        "grade",
        grade,
        "started-on",
        from,
        "related-radiotherapy",
        related);
  }

  @Test
  void aLateFirstReportOfASeriousEventIsCalledLate() {
    assertThat(row("serious-events", "01-002")).contains("Pneumonitis", "4", "late");
  }

  @Test
  void whoDiedAfterTheCutOffHadNotDied() {
    Cohort before = SampleCohort.read(LocalDate.of(2025, 3, 14));

    assertThat(new EventTables(before).deaths().rows()).isEmpty();
    assertThat(new EventTables(COHORT).deaths().rows()).hasSize(1);
  }

  @Test
  void aMissingBestResponseIsNotEvaluableAndStaysInTheDenominator() {
    assertThat(row("response", "Objective response (CR + PR)").get(1)).isEqualTo("1 (25.0)");
    assertThat(row("response", "NE, not evaluable").get(1)).isEqualTo("2 (50.0)");
  }

  @Test
  void theCourseEndsItsBarAtProgressionAndHasTheSmallestChange() {
    List<Course> courses = SafetyReport.courses(COHORT);
    Course progressing = course(courses, "S-002");
    Course responder = course(courses, "S-001");

    assertThat(progressing.progressed()).isTrue();
    assertThat(progressing.ending()).isEqualTo(Course.Ending.LOST);
    assertThat(progressing.bestChangePercent()).isEqualByComparingTo("50");
    assertThat(responder.confirmed()).isEqualTo(Response.PR);
    assertThat(responder.bestChangePercent()).isEqualByComparingTo("-55");
    assertThat(responder.ending()).isEqualTo(Course.Ending.FOLLOWED);
    assertThat(course(courses, "S-003").ending()).isEqualTo(Course.Ending.DIED);
  }

  private static Course course(List<Course> courses, String code) {
    return courses.stream()
        .filter(course -> course.code().toString().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void byChangeTheWorstComesFirstAndTheUnmeasuredLast() {
    List<String> codes =
        SafetyReport.courses(COHORT).stream()
            .sorted(Course.Order.CHANGE.comparator())
            .map(course -> course.code().toString())
            .toList();

    assertThat(codes).startsWith("S-002", "S-001");
  }

  @Test
  void theNumbersUnderTheTicksAddUpToTheParticipants() {
    SurvivalPicture picture =
        SafetyReport.of(COHORT).sections().stream()
            .flatMap(section -> section.parts().stream())
            .filter(Part.Survival.class::isInstance)
            .map(part -> ((Part.Survival) part).picture())
            .findFirst()
            .orElseThrow();

    for (Tick tick : picture.ticks(1)) {
      int gone = tick.events() + tick.censored();
      assertThat(tick.atRisk() + gone).isGreaterThanOrEqualTo(picture.curve().times().size());
    }
    Tick last = picture.ticks(6).getLast();
    assertThat(last.events() + last.censored()).isEqualTo(picture.curve().times().size());
  }

  @Test
  void aRowHasACellAColumn() {
    ReportTable.Builder table = ReportTable.of("t", "T", "表").text("a", "甲").figures("b", "乙");
    table.row(Words.same("only one"));

    assertThatThrownBy(table::done).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEmptyTrialHasAReportOfNothing() {
    Cohort nobody =
        new Cohort(COHORT.register(), SampleCohort.PROTOCOL, SampleCohort.CUTOFF, List.of());

    assertThat(render(SafetyReport.of(nobody), Language.EN)).contains("Enrolled: 0");
  }

  @Test
  void whoWithdrewAfterTheCutOffWasFollowedAtIt() {
    Book book = treatedBook();
    book.form("end", "withdrawal", "withdrawn-on", "2026-02-01", "scope", "follow-up");
    assertThat(ending(book)).isEqualTo(Course.Ending.FOLLOWED);
  }

  @Test
  void whatWasThereBeforeTreatmentIsNoEventOfTheTrial() {
    Book book = treatedBook();
    dysphagia(book, "2024-12-01", "yes", "3");
    assertThat(dysphagias(book)).isEmpty();
    dysphagia(book, "2025-02-01", "no", "4");
    assertThat(dysphagias(book)).containsExactly("1");
  }

  private static void dysphagia(Book book, String from, String atBaseline, String grade) {
    book.form(
        "running",
        "adverse-event",
        "term",
        "Dysphagia",
        "grade",
        grade,
        "started-on",
        from,
        "serious",
        "no",
        "at-baseline",
        atBaseline);
  }

  /** How many had it with grade 4. */
  private static List<String> dysphagias(Book book) {
    Cohort cohort = SampleCohort.of(List.of(book), SampleCohort.CUTOFF);
    return new EventTables(cohort)
        .byTerm().rows().stream()
            .filter(row -> row.cells().getFirst().en().equals("Dysphagia"))
            .map(row -> row.cells().get(5).en())
            .toList();
  }

  private static Course.Ending ending(Book book) {
    Cohort cohort = SampleCohort.of(List.of(book), SampleCohort.CUTOFF);
    return SafetyReport.courses(cohort).getFirst().ending();
  }

  private static Book treatedBook() {
    return new Book(1)
        .form(
            "cycle-1",
            "administration",
            "agent",
            "camrelizumab",
            "cycle",
            "1",
            "started-at",
            "2025-01-10T10:00",
            "dose",
            "200");
  }
}
