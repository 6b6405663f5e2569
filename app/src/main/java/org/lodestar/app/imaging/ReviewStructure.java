package org.lodestar.app.imaging;

import java.util.Optional;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.dose.Dvh;
import org.lodestar.radiotherapy.dose.TargetIndices;

/**
 * A structure of a case under review.
 *
 * @param name standard name, or the local one where none is known
 * @param local the name as drawn; empty for a computed structure
 * @param part what it is for the review
 * @param dvh its histogram, where there is a dose; the body has none
 */
public record ReviewStructure(String name, String local, Part part, Mask mask, Optional<Dvh> dvh) {

  /** What a structure is for the review; also how it is drawn. */
  public enum Part {
    GROSS("gtv"),
    NODES("gtv"),
    DRAWN("ctv"),
    COMPUTED("calc"),
    PLANNING("ptv"),
    ORGAN("organ"),
    BODY("body");

    private final String look;

    Part(String look) {
      this.look = look;
    }

    /** The class of its lines in a picture. */
    public String look() {
      return look;
    }

    static Part of(String name) {
      return switch (name) {
        case "GTVp" -> GROSS;
        case "GTVn" -> NODES;
        case "External" -> BODY;
        default -> name.startsWith("CTV") ? DRAWN : name.startsWith("PTV") ? PLANNING : ORGAN;
      };
    }
  }

  /** Whether it reaches an end slice of the image, which voids its percentages. */
  public boolean isCut() {
    return TargetIndices.isCut(mask);
  }
}
