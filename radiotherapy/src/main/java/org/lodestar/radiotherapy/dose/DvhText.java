package org.lodestar.radiotherapy.dose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;

/**
 * A planning system's cumulative DVH as exported to text: blocks that begin with {@code
 * Structure:}, key-value lines, and a table whose first column is dose in Gy (or cGy) and whose
 * last is the volume, in percent or cubic centimetres as its heading says.
 */
public final class DvhText {
  private static final int LARGEST_CHARACTERS = 64 << 20;

  /**
   * One structure of an export.
   *
   * @param structure its name
   * @param volumeCc its volume as the planning system has it
   * @param meanGy its mean dose as the planning system has it
   * @param dosesGy doses of the curve, growing
   * @param volumesPercent share of the volume that receives at least each dose
   */
  public record Curve(
      String structure,
      Optional<Double> volumeCc,
      Optional<Double> meanGy,
      List<Double> dosesGy,
      List<Double> volumesPercent) {
    public Curve {
      dosesGy = List.copyOf(dosesGy);
      volumesPercent = List.copyOf(volumesPercent);
    }

    /** The dose that the hottest share receives, linear between the points of the curve. */
    public double atHottestPercent(double percent) {
      for (int i = 1; i < dosesGy.size(); i++) {
        double high = volumesPercent.get(i - 1);
        double low = volumesPercent.get(i);
        if (percent <= high && percent >= low && high > low) {
          double share = (high - percent) / (high - low);
          return dosesGy.get(i - 1) + share * (dosesGy.get(i) - dosesGy.get(i - 1));
        }
      }
      return dosesGy.isEmpty() ? 0 : dosesGy.getLast();
    }
  }

  private final List<Curve> curves = new ArrayList<>();
  private final Map<String, String> header = new LinkedHashMap<>();
  private List<Double> doses = new ArrayList<>();
  private List<Double> volumes = new ArrayList<>();
  private String heading = "";

  private DvhText() {}

  /**
   * Reads an export.
   *
   * @throws IllegalArgumentException when it holds no structure, or a line of a table is damaged
   */
  public static List<Curve> parse(String text) {
    if (text.length() > LARGEST_CHARACTERS) {
      throw new IllegalArgumentException(
          "DVH text of " + text.length() + " characters: at most " + LARGEST_CHARACTERS);
    }
    DvhText reader = new DvhText();
    text.lines().forEach(reader::line);
    reader.finish();
    if (reader.curves.isEmpty()) {
      throw new IllegalArgumentException("DVH text: no line 'Structure: name' was found");
    }
    return List.copyOf(reader.curves);
  }

  private void line(String line) {
    String stripped = line.strip();
    int colon = stripped.indexOf(':');
    if (stripped.startsWith("Structure:")) {
      finish();
      header.put("Structure", stripped.substring(colon + 1).strip());
    } else if (header.isEmpty() || stripped.isEmpty()) {
      return;
    } else if (stripped.toLowerCase(Locale.ROOT).startsWith("dose [")) {
      heading = stripped;
    } else if (!heading.isEmpty() && Character.isDigit(stripped.charAt(0))) {
      row(stripped);
    } else if (colon > 0) {
      header.put(stripped.substring(0, colon).strip(), stripped.substring(colon + 1).strip());
    }
  }

  private void row(String line) {
    String[] cells = line.split("\\s+");
    try {
      doses.add(Double.parseDouble(cells[0]) * (heading.contains("[cGy]") ? 0.01 : 1));
      volumes.add(Double.parseDouble(cells[cells.length - 1]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "DVH text, structure " + header.get("Structure") + ": '" + line + "' is no table row", e);
    }
  }

  private void finish() {
    if (!header.isEmpty()) {
      curves.add(
          new Curve(
              header.getOrDefault("Structure", ""),
              headerNumber("Volume"),
              headerNumber("Mean Dose"),
              doses,
              percent()));
    }
    header.clear();
    doses = new ArrayList<>();
    volumes = new ArrayList<>();
    heading = "";
  }

  private List<Double> percent() {
    String last = heading.substring(heading.lastIndexOf('[') + 1);
    if (last.startsWith("%") || volumes.isEmpty()) {
      return volumes;
    }
    double whole = volumes.getFirst();
    return volumes.stream().map(v -> whole == 0 ? 0 : 100 * v / whole).toList();
  }

  private Optional<Double> headerNumber(String key) {
    for (Map.Entry<String, String> entry : header.entrySet()) {
      if (entry.getKey().startsWith(key)) {
        try {
          double factor = entry.getKey().contains("[cGy]") ? 0.01 : 1;
          return Optional.of(factor * Double.parseDouble(entry.getValue()));
        } catch (NumberFormatException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A figure of an export beside ours.
   *
   * @param figure what it is, with its unit
   * @param tolerance within which the two agree
   */
  public record Compared(
      String structure, String figure, double theirs, double ours, double tolerance) {

    public boolean agrees() {
      return Math.abs(theirs - ours) <= tolerance;
    }

    /** The finding of a figure that does not agree. */
    public Finding finding() {
      return new Finding(
          FindingCode.DVH_DIFFERS, structure, figure, shown(theirs), shown(ours), shown(tolerance));
    }

    private static String shown(double value) {
      return String.format(Locale.ROOT, "%.3f", value);
    }
  }

  /**
   * Compares a curve with our own histogram: D98, D95, D50, D2, and mean and volume where the
   * export has them.
   *
   * @param toleranceGy for doses
   * @param tolerancePercent for the volume, in percent of ours
   */
  public static List<Compared> compare(
      Curve theirs, Dvh ours, double toleranceGy, double tolerancePercent) {
    List<Compared> compared = new ArrayList<>();
    for (double percent : new double[] {98, 95, 50, 2}) {
      compared.add(
          new Compared(
              theirs.structure,
              "D" + Math.round(percent) + "% Gy",
              theirs.atHottestPercent(percent),
              ours.atHottestPercent(percent),
              toleranceGy));
    }
    theirs.meanGy.ifPresent(
        mean ->
            compared.add(
                new Compared(theirs.structure, "mean Gy", mean, ours.meanGy(), toleranceGy)));
    theirs.volumeCc.ifPresent(
        cc ->
            compared.add(
                new Compared(
                    theirs.structure,
                    "volume cc",
                    cc,
                    ours.volumeCc(),
                    tolerancePercent / 100 * ours.volumeCc())));
    return compared;
  }
}
