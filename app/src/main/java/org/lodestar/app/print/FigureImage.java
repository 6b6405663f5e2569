package org.lodestar.app.print;

import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.render.RenderingContext;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One picture in a PDF: its shapes with the colours and lines that their classes give. */
final class FigureImage implements SVGDrawer.SVGImage {
  private static final float POINTS_PER_EM = 1000f;

  private final Element svg;
  private final Map<Glyphs.Weight, PDFont> fonts;
  private final double width;
  private final double height;
  private final double dotsPerPixel;
  private final double ownWidth;

  /**
   * @param width in dots of the device, as the style of the picture sets it
   */
  FigureImage(
      Element svg,
      Map<Glyphs.Weight, PDFont> fonts,
      double width,
      double height,
      double dotsPerPixel) {
    this.svg = svg;
    this.dotsPerPixel = dotsPerPixel;
    this.fonts = fonts;
    this.width = width;
    this.height = height;
    this.ownWidth = Double.parseDouble(svg.getAttribute("viewBox").split(" ")[2]);
  }

  @Override
  public int getIntrinsicWidth() {
    return (int) width;
  }

  @Override
  public int getIntrinsicHeight() {
    return (int) height;
  }

  @Override
  public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
    device.drawWithGraphics(
        (float) x,
        (float) y,
        (float) (width / dotsPerPixel),
        (float) (height / dotsPerPixel),
        this::draw);
  }

  private void draw(Graphics2D graphics) {
    double scale = width / dotsPerPixel / ownWidth;
    graphics.scale(scale, scale);
    for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        draw((PdfBoxGraphics2D) graphics, element);
      }
    }
  }

  private void draw(PdfBoxGraphics2D graphics, Element element) {
    Map<String, String> style =
        StyleSheet.plot(element.getTagName(), element.getAttribute("class"));
    if (element.getTagName().equals("text")) {
      text(graphics, element, style);
    } else {
      shape(graphics, shape(element), style);
    }
  }

  private static Shape shape(Element element) {
    return switch (element.getTagName()) {
      case "path" -> PathData.parse(element.getAttribute("d"));
      case "rect" ->
          new Rectangle2D.Double(
              number(element, "x"),
              number(element, "y"),
              number(element, "width"),
              number(element, "height"));
      case "circle" -> {
        double r = number(element, "r");
        yield new Ellipse2D.Double(
            number(element, "cx") - r, number(element, "cy") - r, 2 * r, 2 * r);
      }
      default ->
          throw new IllegalArgumentException("no shape of pictures: " + element.getTagName());
    };
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static void shape(Graphics2D graphics, Shape shape, Map<String, String> style) {
    String fill = style.getOrDefault("fill", "#000000");
    if (!fill.equals("none")) {
      graphics.setPaint(Color.decode(fill));
      graphics.fill(shape);
    }
    String stroke = style.getOrDefault("stroke", "none");
    if (!stroke.equals("none")) {
      graphics.setPaint(Color.decode(stroke));
      graphics.setStroke(stroke(style));
      graphics.draw(shape);
    }
  }

  private static BasicStroke stroke(Map<String, String> style) {
    float width = Float.parseFloat(style.getOrDefault("stroke-width", "1"));
    String dashes = style.get("stroke-dasharray");
    if (dashes == null) {
      return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }
    String[] parts = dashes.split(" ");
    float[] pattern = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      pattern[i] = Float.parseFloat(parts[i]);
    }
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, 0);
  }

  private void text(PdfBoxGraphics2D graphics, Element element, Map<String, String> style) {
    String text = element.getTextContent();
    boolean bold =
        style.getOrDefault("font-weight", "400").equals("600")
            && Glyphs.Weight.SEMIBOLD.hasAll(text);
    PDFont font = fonts.get(bold ? Glyphs.Weight.SEMIBOLD : Glyphs.Weight.REGULAR);
    if (font == null) {
      throw new IllegalStateException("the document has no font of this weight");
    }
    float size = Float.parseFloat(style.getOrDefault("font-size", "12px").replace("px", ""));
    float x = (float) number(element, "x") - shift(style, textWidth(font, size, text));
    float y = (float) number(element, "y");
    if (style.containsKey("paint-order")) {
      graphics.setFontTextDrawer(new FigureText(font, size, true));
      graphics.setPaint(Color.WHITE);
      graphics.drawString(text, x, y);
    }
    graphics.setFontTextDrawer(new FigureText(font, size, false));
    graphics.setPaint(Color.decode(style.getOrDefault("fill", "#000000")));
    graphics.drawString(text, x, y);
  }

  private static float shift(Map<String, String> style, float width) {
    return switch (style.getOrDefault("text-anchor", "start")) {
      case "middle" -> width / 2;
      case "end" -> width;
      default -> 0;
    };
  }

  private static float textWidth(PDFont font, float size, String text) {
    try {
      return font.getStringWidth(text) / POINTS_PER_EM * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
