package org.lodestar.trial.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Whole-day events as iCalendar text (RFC 5545), for any calendar program. No personal data: events
 * speak of screening codes only.
 */
public final class CalendarText {
  /**
   * An event of one or more whole days.
   *
   * @param uid the same for the same event in every export, so that a calendar updates it
   * @param last its last day, not the day after
   */
  public record Event(
      String uid, LocalDate first, LocalDate last, String summary, String description) {
    public Event {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException(
            "an event ends on or after its first day; got: " + first + " to " + last);
      }
    }
  }

  private static final int LINE_OCTETS_MAX = 75;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private CalendarText() {}

  /**
   * @param asOf the moment of the state that is exported, not of the export
   */
  public static String render(List<Event> events, Instant asOf) {
    StringBuilder out = new StringBuilder();
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//Lodestar//Schedule//EN");
    line(out, "CALSCALE:GREGORIAN");
    events.forEach(event -> event(out, event, asOf));
    line(out, "END:VCALENDAR");
    return out.toString();
  }

  private static void event(StringBuilder out, Event event, Instant asOf) {
    line(out, "BEGIN:VEVENT");
    line(out, "UID:" + escaped(event.uid()));
    line(out, "DTSTAMP:" + INSTANT.format(asOf));
    line(out, "DTSTART;VALUE=DATE:" + DATE.format(event.first()));
    line(out, "DTEND;VALUE=DATE:" + DATE.format(event.last().plusDays(1)));
    line(out, "SUMMARY:" + escaped(event.summary()));
    line(out, "DESCRIPTION:" + escaped(event.description()));
    line(out, "TRANSP:TRANSPARENT");
    line(out, "END:VEVENT");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\\n")
        .replace("\n", "\\n");
  }

  /** A line longer than 75 octets goes on after a line break and a space; no character is cut. */
  private static void line(StringBuilder out, String text) {
    int octets = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      String character = Character.toString(codePoint);
      int length = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > LINE_OCTETS_MAX) {
        out.append("\r\n ");
        octets = 1;
      }
      out.append(character);
      octets += length;
      i += character.length();
    }
    out.append("\r\n");
  }
}
