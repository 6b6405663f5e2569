package org.lodestar.radiotherapy.contour;

import java.util.List;

/**
 * A region of interest as drawn.
 *
 * @param number its number within the structure set
 * @param name its name as the planning system wrote it
 * @param contours its contours in file order
 */
public record Structure(int number, String name, List<Contour> contours) {
  public Structure {
    contours = List.copyOf(contours);
  }
}
