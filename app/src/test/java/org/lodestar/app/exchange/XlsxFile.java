package org.lodestar.app.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks for tests, as spreadsheets write them: shared texts, numbers, styled dates. */
public final class XlsxFile {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String STYLES =
      HEAD
          + "<styleSheet><numFmts count=\"2\"><numFmt numFmtId=\"164\""
          + " formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
          + "<numFmt numFmtId=\"165\" formatCode=\"[Red]0.0&quot; MU, days&quot;\"/></numFmts>"
          + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
          + "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/><xf numFmtId=\"20\"/>"
          + "<xf numFmtId=\"165\"/></cellXfs></styleSheet>";

  private XlsxFile() {}

  /** A day, with the style of its number. */
  public static String day(String serial) {
    return "#1:" + serial;
  }

  /** Any styled number: 1 built-in day, 2 Chinese day, 3 day and time, 4 time, 5 no date. */
  public static String styled(int style, String serial) {
    return "#" + style + ":" + serial;
  }

  /** A workbook of one sheet. */
  public static byte[] of(String sheet, List<List<String>> rows) {
    return zip(parts(sheet, rows));
  }

  /** The parts of such a workbook, to be spoilt. */
  public static Map<String, String> parts(String sheet, List<List<String>> rows) {
    Map<String, Integer> texts = new LinkedHashMap<>();
    StringBuilder cells = new StringBuilder(HEAD).append("<worksheet><sheetData>");
    for (int row = 0; row < rows.size(); row++) {
      cells.append("<row r=\"").append(row + 1).append("\">");
      for (int column = 0; column < rows.get(row).size(); column++) {
        String place = (char) ('A' + column) + Integer.toString(row + 1);
        cells.append(cell(place, rows.get(row).get(column), texts));
      }
      cells.append("</row>");
    }
    cells.append("</sheetData></worksheet>");
    StringBuilder shared = new StringBuilder(HEAD).append("<sst>");
    texts.keySet().forEach(text -> shared.append("<si><t>").append(text).append("</t></si>"));
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", HEAD + "<Types/>");
    parts.put(
        "xl/workbook.xml",
        HEAD
            + "<workbook><workbookPr/><sheets><sheet name=\""
            + sheet
            + "\"/></sheets></workbook>");
    parts.put("xl/styles.xml", STYLES);
    parts.put("xl/sharedStrings.xml", shared.append("</sst>").toString());
    parts.put("xl/worksheets/sheet1.xml", cells.toString());
    return parts;
  }

  private static String cell(String place, String text, Map<String, Integer> texts) {
    if (text.isEmpty()) {
      return "";
    }
    if (text.startsWith("#")) {
      int colon = text.indexOf(':');
      String style = text.substring(1, colon);
      return "<c r=\""
          + place
          + "\" s=\""
          + style
          + "\"><v>"
          + text.substring(colon + 1)
          + "</v></c>";
    }
    if (text.matches("-?\\d+(\\.\\d+)?")) {
      return "<c r=\"" + place + "\"><v>" + text + "</v></c>";
    }
    int number = texts.computeIfAbsent(text, any -> texts.size());
    return "<c r=\"" + place + "\" t=\"s\"><v>" + number + "</v></c>";
  }

  /** An archive of parts. */
  public static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
