package org.lodestar.trial.efficacy;

import java.util.Arrays;
import org.lodestar.trial.fact.Words;

/** A response by iRECIST (Seymour et al. 2017, Lancet Oncol 18:e143). */
public enum ImmuneResponse {
  ICR("iCR", "immune complete response", "免疫完全缓解"),
  IPR("iPR", "immune partial response", "免疫部分缓解"),
  ISD("iSD", "immune stable disease", "免疫疾病稳定"),
  NON_ICR_NON_IUPD(
      "NON-iCR/NON-iUPD", "neither immune complete response nor progression", "非免疫完全缓解/非免疫进展"),
  IUPD("iUPD", "immune progression, not confirmed", "免疫疾病进展（未确认）"),
  ICPD("iCPD", "immune progression, confirmed", "免疫疾病进展（已确认）"),
  NE("NE", "not evaluable", "不可评价");

  private final String code;
  private final Words words;

  ImmuneResponse(String code, String en, String zh) {
    this.code = code;
    this.words = new Words(en, zh);
  }

  /** As it stands in listings: {@code iUPD}. */
  public String code() {
    return code;
  }

  public Words words() {
    return words;
  }

  /**
   * @throws IllegalArgumentException when no response has this code
   */
  public static ImmuneResponse ofCode(String code) {
    return Arrays.stream(values())
        .filter(response -> response.code.equals(code))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no iRECIST response has the code: " + code));
  }

  /** The same response by RECIST 1.1, as long as there was no progression. */
  static ImmuneResponse of(Response response) {
    return switch (response) {
      case CR, NED -> ICR;
      case PR -> IPR;
      case SD -> ISD;
      case NON_CR_NON_PD -> NON_ICR_NON_IUPD;
      case PD -> IUPD;
      case NE -> NE;
    };
  }

  @Override
  public String toString() {
    return code;
  }
}
