package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.lodestar.trial.fact.Words;

/**
 * What a measured item measures, with the units in which it may be entered. Rules and expressions
 * see the value in the first unit. The factors are exact or the customary ones of laboratories;
 * where a factor depends on the substance, the substance is its own dimension.
 */
public enum Dimension implements Choice {
  BODY_LENGTH("cm", "1", "mm", "0.1", "m", "100"),
  LESION_LENGTH("mm", "1", "cm", "10"),
  BODY_MASS("kg", "1", "g", "0.001"),
  BODY_SURFACE("m2", "1"),
  DRUG_AMOUNT("mg", "1", "g", "1000"),
  DRUG_PER_SURFACE("mg/m2", "1"),
  DRUG_EXPOSURE("mg.min/mL", "1"),
  CLEARANCE("mL/min", "1"),
  RADIATION_DOSE("Gy", "1", "cGy", "0.01"),
  PROPORTION("%", "1"),
  TEMPERATURE("Cel", "1"),
  BLOOD_PRESSURE("mm[Hg]", "1"),
  RATE("/min", "1"),
  INTERVAL("ms", "1"),
  MINUTES("min", "1"),
  CELL_COUNT("10^9/L", "1", "10^3/uL", "1", "/uL", "0.001"),
  MASS_CONCENTRATION("g/L", "1", "g/dL", "10"),
  SUBSTANCE_CONCENTRATION("mmol/L", "1"),
  ENZYME_ACTIVITY("U/L", "1", "IU/L", "1"),
  /** 88.42 umol/L in 1 mg/dL: molar mass 113.12 g/mol. */
  CREATININE("umol/L", "1", "mg/dL", "88.42"),
  /** 17.1 umol/L in 1 mg/dL: molar mass 584.66 g/mol, rounded as laboratories do. */
  BILIRUBIN("umol/L", "1", "mg/dL", "17.1"),
  /** 0.2495 mmol/L in 1 mg/dL: molar mass 40.078 g/mol. */
  CALCIUM("mmol/L", "1", "mg/dL", "0.2495"),
  /** 0.0555 mmol/L in 1 mg/dL: molar mass 180.16 g/mol. */
  GLUCOSE("mmol/L", "1", "mg/dL", "0.0555"),
  THYROTROPIN("mIU/L", "1", "uIU/mL", "1"),
  THYROID_HORMONE("pmol/L", "1"),
  PROTEIN_TRACE("ng/L", "1", "pg/mL", "1", "ng/mL", "1000", "ug/L", "1000");

  private final SequencedMap<String, BigDecimal> factors = new LinkedHashMap<>();

  Dimension(String... unitsAndFactors) {
    for (int i = 0; i < unitsAndFactors.length; i += 2) {
      factors.put(unitsAndFactors[i], new BigDecimal(unitsAndFactors[i + 1]));
    }
  }

  @Override
  public Words words() {
    return Words.same(unit());
  }

  /** The unit in which rules and expressions see the value. */
  public String unit() {
    return factors.firstEntry().getKey();
  }

  /** All units in which a value may be entered; codes as in UCUM, counts as laboratories print. */
  public List<String> units() {
    return List.copyOf(Collections.unmodifiableSequencedMap(factors).sequencedKeySet());
  }

  /** The value in {@link #unit}; empty when the unit is not one of {@link #units}. */
  public Optional<BigDecimal> convert(BigDecimal number, String from) {
    return Optional.ofNullable(factors.get(from)).map(number::multiply);
  }
}
