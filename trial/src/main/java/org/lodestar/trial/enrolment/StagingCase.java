package org.lodestar.trial.enrolment;

import org.lodestar.trial.enrolment.EsophagealStage.M;
import org.lodestar.trial.enrolment.EsophagealStage.N;
import org.lodestar.trial.enrolment.EsophagealStage.T;
import org.lodestar.trial.fact.JsonView;

/** Categories of one tumour: a case of {@code lodestar-ajcc8-escc-clinical/1}. */
public record StagingCase(T t, N n, M m) {
  /**
   * @throws IllegalArgumentException naming the place of what is missing or cannot be staged
   */
  public static StagingCase read(JsonView json) {
    return new StagingCase(
        T.parse(json.get("cT").text()),
        N.parse(json.get("cN").text()),
        M.parse(json.get("cM").text()));
  }

  /**
   * @throws IllegalArgumentException when the edition has no group for the combination
   */
  public EsophagealStage stage() {
    return EsophagealStage.of(t, n, m)
        .orElseThrow(() -> new IllegalArgumentException("no stage group for " + this));
  }

  /** Whether the tumour is what the format asks about: T1 to T4a with nodes, without metastasis. */
  public boolean isLocallyAdvanced() {
    boolean depth = t.level() >= 1 && t != T.T4B && t != T.T4;
    return depth && n != N.N0 && m == M.M0;
  }
}
