package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;

/** Whether a lesion at baseline may be a target (RECIST 1.1, section 3.1). */
public enum Measurability {
  MEASURABLE("measurable", "measurable", "可测量"),
  NON_MEASURABLE("non-measurable", "not measurable", "不可测量"),
  /** A node of normal size: not recorded as disease. */
  NOT_A_LESION("not-a-lesion", "not a lesion", "非病灶"),
  /** A figure that decides is missing. */
  UNKNOWN("unknown", "cannot be decided", "无法判断");

  private static final BigDecimal LEAST_MM = BigDecimal.TEN;
  private static final BigDecimal LEAST_RADIOGRAPH_MM = BigDecimal.valueOf(20);
  private static final BigDecimal LEAST_NODE_MM = BigDecimal.valueOf(15);
  private static final BigDecimal THIN_SLICE_MM = BigDecimal.valueOf(5);

  private final String code;
  private final Words words;

  Measurability(String code, String en, String zh) {
    this.code = code;
    this.words = new Words(en, zh);
  }

  public String code() {
    return code;
  }

  public Words words() {
    return words;
  }

  /** With what the lesion is measured. */
  public enum Method {
    CT,
    MRI,
    CALIPER,
    CHEST_RADIOGRAPH,
    /** Not a measuring tool. */
    ULTRASOUND
  }

  /** What sort of disease it is; some sorts are never measurable. */
  public enum Nature {
    SOLID,
    /** Bone with a soft-tissue part, whose diameter counts. */
    BONE_WITH_SOFT_TISSUE,
    BONE_BLASTIC,
    LEPTOMENINGEAL,
    EFFUSION,
    LYMPHANGITIC,
    FOUND_BY_HAND_ONLY,
    SIMPLE_CYST;

    boolean isMeasurable() {
      return this == SOLID || this == BONE_WITH_SOFT_TISSUE;
    }
  }

  /**
   * A lesion as it was found.
   *
   * @param longestMm longest diameter, or null when not measured
   * @param shortAxisMm short axis of a node, or null
   * @param sliceThicknessMm of CT or MRI; null is taken as unknown
   * @param treatedBefore irradiated or otherwise treated locally before the trial
   * @param progressedSince whether it progressed after that treatment
   */
  public record Candidate(
      LesionKind kind,
      Nature nature,
      Method method,
      @Nullable BigDecimal longestMm,
      @Nullable BigDecimal shortAxisMm,
      @Nullable BigDecimal sliceThicknessMm,
      boolean treatedBefore,
      boolean progressedSince) {}

  public static Measurability decide(Candidate lesion) {
    if (lesion.nature() == Nature.SIMPLE_CYST) {
      return NOT_A_LESION;
    }
    Measurability bySize = lesion.kind() == LesionKind.NODAL ? ofNode(lesion) : ofOther(lesion);
    boolean barred =
        !lesion.nature().isMeasurable() || (lesion.treatedBefore() && !lesion.progressedSince());
    return barred && bySize != NOT_A_LESION ? NON_MEASURABLE : bySize;
  }

  private static Measurability ofNode(Candidate lesion) {
    BigDecimal shortAxis = lesion.shortAxisMm();
    if (shortAxis == null) {
      return UNKNOWN;
    }
    if (shortAxis.compareTo(SumOfDiameters.NODE_NORMAL_BELOW_MM) < 0) {
      return NOT_A_LESION;
    }
    return atLeast(shortAxis, least(lesion, LEAST_NODE_MM));
  }

  private static Measurability ofOther(Candidate lesion) {
    BigDecimal longest = lesion.longestMm();
    return longest == null ? UNKNOWN : atLeast(longest, least(lesion, LEAST_MM));
  }

  private static Measurability atLeast(BigDecimal diameterMm, @Nullable BigDecimal leastMm) {
    if (leastMm == null) {
      return UNKNOWN;
    }
    return diameterMm.compareTo(leastMm) >= 0 ? MEASURABLE : NON_MEASURABLE;
  }

  /** The least diameter by this method; no diameter is enough by ultrasound. */
  private static @Nullable BigDecimal least(Candidate lesion, BigDecimal ofThinSlicesMm) {
    return switch (lesion.method()) {
      case CT, MRI -> leastOfSlices(lesion.sliceThicknessMm(), ofThinSlicesMm);
      case CALIPER -> LEAST_MM;
      case CHEST_RADIOGRAPH -> LEAST_RADIOGRAPH_MM;
      case ULTRASOUND -> BigDecimal.valueOf(Long.MAX_VALUE);
    };
  }

  /** Slices above 5 mm need a lesion of twice their thickness. */
  private static @Nullable BigDecimal leastOfSlices(
      @Nullable BigDecimal thicknessMm, BigDecimal ofThinSlicesMm) {
    if (thicknessMm == null) {
      return null;
    }
    return thicknessMm.compareTo(THIN_SLICE_MM) <= 0
        ? ofThinSlicesMm
        : ofThinSlicesMm.max(thicknessMm.add(thicknessMm));
  }
}
