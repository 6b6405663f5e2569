package org.lodestar.app.print;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A picture as a file of its own: colours and fonts inside, its origin below it. */
public final class SvgFile {
  private static final Pattern BOX = Pattern.compile("viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"");
  private static final int MARGIN = 12;
  private static final int STAMP = 22;

  private SvgFile() {}

  /**
   * @param svg as a plot draws it
   * @param stamp where it comes from, in one line
   */
  public static String of(String svg, String stamp) {
    Matcher box = BOX.matcher(svg);
    if (!box.find()) {
      throw new IllegalArgumentException("a picture has a viewBox from 0 0; got: " + svg);
    }
    double width = Double.parseDouble(box.group(1));
    double height = Double.parseDouble(box.group(2));
    String size =
        "width=\""
            + Svg.n(width + 2 * MARGIN)
            + "\" height=\""
            + Svg.n(height + 2 * MARGIN + STAMP);
    String inner =
        svg.replaceFirst(
            "<svg( class=\"[a-z]+\")?",
            "<svg x=\""
                + MARGIN
                + "\" y=\""
                + MARGIN
                + "\" width=\""
                + Svg.n(width)
                + "\" height=\""
                + Svg.n(height)
                + "\"");
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" "
        + size
        + "\">\n<style>"
        + StyleSheet.plots()
        + ".plot { font-family: sans-serif; }</style>\n"
        + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
        + inner
        + "\n<text class=\"sm mu\" x=\""
        + MARGIN
        + "\" y=\""
        + Svg.n(height + 2 * MARGIN + 10)
        + "\">"
        + Svg.escape(stamp)
        + "</text>\n</svg>\n";
  }
}
