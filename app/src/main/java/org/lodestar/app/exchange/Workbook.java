package org.lodestar.app.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The cells of an Excel workbook (.xlsx, ISO/IEC 29500) as text: a zip archive of XML parts. A
 * number whose format shows a day or a time becomes {@code 2026-03-02}, {@code 08:10:00}, or both
 * with a space between; other formats and formulas are passed over, a formula's last result counts.
 *
 * <p>Nothing in the archive is trusted: parts, their sum and the number of cells are bounded, and
 * document types and entities are not read.
 *
 * @param names of its sheets
 * @param sheets the rows of each sheet, cell by cell; a cell without text is empty
 */
public record Workbook(List<String> names, List<List<List<String>>> sheets) {
  private static final int MAX_PART_BYTES = 64 << 20;
  private static final long MAX_BYTES = 128L << 20;
  private static final int MAX_PARTS = 1_000;
  private static final int MAX_CELLS = 4_000_000;
  private static final String STRINGS = "xl/sharedStrings.xml";
  private static final String BOOK = "xl/workbook.xml";
  private static final String STYLES = "xl/styles.xml";
  private static final String SHEETS = "xl/worksheets/";
  private static final int MAX_COLUMNS = 16_384;

  /** Whether it is a zip archive, as every workbook of today is. */
  public static boolean isZip(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
  }

  /** Whether it is a workbook of before 2007, or one behind a password: neither is read. */
  public static boolean isCompoundFile(byte[] bytes) {
    return bytes.length > 3
        && bytes[0] == (byte) 0xd0
        && bytes[1] == (byte) 0xcf
        && bytes[2] == 0x11
        && bytes[3] == (byte) 0xe0;
  }

  /**
   * Reads a workbook.
   *
   * @throws IOException when the archive or a part of it is broken, or larger than is read
   */
  public static Workbook read(byte[] bytes) throws IOException {
    Map<String, byte[]> parts = parts(bytes);
    try {
      byte[] book = parts.getOrDefault(BOOK, new byte[0]);
      List<String> shared = shared(parts.getOrDefault(STRINGS, new byte[0]));
      CellDates dates = CellDates.read(part(parts, STYLES), part(parts, BOOK));
      SheetReader reader = new SheetReader(shared, dates);
      List<List<List<String>>> sheets = new ArrayList<>();
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        if (part.getKey().startsWith(SHEETS)) {
          sheets.add(reader.rows(reader(part.getValue())));
        }
      }
      return new Workbook(names(book), sheets);
    } catch (XMLStreamException
        | IndexOutOfBoundsException
        | NumberFormatException
        | java.util.NoSuchElementException e) {
      throw new IOException("a part of the workbook is not what it should be", e);
    }
  }

  private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    long sum = 0;
    int count = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++count > MAX_PARTS) {
          throw new IOException("more than " + MAX_PARTS + " parts");
        }
        if (entry.getName().startsWith("xl/") && entry.getName().endsWith(".xml")) {
          byte[] part = zip.readNBytes(MAX_PART_BYTES + 1);
          sum += part.length;
          if (part.length > MAX_PART_BYTES || sum > MAX_BYTES) {
            throw new IOException(entry.getName() + " unpacks to more than is read");
          }
          parts.put(entry.getName(), part);
        }
      }
    }
    return parts;
  }

  private static Optional<XMLStreamReader> part(Map<String, byte[]> parts, String name)
      throws XMLStreamException {
    byte[] part = parts.get(name);
    return part == null ? Optional.empty() : Optional.of(reader(part));
  }

  private static XMLStreamReader reader(byte[] part) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(new ByteArrayInputStream(part));
  }

  private static List<String> names(byte[] part) throws XMLStreamException {
    List<String> names = new ArrayList<>();
    if (part.length > 0) {
      XMLStreamReader xml = reader(part);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("sheet")) {
          String name = xml.getAttributeValue(null, "name");
          names.add(name == null ? "" : name);
        }
      }
    }
    return names;
  }

  private static List<String> shared(byte[] part) throws XMLStreamException {
    List<String> texts = new ArrayList<>();
    if (part.length > 0) {
      XMLStreamReader xml = reader(part);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
          texts.add(text(xml, "si"));
        }
      }
    }
    return texts;
  }

  /** The text of all runs until the element ends; how a run is pronounced is no text. */
  private static String text(XMLStreamReader xml, String element) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean pronounced = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        pronounced |= xml.getLocalName().equals("rPh");
        if (xml.getLocalName().equals("t") && !pronounced) {
          text.append(xml.getElementText());
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (xml.getLocalName().equals(element)) {
          break;
        }
        pronounced &= !xml.getLocalName().equals("rPh");
      }
    }
    return text.toString();
  }

  /** Reads the rows of sheets, all together no more cells than are read. */
  private static final class SheetReader {
    private final List<String> shared;
    private final CellDates dates;
    private int cells;

    SheetReader(List<String> shared, CellDates dates) {
      this.shared = shared;
      this.dates = dates;
    }

    private List<List<String>> rows(XMLStreamReader xml) throws XMLStreamException, IOException {
      List<List<String>> rows = new ArrayList<>();
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "row" -> {
            count(1);
            rows.add(new ArrayList<>());
          }
          case "c" -> put(rows.getLast(), xml);
          default -> {}
        }
      }
      return rows;
    }

    private void count(int more) throws IOException {
      cells += more;
      if (cells > MAX_CELLS) {
        throw new IOException("more than " + MAX_CELLS + " cells");
      }
    }

    private void put(List<String> row, XMLStreamReader xml) throws XMLStreamException, IOException {
      String place = xml.getAttributeValue(null, "r");
      int column = place == null ? row.size() : column(place);
      String text = cell(xml);
      count(Math.max(0, column + 1 - row.size()));
      while (row.size() <= column) {
        row.add("");
      }
      row.set(column, text);
    }

    private String cell(XMLStreamReader xml) throws XMLStreamException {
      String type = xml.getAttributeValue(null, "t");
      String style = xml.getAttributeValue(null, "s");
      if ("inlineStr".equals(type)) {
        return text(xml, "c");
      }
      String text = "";
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("v")) {
          text = xml.getElementText();
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
          break;
        }
      }
      if ("s".equals(type)) {
        return text.isEmpty() ? text : shared.get(Integer.parseInt(text));
      }
      boolean number = type == null || type.equals("n");
      return number && style != null && !text.isEmpty()
          ? dates.shown(Integer.parseInt(style), text)
          : text;
    }

    /** {@code AB12} stands in column 27, counted from 0. */
    private static int column(String place) {
      int column = 0;
      for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
        column = 26 * column + (place.charAt(i) - 'A' + 1);
      }
      if (column < 1 || column > MAX_COLUMNS) {
        throw new IndexOutOfBoundsException(place);
      }
      return column - 1;
    }
  }
}
