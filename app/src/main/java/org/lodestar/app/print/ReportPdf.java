package org.lodestar.app.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.lodestar.trial.fact.Language;

/** Makes a PDF of a document's XHTML; the same document gives the same bytes. */
final class ReportPdf {
  private static final String FAMILY = "Lodestar";
  private static final int REGULAR = 400;

  private ReportPdf() {}

  static byte[] render(String xhtml, String title, Stamp stamp, Language language)
      throws IOException {
    quiet();
    try (PDDocument document = new PDDocument()) {
      Map<Glyphs.Weight, PDFont> fonts = fonts(document);
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(document);
      builder.useFont(
          new PDFontSupplier(font(fonts, Glyphs.Weight.REGULAR)),
          FAMILY,
          REGULAR,
          FontStyle.NORMAL,
          true);
      builder.useFont(
          new PDFontSupplier(font(fonts, Glyphs.Weight.SEMIBOLD)),
          FAMILY + " Semibold",
          REGULAR,
          FontStyle.NORMAL,
          true);
      builder.useSVGDrawer(new FigureDrawer(fonts));
      builder.useFastMode();
      builder.withHtmlContent(xhtml, null);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.createPDFWithoutClosing();
        describe(document, title, stamp, language);
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
        document.save(out);
        return out.toByteArray();
      }
    }
  }

  private static Map<Glyphs.Weight, PDFont> fonts(PDDocument document) throws IOException {
    Map<Glyphs.Weight, PDFont> fonts = new EnumMap<>(Glyphs.Weight.class);
    for (Glyphs.Weight weight : Glyphs.Weight.values()) {
      try (InputStream in = weight.open()) {
        fonts.put(weight, PDType0Font.load(document, in, true));
      }
    }
    return fonts;
  }

  private static PDFont font(Map<Glyphs.Weight, PDFont> fonts, Glyphs.Weight weight) {
    PDFont font = fonts.get(weight);
    if (font == null) {
      throw new IllegalStateException("no font of weight " + weight);
    }
    return font;
  }

  /** Dates and identity come from the cut, never from the machine's clock. */
  private static void describe(PDDocument document, String title, Stamp stamp, Language language) {
    Calendar at = GregorianCalendar.from(stamp.at().atZone(ZoneOffset.UTC));
    at.setTimeZone(TimeZone.getTimeZone("UTC"));
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(title);
    about.setAuthor(stamp.trialKey());
    about.setSubject(stamp.line(language));
    about.setCreator(stamp.software());
    about.setProducer(stamp.software());
    about.setCreationDate(at);
    about.setModificationDate(at);
    document.setDocumentInformation(about);
    document.setDocumentId(Long.parseUnsignedLong(stamp.head().hex().substring(0, 16), 16));
    document
        .getDocumentCatalog()
        .setLanguage(language == Language.ZH ? "zh-CN" : Locale.ENGLISH.getLanguage());
  }

  /** The libraries tell of every font they look at; a report tells what went wrong, or nothing. */
  private static void quiet() {
    com.openhtmltopdf.util.XRLog.setLoggingEnabled(false);
    OwnFonts.use();
  }
}
