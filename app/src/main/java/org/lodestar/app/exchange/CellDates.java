package org.lodestar.app.exchange;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Which styles of a workbook show a number as a day or a time. Such a number counts days: from 30
 * December 1899 after the invented 29 February 1900 (ISO/IEC 29500-1, 18.17.4.1), or from 1 January
 * 1904 where the workbook says so; its fraction is the time of day.
 */
final class CellDates {
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

  /** The last number before the day that never was. */
  private static final int BEFORE_LEAP = 60;

  private static final int LAST_DAY = 2_958_465;
  private static final long SECONDS = 86_400;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final List<Boolean> styles;
  private final boolean since1904;

  private CellDates(List<Boolean> styles, boolean since1904) {
    this.styles = styles;
    this.since1904 = since1904;
  }

  /** Reads the styles and the epoch; without styles no number is a date. */
  static CellDates read(Optional<XMLStreamReader> styles, Optional<XMLStreamReader> book)
      throws XMLStreamException {
    List<Boolean> dates = new ArrayList<>();
    if (styles.isPresent()) {
      styles(styles.get(), dates);
    }
    return new CellDates(dates, book.isPresent() && since1904(book.get()));
  }

  private static void styles(XMLStreamReader xml, List<Boolean> dates) throws XMLStreamException {
    Map<Integer, String> codes = new HashMap<>();
    boolean inCells = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
        inCells = false;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "numFmt" -> codes.put(number(xml), attribute(xml, "formatCode"));
          case "cellXfs" -> inCells = true;
          case "xf" -> {
            if (inCells) {
              dates.add(isDate(number(xml), codes));
            }
          }
          default -> {}
        }
      }
    }
  }

  private static int number(XMLStreamReader xml) {
    String text = attribute(xml, "numFmtId");
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String text = xml.getAttributeValue(null, name);
    return text == null ? "" : text;
  }

  /** Built-in formats of days and times, also those of East Asia; else the code tells. */
  private static boolean isDate(int format, Map<Integer, String> codes) {
    String code = codes.get(format);
    if (code == null) {
      return (format >= 14 && format <= 22)
          || (format >= 27 && format <= 36)
          || (format >= 45 && format <= 47)
          || (format >= 50 && format <= 58);
    }
    String bare =
        code.replaceAll("\"[^\"]*\"|\\\\.|\\[(?!h+]|m+]|s+])[^\\]]*]", "").toLowerCase(Locale.ROOT);
    return bare.matches("(?s).*[ymdhs].*") && !bare.contains("general");
  }

  private static boolean since1904(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("workbookPr")) {
        String text = attribute(xml, "date1904");
        return text.equals("1") || text.equals("true");
      }
    }
    return false;
  }

  /** A number as its style shows it; unchanged when that is no day or time. */
  String shown(int style, String number) {
    if (style < 0 || style >= styles.size() || !styles.get(style)) {
      return number;
    }
    double value = Double.parseDouble(number);
    if (!(value >= 0 && value <= LAST_DAY)) {
      return number;
    }
    long seconds = Math.round(value * SECONDS);
    long day = seconds / SECONDS;
    LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS);
    if (day == 0 && !since1904) {
      return TIME.format(time);
    }
    String date = date(day).toString();
    return time.equals(LocalTime.MIDNIGHT) ? date : date + " " + TIME.format(time);
  }

  private LocalDate date(long day) {
    if (since1904) {
      return DAY_ZERO_1904.plusDays(day);
    }
    return DAY_ZERO.plusDays(day < BEFORE_LEAP ? day + 1 : day);
  }
}
