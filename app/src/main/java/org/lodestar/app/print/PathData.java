package org.lodestar.app.print;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the path data that {@link Svg} and the plots write: M, L, l, H, V and z. */
final class PathData {
  private static final Pattern STEP = Pattern.compile("([MLlHVz])([0-9 .,-]*)");

  private PathData() {}

  /**
   * @throws IllegalArgumentException when the data hold another command
   */
  static Path2D parse(String data) {
    Path2D path = new Path2D.Double();
    Matcher step = STEP.matcher(data);
    int end = 0;
    while (step.find()) {
      if (step.start() != end) {
        throw new IllegalArgumentException("path data know M, L, l, H, V and z; got: " + data);
      }
      end = step.end();
      add(path, step.group(1).charAt(0), numbers(step.group(2)));
    }
    if (end != data.length()) {
      throw new IllegalArgumentException("path data know M, L, l, H, V and z; got: " + data);
    }
    return path;
  }

  private static double[] numbers(String text) {
    String list = text.strip().replaceAll("(?<=[0-9])-", " -");
    if (list.isEmpty()) {
      return new double[0];
    }
    String[] parts = list.split("[ ,]+");
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Double.parseDouble(parts[i]);
    }
    return numbers;
  }

  private static void add(Path2D path, char command, double[] n) {
    Point2D at = path.getCurrentPoint();
    switch (command) {
      case 'M' -> path.moveTo(n[0], n[1]);
      case 'L' -> path.lineTo(n[0], n[1]);
      case 'l' -> path.lineTo(at.getX() + n[0], at.getY() + n[1]);
      case 'H' -> path.lineTo(n[0], at.getY());
      case 'V' -> path.lineTo(at.getX(), n[0]);
      default -> path.closePath();
    }
  }
}
