package org.lodestar.trial.safety;

import java.text.Normalizer;
import java.util.Map;

/** The spellings of a unit that mean the same. */
final class LaboratoryUnits {
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("10^9/L", "10*9/L"),
          Map.entry("x10^9/L", "10*9/L"),
          Map.entry("G/L", "10*9/L"),
          Map.entry("GI/L", "10*9/L"),
          Map.entry("10^3/uL", "10*3/uL"),
          Map.entry("x10^3/uL", "10*3/uL"),
          Map.entry("IU/L", "U/L"),
          Map.entry("degC", "Cel"),
          Map.entry("degF", "[degF]"),
          Map.entry("mmHg", "mm[Hg]"),
          Map.entry("mm Hg", "mm[Hg]"),
          Map.entry("mIU/L", "mU/L"),
          Map.entry("mL/min/1.73m2", "mL/min/{1.73_m2}"),
          Map.entry("sec", "s"));

  /** The unit of a pure number. */
  static final String NUMBER = "1";

  private LaboratoryUnits() {}

  /** The spelling by which units are compared; a unit that is not known stays as it is. */
  static String canonical(String unit) {
    String plain =
        Normalizer.normalize(unit.strip(), Normalizer.Form.NFKC)
            .replace('\u00d7', 'x')
            .replace('\u03bc', 'u')
            .replace('\u00b5', 'u')
            .replace("\u00b0", "deg");
    return SAME.getOrDefault(plain, plain);
  }
}
