package org.lodestar.trial.enrolment;

import java.util.Locale;
import java.util.Optional;

/**
 * Clinical stage groups of squamous cell carcinoma of the oesophagus, AJCC/UICC 8th edition. The
 * clinical groups use neither grade nor location.
 *
 * <p>Source: categories as in table 1 of the NCI PDQ on oesophageal cancer (NBK65900); groups after
 * Rice et al., Dis Esophagus 2016;29:913.
 */
public enum EsophagealStage {
  STAGE_0("0"),
  I("I"),
  II("II"),
  III("III"),
  IVA("IVA"),
  IVB("IVB");

  private final String label;

  EsophagealStage(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The primary tumour. T4a invades pleura, pericardium, azygos vein, diaphragm or peritoneum. */
  public enum T {
    TIS,
    T1,
    T1A,
    T1B,
    T2,
    T3,
    T4,
    T4A,
    T4B;

    /** 0 for Tis, else the number of the category. */
    int level() {
      return switch (this) {
        case TIS -> 0;
        case T1, T1A, T1B -> 1;
        case T2 -> 2;
        case T3 -> 3;
        case T4, T4A, T4B -> 4;
      };
    }

    /**
     * @param text {@code T4a}, {@code cT4a} or {@code Tis}
     * @throws IllegalArgumentException when it names no category that can be staged
     */
    public static T parse(String text) {
      return category(T.class, text);
    }
  }

  /** Regional nodes: N1 1-2, N2 3-6, N3 7 or more. */
  public enum N {
    N0,
    N1,
    N2,
    N3;

    /**
     * @throws IllegalArgumentException when the count is negative
     */
    public static N ofNodes(int regionalNodesInvolved) {
      if (regionalNodesInvolved < 0) {
        throw new IllegalArgumentException(
            "the number of involved nodes is 0 or more; got: " + regionalNodesInvolved);
      }
      if (regionalNodesInvolved == 0) {
        return N0;
      }
      if (regionalNodesInvolved <= 2) {
        return N1;
      }
      return regionalNodesInvolved <= 6 ? N2 : N3;
    }

    /**
     * @throws IllegalArgumentException when it names no category that can be staged
     */
    public static N parse(String text) {
      return category(N.class, text);
    }
  }

  /** Distant metastasis. */
  public enum M {
    M0,
    M1;

    /**
     * @throws IllegalArgumentException when it names no category that can be staged
     */
    public static M parse(String text) {
      return category(M.class, text);
    }
  }

  private static <E extends Enum<E>> E category(Class<E> type, String text) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    try {
      return Enum.valueOf(type, name.startsWith("C") ? name.substring(1) : name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a category that can be staged is one of "
              + java.util.Arrays.toString(type.getEnumConstants())
              + "; got: "
              + text,
          e);
    }
  }

  /** The stage group; empty for a combination that the edition does not group (Tis with nodes). */
  public static Optional<EsophagealStage> of(T t, N n, M m) {
    if (m == M.M1) {
      return Optional.of(IVB);
    }
    if (t == T.TIS) {
      return n == N.N0 ? Optional.of(STAGE_0) : Optional.empty();
    }
    if (n == N.N3 || t.level() == 4) {
      return Optional.of(IVA);
    }
    return Optional.of(
        switch (n) {
          case N0 -> t.level() == 1 ? I : II;
          case N1 -> byDepthOfN1(t);
          default -> III;
        });
  }

  private static EsophagealStage byDepthOfN1(T t) {
    return switch (t.level()) {
      case 1 -> I;
      case 2 -> II;
      default -> III;
    };
  }

  /**
   * Node and metastasis category from counts, under the trial's reading of supraclavicular nodes:
   * distant (AJCC/UICC, thoracic tumours) or regional (Japanese classification).
   */
  public record Spread(N n, M m) {
    /**
     * @throws IllegalArgumentException when a count is negative
     */
    public static Spread of(
        int regionalNodes,
        int supraclavicularNodes,
        boolean otherDistant,
        boolean supraclavicularIsRegional) {
      N supraclavicular = N.ofNodes(supraclavicularNodes);
      boolean distant = otherDistant || (!supraclavicularIsRegional && supraclavicular != N.N0);
      int counted = supraclavicularIsRegional ? supraclavicularNodes : 0;
      return new Spread(N.ofNodes(regionalNodes + counted), distant ? M.M1 : M.M0);
    }
  }
}
