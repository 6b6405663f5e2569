package org.lodestar.trial.protocol;

import java.util.Locale;
import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** What the settings of a trial must fulfil together before anything can be derived from them. */
enum CoherenceRule implements Rule {
  DOSE_IS_SUM_OF_FRACTIONS(
      "{fractions} fractions of {fraction} Gy give {product} Gy, not {total} Gy. Correct one of"
          + " the three.",
      "{fractions} 次 × {fraction} Gy = {product} Gy，而非 {total} Gy。请更正三者之一。"),
  ALTERNATIVE_DIFFERS(
      "The rate under the alternative ({alternative} %) is not above the rate under the null"
          + " hypothesis ({null} %).",
      "备择假设率（{alternative} %）未高于零假设率（{null} %）。"),
  UNKNOWN_AGENT(
      "{entry} names {agent}, which is no agent of this trial. Allowed: {allowed}.",
      "{entry} 引用了 {agent}，本试验没有该药物。允许：{allowed}。"),
  UNKNOWN_FORM(
      "The visit {entry} names the form {form}, which this trial does not have. Allowed:"
          + " {allowed}.",
      "访视 {entry} 引用了表单 {form}，本试验没有该表单。允许：{allowed}。"),
  UNKNOWN_CALENDAR(
      "There is no calendar {calendar}. Allowed: {allowed}.", "没有日历 {calendar}。允许：{allowed}。"),
  GRADES_IN_ORDER(
      "{entry}: from grade {from} to grade {to} is no range.", "{entry}：{from} 级至 {to} 级不是有效范围。"),
  CONSENT_VERSIONS_IN_ORDER(
      "Consent version {version}, valid from {from}, follows {before}, valid from {earlier}. List"
          + " each version once, in the order of their dates.",
      "知情同意书版本 {version}（{from} 生效）列于 {before}（{earlier} 生效）之后。各版本须按生效日期先后各列一次。"),
  VARIATION_BEYOND_LIMIT(
      "{entry}: the acceptable variation {variation} must lie beyond the limit {acceptable}.",
      "{entry}：可接受偏差 {variation} 须在限值 {acceptable} 之外。");

  private final Words words;

  CoherenceRule(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public String id() {
    return "protocol.coherence." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Words words() {
    return words;
  }
}
