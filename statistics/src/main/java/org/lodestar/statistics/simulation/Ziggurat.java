package org.lodestar.statistics.simulation;

/**
 * The tables of Marsaglia and Tsang's ziggurat for the exponential distribution (2000, J Stat Softw
 * 5(8)): 256 layers of equal area, made here from the position of the base layer. StrictMath, so
 * that every machine makes the same numbers.
 */
final class Ziggurat {
  static final int LAYERS = 256;
  static final double[] WIDTH = new double[LAYERS];
  static final long[] INSIDE = new long[LAYERS];
  private static final double[] HEIGHT = new double[LAYERS + 1];

  /** Where the tail begins, and the area of each layer. */
  private static final double TAIL = 7.69711747013105;

  private static final double AREA = 0.003949659822581557;
  private static final double RESOLUTION = 0x1p53;

  static {
    double base = AREA / StrictMath.exp(-TAIL);
    WIDTH[0] = base / RESOLUTION;
    INSIDE[0] = (long) (TAIL / base * RESOLUTION);
    double x = TAIL;
    for (int i = 1; i < LAYERS; i++) {
      HEIGHT[i] = StrictMath.exp(-x);
      double inner = i == LAYERS - 1 ? 0 : -StrictMath.log(AREA / x + HEIGHT[i]);
      WIDTH[i] = x / RESOLUTION;
      INSIDE[i] = (long) (inner / x * RESOLUTION);
      x = inner;
    }
    HEIGHT[LAYERS] = 1;
  }

  private Ziggurat() {}

  /** The rare case: the point lies in the tail or where its layer may stick out of the curve. */
  static double outside(TrialStream stream, int layer, double x) {
    if (layer == 0) {
      return TAIL - StrictMath.log1p(-stream.uniform());
    }
    double height = HEIGHT[layer] + stream.uniform() * (HEIGHT[layer + 1] - HEIGHT[layer]);
    return height < StrictMath.exp(-x) ? x : stream.exponential();
  }
}
