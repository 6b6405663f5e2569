package org.lodestar.app.print;

/** Builds one picture: shapes with classes, never with styles. */
public final class Svg {
  private final StringBuilder out = new StringBuilder(4096);

  public Svg(String kind, double width, double height, String says) {
    out.append("<svg");
    if (!kind.isEmpty()) {
      out.append(" class=\"").append(kind).append('"');
    }
    out.append(" viewBox=\"0 0 ")
        .append(n(width))
        .append(' ')
        .append(n(height))
        .append("\" role=\"img\" aria-label=\"")
        .append(escape(says))
        .append("\">\n");
  }

  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A number with at most one decimal, the point whatever the language. */
  public static String n(double number) {
    long tenths = Math.round(Math.rint(number * 10));
    String whole = (tenths < 0 && tenths > -10 ? "-" : "") + tenths / 10;
    return tenths % 10 == 0 ? whole : whole + "." + Math.abs(tenths % 10);
  }

  public Svg line(String kind, double x1, double y1, double x2, double y2) {
    return path(kind, "M" + n(x1) + " " + n(y1) + "L" + n(x2) + " " + n(y2));
  }

  public Svg path(String kind, String data) {
    return path(kind, data, "");
  }

  /** A path with a sentence that a pointer shows. */
  public Svg path(String kind, String data, String title) {
    out.append("<path class=\"").append(kind).append("\" d=\"").append(data).append('"');
    return close("path", title);
  }

  private Svg close(String element, String title) {
    if (title.isEmpty()) {
      out.append("/>\n");
    } else {
      out.append("><title>")
          .append(escape(title))
          .append("</title></")
          .append(element)
          .append(">\n");
    }
    return this;
  }

  public Svg rect(String kind, double x, double y, double width, double height) {
    return rect(kind, x, y, width, height, "");
  }

  /** A bar with a sentence that a pointer shows. */
  public Svg rect(String kind, double x, double y, double width, double height, String title) {
    out.append("<rect class=\"")
        .append(kind)
        .append("\" x=\"")
        .append(n(x))
        .append("\" y=\"")
        .append(n(y))
        .append("\" width=\"")
        .append(n(Math.max(0, width)))
        .append("\" height=\"")
        .append(n(height))
        .append('"');
    return close("rect", title);
  }

  public Svg dot(double x, double y, double radius) {
    return circle("dot", x, y, radius);
  }

  public Svg circle(String kind, double x, double y, double radius) {
    out.append("<circle class=\"")
        .append(kind)
        .append("\" cx=\"")
        .append(n(x))
        .append("\" cy=\"")
        .append(n(y))
        .append("\" r=\"")
        .append(n(radius))
        .append("\"/>\n");
    return this;
  }

  public Svg diamond(double x, double y, String title) {
    out.append("<path class=\"f-ink\" d=\"M")
        .append(n(x))
        .append(' ')
        .append(n(y - 7))
        .append("l6 7l-6 7l-6 -7z\"><title>")
        .append(escape(title))
        .append("</title></path>\n");
    return this;
  }

  public Svg text(String kind, double x, double y, String text) {
    out.append("<text class=\"")
        .append(kind)
        .append("\" x=\"")
        .append(n(x))
        .append("\" y=\"")
        .append(n(y))
        .append("\">")
        .append(escape(text))
        .append("</text>\n");
    return this;
  }

  /** A picture of pixels from an address of this server, stretched to its place. */
  public Svg image(String address, double x, double y, double width, double height) {
    out.append("<image href=\"")
        .append(escape(address))
        .append("\" x=\"")
        .append(n(x))
        .append("\" y=\"")
        .append(n(y))
        .append("\" width=\"")
        .append(n(width))
        .append("\" height=\"")
        .append(n(height))
        .append("\" preserveAspectRatio=\"none\"/>\n");
    return this;
  }

  /** Begins a group of shapes, to be ended. */
  public Svg group(String kind) {
    out.append("<g class=\"").append(kind).append("\">\n");
    return this;
  }

  public Svg end() {
    out.append("</g>\n");
    return this;
  }

  public String done() {
    return out + "</svg>";
  }
}
