package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTextTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  @Test
  void aWholeDayEndsOnTheNextMorning() {
    var event =
        new CalendarText.Event("S-001/cycle-2", DAY, DAY, "S-001, cycle 2; day 1", "a\nb\\");
    assertThat(CalendarText.render(List.of(event), Instant.parse("2026-05-01T10:00:00Z")))
        .isEqualTo(
            String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Lodestar//Schedule//EN",
                "CALSCALE:GREGORIAN",
                "BEGIN:VEVENT",
                "UID:S-001/cycle-2",
                "DTSTAMP:20260501T100000Z",
                "DTSTART;VALUE=DATE:20260601",
                "DTEND;VALUE=DATE:20260602",
                "SUMMARY:S-001\\, cycle 2\\; day 1",
                "DESCRIPTION:a\\nb\\\\",
                "TRANSP:TRANSPARENT",
                "END:VEVENT",
                "END:VCALENDAR",
                ""));
  }

  @Test
  void longLinesAreFoldedBetweenCharacters() {
    String words = "放疗".repeat(40);
    var event = new CalendarText.Event("u", DAY, DAY, words, "-");
    String text = CalendarText.render(List.of(event), Instant.EPOCH);
    assertThat(text.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + words);
  }

  @Test
  void anEventThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(() -> new CalendarText.Event("u", DAY, DAY.minusDays(1), "s", "d"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
