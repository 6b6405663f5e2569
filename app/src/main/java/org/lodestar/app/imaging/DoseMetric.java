package org.lodestar.app.imaging;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestar.radiotherapy.dose.Dvh;

/**
 * A figure of a dose-volume histogram as protocols write it: {@code mean}, {@code max}, {@code
 * D95}, {@code D0.03cc}, {@code V20}, {@code V95%}.
 */
record DoseMetric(Kind kind, double at) {
  private static final Pattern DOSE = Pattern.compile("D(\\d+(?:\\.\\d+)?)(cc|%)?");
  private static final Pattern VOLUME = Pattern.compile("V(\\d+(?:\\.\\d+)?)(Gy|%)?");

  /** What is asked of the histogram. */
  enum Kind {
    MEAN,
    MAX,
    DOSE_OF_PERCENT,
    DOSE_OF_CC,
    VOLUME_AT_GY,
    VOLUME_AT_PERCENT
  }

  /** Reads a figure's name; empty when it is not known. */
  static Optional<DoseMetric> parse(String text) {
    if (text.equals("mean")) {
      return Optional.of(new DoseMetric(Kind.MEAN, 0));
    }
    if (text.equals("max")) {
      return Optional.of(new DoseMetric(Kind.MAX, 0));
    }
    Matcher dose = DOSE.matcher(text);
    if (dose.matches()) {
      boolean cc = "cc".equals(dose.group(2));
      return Optional.of(
          new DoseMetric(
              cc ? Kind.DOSE_OF_CC : Kind.DOSE_OF_PERCENT, Double.parseDouble(dose.group(1))));
    }
    Matcher volume = VOLUME.matcher(text);
    if (volume.matches()) {
      boolean percent = "%".equals(volume.group(2));
      return Optional.of(
          new DoseMetric(
              percent ? Kind.VOLUME_AT_PERCENT : Kind.VOLUME_AT_GY,
              Double.parseDouble(volume.group(1))));
    }
    return Optional.empty();
  }

  /** Whether the figure is a share of the volume, void for an organ that the image cuts. */
  boolean isShareOfVolume() {
    return kind != Kind.MAX && kind != Kind.DOSE_OF_CC;
  }

  /**
   * The figure.
   *
   * @param unit {@code Gy}; {@code %} of the prescribed dose or of the volume; {@code cc}
   * @param prescribedGy what 100 % of the dose is
   */
  double of(Dvh dvh, String unit, BigDecimal prescribedGy) {
    double prescribed = prescribedGy.doubleValue();
    return switch (kind) {
      case MEAN -> dose(dvh.meanGy(), unit, prescribed);
      case MAX -> dose(dvh.maxGy(), unit, prescribed);
      case DOSE_OF_PERCENT -> dose(dvh.atHottestPercent(at), unit, prescribed);
      case DOSE_OF_CC -> dose(dvh.atHottestCc(at), unit, prescribed);
      case VOLUME_AT_GY -> volume(dvh, at, unit);
      case VOLUME_AT_PERCENT -> volume(dvh, at / 100 * prescribed, unit);
    };
  }

  private static double dose(double gy, String unit, double prescribedGy) {
    return unit.equals("%") ? 100 * gy / prescribedGy : gy;
  }

  private static double volume(Dvh dvh, double gy, String unit) {
    return unit.equals("cc") ? dvh.ccAtLeast(gy) : dvh.percentAtLeast(gy);
  }
}
