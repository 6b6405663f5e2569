package org.lodestar.trial.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Protocol;

/** Four invented participants: a response, a progression, a death, and one just enrolled. */
final class SampleCohort {
  static final Protocol PROTOCOL = Book.protocol();
  static final LocalDate CUTOFF = LocalDate.of(2025, 12, 31);
  private static final LocalDate ENROLLED = LocalDate.of(2025, 1, 6);

  private SampleCohort() {}

  static Cohort read() {
    return read(CUTOFF);
  }

  static Cohort read(LocalDate cutoff) {
    return of(List.of(responder(), progressing(), dying(), new Book(4)), cutoff);
  }

  static Cohort of(List<Book> books, LocalDate cutoff) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < books.size(); i++) {
      Standing.Enrolled enrolled =
          new Standing.Enrolled("01-00" + (i + 1), i + 1, ENROLLED.plusDays(i), i + 2L);
      members.add(
          new Member(
              ParticipantCode.ofOrdinal(i + 1),
              enrolled,
              Sheets.of(books.get(i).casebook(), PROTOCOL.forms()),
              PROTOCOL,
              cutoff));
    }
    return new Cohort(new EnrolmentRegister(), PROTOCOL, cutoff, members);
  }

  private static Book responder() {
    Book book = baseline(new Book(1), "1960-05", "male", "T3", "N1", "0", "61.5");
    treat(book, "2025-01-10", "200");
    treat(book, "2025-01-31", "200");
    fractions(book, 25);
    event(book, "Fatigue", "乏力", "2", "2025-02-01", "no", "probable");
    event(book, "Fatigue", "乏力", "3", "2025-03-01", "no", "possible");
    event(book, "Anemia", "贫血", "1", "2026-02-01", "no", "possible");
    scan(book, "2025-01-05", "40", "SD");
    scan(book, "2025-04-10", "20", "PR");
    scan(book, "2025-07-10", "18", "PR");
    return book.form(
        "follow-up-1", "survival-contact", "contacted-on", "2025-12-01", "status", "alive");
  }

  private static Book progressing() {
    Book book = baseline(new Book(2), "1955-11", "female", "T4a", "N2", "1", "48");
    treat(book, "2025-01-11", "200");
    fractions(book, 3);
    event(book, "Pneumonitis", "肺炎", "4", "2025-03-20", "yes", "definite");
    book.form(
        "running",
        "serious-adverse-event",
        "event",
        "1",
        "report",
        "initial",
        "aware-at",
        "2025-03-20T09:00",
        "reported-at",
        "2025-03-22T10:00");
    scan(book, "2025-01-06", "30", "SD");
    scan(book, "2025-04-09", "45", "PD");
    return book.form(
        "follow-up-1", "survival-contact", "contacted-on", "2025-11-15", "status", "not-reached");
  }

  private static Book dying() {
    Book book = baseline(new Book(3), "1948-02", "male", "T2", "N1", "1", "70.2");
    treat(book, "2025-01-12", "200");
    book.form("running", "death", "died-on", "2025-03-15", "cause", "disease");
    return book;
  }

  private static Book baseline(
      Book book, String born, String sex, String t, String n, String ecog, String weight) {
    return book.form("screening", "consent", "signed-on", "2024-12-20", "type", "initial")
        .form("screening", "demography", "birth-date", born, "sex", sex)
        .form("screening", "staging", "t", t, "n", n, "m", "M0", "location", "upper-thoracic")
        .form("screening", "performance", "ecog", ecog, "weight", weight, "dysphagia", "1");
  }

  private static void treat(Book book, String day, String dose) {
    String cycle = day.endsWith("31") ? "2" : "1";
    book.form(
            "cycle-" + cycle,
            "prescription",
            "agent",
            "camrelizumab",
            "cycle",
            cycle,
            "planned-on",
            day,
            "decision",
            "give",
            "dose",
            dose)
        .form(
            "cycle-" + cycle,
            "administration",
            "agent",
            "camrelizumab",
            "cycle",
            cycle,
            "started-at",
            day + "T10:00",
            "dose",
            dose);
  }

  static void fractions(Book book, int count) {
    for (int i = 1; i <= count; i++) {
      book.form(
          "radiotherapy",
          "fraction",
          "number",
          String.valueOf(i),
          "delivered-at",
          LocalDate.of(2025, 2, 24).plusDays(i - 1) + "T10:00",
          "status",
          "complete",
          "dose",
          "1.8");
    }
  }

  private static void event(
      Book book,
      String term,
      String verbatim,
      String grade,
      String from,
      String serious,
      String related) {
    book.form(
        "running",
        "adverse-event",
        "term",
        term,
        "verbatim",
        verbatim,
        "grade",
        grade,
        "started-on",
        from,
        "serious",
        serious,
        "outcome",
        "recovered",
        "related-camrelizumab",
        related);
  }

  private static void scan(Book book, String day, String diameter, String response) {
    String visit = "scan-" + day;
    book.form(
            visit,
            "lesion",
            "lesion",
            "T1",
            "reader",
            "investigator",
            "role",
            "target",
            "organ",
            "oesophagus",
            "node",
            "no",
            "measured-on",
            day,
            "slice-thickness",
            "5",
            "status",
            "measured",
            "diameter",
            diameter)
        .form(
            visit,
            "tumour-assessment",
            "reader",
            "investigator",
            "assessed-on",
            day,
            "method",
            "ct",
            "response",
            response,
            "new-lesion",
            "none");
  }
}
