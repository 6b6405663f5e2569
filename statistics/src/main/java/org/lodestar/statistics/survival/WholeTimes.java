package org.lodestar.statistics.survival;

/** Follow-up in whole days or months needs counting, not sorting. */
final class WholeTimes {
  private static final int WIDEST = 1 << 20;

  private WholeTimes() {}

  /** The greatest time if all are whole numbers of a range worth counting, else -1. */
  static int range(SurvivalData data) {
    int widest = (int) Math.min(WIDEST, 8L * data.size() + 1024);
    int greatest = 0;
    for (int i = 0; i < data.size(); i++) {
      double t = data.time(i);
      int whole = (int) t;
      if (whole != t || whole > widest) {
        return -1;
      }
      greatest = Math.max(greatest, whole);
    }
    return greatest;
  }
}
