package org.lodestar.trial.efficacy;

import java.util.Arrays;
import java.util.List;
import org.lodestar.trial.fact.Words;

/** A tumour response, of one category of disease, of one assessment, or the best of all. */
public enum Response {
  CR("CR", "complete response", "完全缓解"),
  PR("PR", "partial response", "部分缓解"),
  SD("SD", "stable disease", "疾病稳定"),
  NON_CR_NON_PD("NON-CR/NON-PD", "neither complete response nor progression", "非完全缓解/非进展"),
  PD("PD", "progressive disease", "疾病进展"),
  NE("NE", "not evaluable", "不可评价"),
  /** Assessed, and there was no disease at baseline. */
  NED("NED", "no evidence of disease", "无疾病证据");

  private final String code;
  private final Words words;

  Response(String code, String en, String zh) {
    this.code = code;
    this.words = new Words(en, zh);
  }

  /** As it stands in listings: {@code NON-CR/NON-PD}. */
  public String code() {
    return code;
  }

  public Words words() {
    return words;
  }

  /** Whether this is an objective response. */
  public boolean isObjective() {
    return this == CR || this == PR;
  }

  /** Whether this is neither a response nor progression, and was judged. */
  public boolean isStable() {
    return this == SD || this == NON_CR_NON_PD;
  }

  /**
   * @throws IllegalArgumentException when no response has this code
   */
  public static Response ofCode(String code) {
    return Arrays.stream(values())
        .filter(response -> response.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("a response is one of " + codes() + "; got: " + code));
  }

  private static List<String> codes() {
    return Arrays.stream(values()).map(Response::code).toList();
  }

  @Override
  public String toString() {
    return code;
  }
}
