package org.lodestar.app.print;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.FontMetrics;
import java.io.IOException;
import java.text.AttributedCharacterIterator;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/**
 * Writes the text of pictures as text of the document's own fonts, so that it can be searched and
 * needs no font of the machine.
 */
final class FigureText implements IPdfBoxGraphics2DFontTextDrawer {
  private final PDFont font;
  private final float size;
  private final boolean halo;

  /**
   * @param halo to draw the outline that keeps a label readable over lines, in the current paint
   */
  FigureText(PDFont font, float size, boolean halo) {
    this.font = font;
    this.size = size;
    this.halo = halo;
  }

  @Override
  public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv env) {
    return true;
  }

  @Override
  public void drawText(AttributedCharacterIterator text, IFontTextDrawerEnv env)
      throws IOException {
    PDPageContentStream out = env.getContentStream();
    env.applyPaint(env.getPaint(), null);
    out.beginText();
    out.setFont(font, size);
    out.setTextMatrix(Matrix.getScaleInstance(1, -1));
    if (halo) {
      out.setLineWidth(4);
      out.setRenderingMode(RenderingMode.STROKE);
    }
    out.showText(text(text));
    out.endText();
  }

  private static String text(AttributedCharacterIterator characters) {
    StringBuilder text = new StringBuilder();
    for (char c = characters.first();
        c != AttributedCharacterIterator.DONE;
        c = characters.next()) {
      text.append(c);
    }
    return text.toString();
  }

  @Override
  public FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv env) {
    throw new UnsupportedOperationException("pictures measure their text by the document's font");
  }
}
