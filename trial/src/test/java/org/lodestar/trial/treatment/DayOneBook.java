package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;
import org.lodestar.trial.schedule.Outlook;
import org.lodestar.trial.schedule.Schedule;
import org.lodestar.trial.schedule.ScheduleFacts;
import org.lodestar.trial.schedule.WorkingDays;

/** A participant on day 1 of cycle 2 under the shipped trial, and what is proposed for her. */
final class DayOneBook {
  static final Protocol PROTOCOL = ShippedTrial.folder().protocol();
  static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
  static final LocalDate DAY = FIRST.plusDays(21);

  static Book book() {
    Book book =
        new Book()
            .form("screening", "demography", "birth-date", "1963-05", "sex", "male")
            .form(
                "screening",
                "performance",
                "assessed-on",
                "2025-03-01",
                "height",
                "170 cm",
                "weight",
                "65 kg",
                "ecog",
                "1");
    for (String agent : new String[] {"paclitaxel", "carboplatin", "camrelizumab"}) {
      book.form(
          "cycle-1",
          "administration",
          "agent",
          agent,
          "cycle",
          "1",
          "started-at",
          FIRST + "T09:00",
          "dose",
          "200 mg");
    }
    return book;
  }

  static Book withLaboratory(Book book, String neutrophils, LocalDate on) {
    return book.form(
        "cycle-2",
        "laboratory",
        "sampled-on",
        on.toString(),
        "neutrophils",
        neutrophils + " 10^9/L",
        "platelets",
        "180 10^9/L",
        "haemoglobin",
        "110 g/L",
        "bilirubin",
        "12 umol/L",
        "bilirubin-uln",
        "1.2 mg/dL",
        "alt-uln",
        "40 U/L",
        "ast-uln",
        "40 U/L",
        "alt",
        "30 U/L",
        "ast",
        "28 U/L",
        "creatinine",
        "80 umol/L");
  }

  static Book fit() {
    return withLaboratory(book(), "2.1", DAY.minusDays(1));
  }

  static Book event(Book book, String term, int grade, String immune, String ended) {
    return book.form(
        "cycle-1",
        "adverse-event",
        "term",
        term,
        "grade",
        Integer.toString(grade),
        "started-on",
        FIRST.plusDays(8).toString(),
        "immune-related",
        immune,
        ended.isEmpty() ? "verbatim" : "ended-on",
        ended.isEmpty() ? term : ended);
  }

  static DayOne dayOne(Book book, Protocol protocol, LocalDate day) {
    Schedule schedule =
        Schedule.derive(
            ScheduleFacts.read(
                book.sheets(),
                protocol,
                new EnrolmentRegister.Standing.Enrolled("01-001", 1, FIRST, 1)),
            protocol,
            WorkingDays.mondayToFriday(),
            WorkingDays.mondayToFriday(),
            Outlook.from(day));
    return new DayOne(book.sheets(), protocol, schedule.treatment(), day);
  }

  static Map<String, AgentDay> decide(Book book, LocalDate day) {
    return dayOne(book, PROTOCOL, day).deriveVisit("cycle-2").stream()
        .collect(Collectors.toMap(AgentDay::agent, Function.identity()));
  }

  static Action action(Map<String, AgentDay> decided, String agent) {
    AgentDay one = decided.get(agent);
    assertThat(one).as(agent).isNotNull();
    return one.proposal().derived().get();
  }

  static Action camrelizumab(Book book, Protocol protocol, String visit, LocalDate day) {
    return dayOne(book, protocol, day).deriveVisit(visit).stream()
        .filter(one -> one.agent().equals("camrelizumab"))
        .findFirst()
        .orElseThrow()
        .proposal()
        .derived()
        .get();
  }

  private DayOneBook() {}
}
