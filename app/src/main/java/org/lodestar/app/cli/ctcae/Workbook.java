package org.lodestar.app.cli.ctcae;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts of an Excel workbook (.xlsx, ISO/IEC 29500): a zip archive of XML parts. Formulas,
 * dates and formats are passed over.
 *
 * @param names of its sheets
 * @param sheets the rows of each sheet, cell by cell; a cell without text is empty
 */
record Workbook(List<String> names, List<List<List<String>>> sheets) {
  private static final int MAX_PART_BYTES = 64 << 20;
  private static final String STRINGS = "xl/sharedStrings.xml";
  private static final String BOOK = "xl/workbook.xml";
  private static final String SHEETS = "xl/worksheets/";
  private static final int MAX_COLUMNS = 16_384;

  static boolean isZip(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
  }

  /**
   * @throws IOException when the archive or a part of it is broken
   */
  static Workbook read(byte[] bytes) throws IOException {
    Map<String, byte[]> parts = parts(bytes);
    try {
      List<String> shared = shared(parts.getOrDefault(STRINGS, new byte[0]));
      List<List<List<String>>> sheets = new ArrayList<>();
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        if (part.getKey().startsWith(SHEETS)) {
          sheets.add(new SheetReader(shared).rows(reader(part.getValue())));
        }
      }
      return new Workbook(names(parts.getOrDefault(BOOK, new byte[0])), sheets);
    } catch (XMLStreamException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new IOException("a part of the workbook is not what it should be", e);
    }
  }

  private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().startsWith("xl/") && entry.getName().endsWith(".xml")) {
          byte[] part = zip.readNBytes(MAX_PART_BYTES + 1);
          if (part.length > MAX_PART_BYTES) {
            throw new IOException(entry.getName() + " is larger than 64 MB");
          }
          parts.put(entry.getName(), part);
        }
      }
    }
    return parts;
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

  /** Reads the rows of one sheet. */
  private record SheetReader(List<String> shared) {

    private List<List<String>> rows(XMLStreamReader xml) throws XMLStreamException {
      List<List<String>> rows = new ArrayList<>();
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "row" -> rows.add(new ArrayList<>());
          case "c" -> put(rows.getLast(), xml);
          default -> {}
        }
      }
      return rows;
    }

    private void put(List<String> row, XMLStreamReader xml) throws XMLStreamException {
      String place = xml.getAttributeValue(null, "r");
      int column = place == null ? row.size() : column(place);
      String text = cell(xml);
      while (row.size() <= column) {
        row.add("");
      }
      row.set(column, text);
    }

    private String cell(XMLStreamReader xml) throws XMLStreamException {
      String type = xml.getAttributeValue(null, "t");
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
      return "s".equals(type) && !text.isEmpty() ? shared.get(Integer.parseInt(text)) : text;
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
