package org.lodestar.trial.safety;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of the shared laboratory table; its flags are all taken as so, as its maker did. */
final class LaboratoryRows {
  private static final BigDecimal LITTLE = new BigDecimal("0.000001");

  private LaboratoryRows() {}

  static LaboratoryRule rule(LaboratoryRules rules, Map<String, String> row) {
    String term = row.get("TERM");
    String key = row.get("PARAMCD").equals("CA") ? term + " (corrected)" : term;
    return rules.rule(key).orElseThrow(() -> new IllegalStateException("no rule " + key));
  }

  static LaboratoryResult result(Map<String, String> row, boolean baselineOnLimits) {
    Map<LaboratoryFlag, Boolean> worstCase = new EnumMap<>(LaboratoryFlag.class);
    for (LaboratoryFlag flag : LaboratoryFlag.values()) {
      worstCase.put(flag, true);
    }
    BigDecimal baseline = number(row.get("BASE"));
    return new LaboratoryResult(
        Map.of(LaboratoryResult.VALUE, new BigDecimal(row.get("AVAL"))),
        number(row.get("ANRLO")),
        number(row.get("ANRHI")),
        baseline,
        baseline == null ? null : beside(baseline, row.get("BNRIND").equals("LOW"), LITTLE),
        baseline == null
            ? null
            : beside(baseline, row.get("BNRIND").equals("HIGH"), LITTLE.negate()),
        baselineOnLimits && row.get("ABLFL").equals("Y"),
        worstCase);
  }

  /** The table says only whether the baseline was normal: a limit on the right side of it. */
  private static BigDecimal beside(BigDecimal baseline, boolean abnormal, BigDecimal by) {
    return abnormal ? baseline.add(by) : baseline;
  }

  private static @Nullable BigDecimal number(String text) {
    return text.isEmpty() || text.equals("NA") ? null : new BigDecimal(text);
  }
}
