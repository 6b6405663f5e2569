package org.lodestar.trial.capture;

import java.util.function.IntUnaryOperator;

/** Where something stands in a row that is kept in order. */
final class SortedRow {

  /**
   * @param length of the row
   * @param order of what stands at a place against what is sought: negative when it comes before
   * @return the place, or when it is not there minus the place before which it belongs, less one
   */
  static int find(int length, IntUnaryOperator order) {
    int low = 0;
    int high = length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int compared = order.applyAsInt(middle);
      if (compared == 0) {
        return middle;
      }
      low = compared < 0 ? middle + 1 : low;
      high = compared < 0 ? high : middle - 1;
    }
    return -low - 1;
  }

  private SortedRow() {}
}
