package org.lodestar.app.imaging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestar.trial.protocol.DoseLimit;

/** The figures of a case that the form of a plan has items for. */
final class ReviewFigures {
  private ReviewFigures() {}

  /** A figure as it is entered. */
  record Figure(String text, String unit) {}

  /** By item of the form; a figure that could not be measured is left out. */
  static SortedMap<String, Figure> of(ReviewCase review) {
    SortedMap<String, Figure> figures = new TreeMap<>();
    for (JudgedLimit judged : review.limits()) {
      String item = item(judged.limit());
      if (!item.isEmpty()) {
        judged
            .value()
            .ifPresent(
                value ->
                    figures.put(
                        item,
                        new Figure(
                            plain(value.setScale(1, RoundingMode.HALF_EVEN)),
                            judged.limit().unit())));
      }
    }
    return figures;
  }

  private static String item(DoseLimit limit) {
    return switch (limit.structure() + " " + limit.metric()) {
      case "PTV V95%" -> "ptv-v95";
      case "Lungs V20", "Lungs-GTV V20" -> "lung-v20";
      case "Lungs V5", "Lungs-GTV V5" -> "lung-v5";
      case "Lungs mean", "Lungs-GTV mean" -> "lung-mean";
      case "Heart V40" -> "heart-v40";
      case "Heart mean" -> "heart-mean";
      case "SpinalCord D0.03cc" -> "cord-max";
      default -> "";
    };
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
