package org.lodestar.app.imaging;

/**
 * Which Hounsfield units are shown, from black to white.
 *
 * @param width 1..4000
 * @param level the middle, -1024..3000
 */
public record Window(int width, int level) {
  /** Soft tissue between the lungs. */
  public static final Window MEDIASTINUM = new Window(400, 40);

  /** Lung tissue. */
  public static final Window LUNG = new Window(1500, -600);

  /** Bone. */
  public static final Window BONE = new Window(2000, 400);

  /** Takes any numbers to the nearest that make sense. */
  public Window {
    width = Math.clamp(width, 1, 4000);
    level = Math.clamp(level, -1024, 3000);
  }

  /** The grey of a value, 0..255. */
  int grey(int hounsfield) {
    double share = (hounsfield - level + width / 2.0) / width;
    return (int) Math.clamp(Math.rint(255 * share), 0, 255);
  }
}
