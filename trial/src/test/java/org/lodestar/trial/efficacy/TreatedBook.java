package org.lodestar.trial.efficacy;

import java.time.LocalDate;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.protocol.Protocol;

/** A participant who was treated and assessed, and what is derived of her. */
final class TreatedBook {
  static final Protocol PROTOCOL = Book.protocol();
  static final LocalDate CUTOFF = LocalDate.of(2026, 12, 31);
  static final Derived<LocalDate> ENROLMENT =
      Derived.of(EfficacyRule.ORIGIN, LocalDate.of(2025, 1, 2), new FactRef(1, "enrolment.on"));

  static Book treated() {
    return new Book()
        .form("screening", "consent", "signed-on", "2024-12-20", "type", "initial")
        .form(
            "screening", "tumour-assessment", "reader", "investigator", "assessed-on", "2024-12-30")
        .form(
            "screening",
            "lesion",
            "lesion",
            "T1",
            "reader",
            "investigator",
            "role",
            "target",
            "organ",
            "lymph node",
            "node",
            "yes",
            "status",
            "measured",
            "diameter",
            "3.4 cm")
        .form(
            "screening",
            "lesion",
            "lesion",
            "T2",
            "reader",
            "investigator",
            "role",
            "target",
            "organ",
            "liver",
            "node",
            "no",
            "status",
            "measured",
            "diameter",
            "26 mm")
        .form(
            "screening",
            "lesion",
            "lesion",
            "P",
            "reader",
            "investigator",
            "role",
            "non-target",
            "organ",
            "oesophagus",
            "node",
            "no",
            "status",
            "present")
        .form(
            "cycle-1",
            "administration",
            "agent",
            "carboplatin",
            "cycle",
            "1",
            "started-at",
            "2025-01-06T09:00",
            "dose",
            "450 mg",
            "lot",
            "L1");
  }

  static Book assessed(Book book, String visit, String date, String first, String second) {
    return book.form(
            visit,
            "tumour-assessment",
            "reader",
            "investigator",
            "assessed-on",
            date,
            "new-lesion",
            "none")
        .form(
            visit,
            "lesion",
            "lesion",
            "T1",
            "reader",
            "investigator",
            "role",
            "target",
            "node",
            "yes",
            "status",
            "measured",
            "diameter",
            first)
        .form(
            visit,
            "lesion",
            "lesion",
            "T2",
            "reader",
            "investigator",
            "role",
            "target",
            "node",
            "no",
            "status",
            "measured",
            "diameter",
            second)
        .form(
            visit,
            "lesion",
            "lesion",
            "P",
            "reader",
            "investigator",
            "role",
            "non-target",
            "node",
            "no",
            "status",
            "present");
  }

  static ParticipantEfficacy derive(Book book) {
    return derive(book, PROTOCOL);
  }

  static ParticipantEfficacy derive(Book book, Protocol protocol) {
    return EfficacyDerivation.derive(book.sheets(), protocol, ENROLMENT, CUTOFF);
  }

  private TreatedBook() {}
}
