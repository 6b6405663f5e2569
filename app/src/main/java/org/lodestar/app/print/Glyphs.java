package org.lodestar.app.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Which characters the fonts of documents have. A character that they lack is never printed as an
 * empty box: its code stands in its place, and the document says so.
 */
final class Glyphs {
  private static final int NONE = 0;

  private final SortedSet<Integer> lacking = new TreeSet<>();

  /** The two weights of the documents' face. */
  enum Weight {
    REGULAR("lodestar-regular.ttf"),
    SEMIBOLD("lodestar-semibold.ttf");

    private final String file;
    private final CmapLookup characters;

    Weight(String file) {
      this.file = file;
      this.characters = characters(file);
    }

    InputStream open() {
      return resource(file);
    }

    boolean has(int character) {
      return Character.isISOControl(character) || characters.getGlyphId(character) != NONE;
    }

    boolean hasAll(String text) {
      return text.codePoints().allMatch(this::has);
    }
  }

  private static InputStream resource(String file) {
    InputStream in = Glyphs.class.getResourceAsStream("fonts/" + file);
    if (in == null) {
      throw new IllegalStateException("a font is missing: " + file);
    }
    return in;
  }

  private static CmapLookup characters(String file) {
    try (InputStream in = resource(file);
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
      return font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text as the fonts can print it. */
  String printable(String text) {
    if (Weight.REGULAR.hasAll(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(character -> append(out, character));
    return out.toString();
  }

  private void append(StringBuilder out, int character) {
    if (Weight.REGULAR.has(character)) {
      out.appendCodePoint(character);
    } else {
      lacking.add(character);
      out.append("[U+").append(code(character)).append(']');
    }
  }

  private static String code(int character) {
    String hex = Integer.toHexString(character).toUpperCase(java.util.Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - hex.length())) + hex;
  }

  /** The characters that {@link #printable} had to write as codes so far. */
  SortedSet<Integer> lacking() {
    return new TreeSet<>(lacking);
  }
}
