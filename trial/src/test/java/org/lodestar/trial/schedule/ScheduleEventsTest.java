package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;
import org.lodestar.trial.schedule.CalendarText.Event;

/** A schedule as events for a calendar. */
class ScheduleEventsTest {
  private static final Protocol PROTOCOL = ShippedTrial.folder().protocol();
  private static final WorkingDays WEEKDAYS = WorkingDays.mondayToFriday();
  private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);
  private static final String CODE = "S-007";

  private static Schedule schedule() {
    Book book =
        new Book()
            .form("screening", "consent", "signed-on", "2025-02-10", "type", "initial")
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
    return Schedule.derive(
        ScheduleFacts.read(
            book.sheets(),
            PROTOCOL,
            new EnrolmentRegister.Standing.Enrolled("01-001", 1, MONDAY.minusDays(3), 12)),
        PROTOCOL,
        WEEKDAYS,
        WEEKDAYS,
        Outlook.from(MONDAY.plusDays(1)));
  }

  private static List<Event> events(Language language) {
    return ScheduleEvents.of(CODE, schedule(), language);
  }

  private static Event event(List<Event> events, String what) {
    return events.stream()
        .filter(event -> event.uid().equals(CODE + "-" + what + "@lodestar"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no event " + what));
  }

  @Test
  void theCyclesToComeAreEventsWithTheirReason() {
    Event second = event(events(Language.EN), "cycle-2");

    assertThat(second.first()).isEqualTo(MONDAY.plusDays(21));
    assertThat(second.last()).isEqualTo(MONDAY.plusDays(21));
    assertThat(second.summary()).isEqualTo("S-007 cycle 2");
    assertThat(second.description()).startsWith("day 1 of cycle 2 is 21 days after 2025-03-03");
    assertThat(event(events(Language.ZH), "cycle-2").summary()).isEqualTo("S-007 化疗周期 2");
    assertThat(event(events(Language.EN), "cycle-3").first()).isEqualTo(MONDAY.plusDays(42));
  }

  @Test
  void whatHappenedIsNoEventAnyMore() {
    assertThat(events(Language.EN))
        .extracting(Event::uid)
        .doesNotContain(
            "S-007-cycle-1@lodestar",
            "S-007-visit-cycle-1@lodestar",
            "S-007-visit-screening@lodestar");
  }

  @Test
  void eachFractionToComeIsAnEventInBothLanguages() {
    List<Event> events = events(Language.EN);

    assertThat(events.stream().filter(event -> event.uid().contains("-fraction-"))).hasSize(25);
    assertThat(event(events, "fraction-1").summary()).isEqualTo("S-007 fraction 1");
    assertThat(event(events, "fraction-25").first()).isEqualTo(LocalDate.of(2025, 4, 25));
    assertThat(event(events(Language.ZH), "fraction-25").summary()).isEqualTo("S-007 放疗第 25 次");
  }

  @Test
  void aVisitToComeStandsOnItsAppointmentWithItsWindow() {
    PlannedVisit planned = schedule().visits().visit("cycle-2").orElseThrow();
    Event visit = event(events(Language.EN), "visit-cycle-2");

    assertThat(visit.first()).isEqualTo(planned.appointment());
    assertThat(visit.description()).isEqualTo("2025-03-21 - 2025-03-27");
    assertThat(visit.summary()).isEqualTo("S-007 " + planned.visit().words().in(Language.EN));
    assertThat(event(events(Language.ZH), "visit-cycle-2").summary())
        .isEqualTo("S-007 " + planned.visit().words().in(Language.ZH));
  }

  @Test
  void everyEventHasANameOfItsOwnAndSpeaksOfTheCodeAlone() {
    List<Event> events = events(Language.EN);

    assertThat(events).extracting(Event::uid).doesNotHaveDuplicates();
    assertThat(events).allSatisfy(event -> assertThat(event.summary()).startsWith("S-007 "));
  }
}
