package org.lodestar.trial.protocol;

import java.util.List;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RecordType.Field;

/** A treatment, and whether it counts as new anti-cancer therapy. */
public record NewTherapy(String key, Words words, boolean counts) implements Keyed {
  private static final Field<NewTherapy, String> KEY =
      Field.required("key", Labels.KEY, ValueType.key(), NewTherapy::key);
  private static final Field<NewTherapy, Words> WORDS =
      Field.required("words", Labels.WORDS, ValueType.words(), NewTherapy::words);
  private static final Field<NewTherapy, Boolean> COUNTS =
      Field.required(
          "counts",
          new Words("counts as new anti-cancer therapy", "计为新的抗肿瘤治疗"),
          ValueType.flag(),
          NewTherapy::counts);

  static final ValueType<NewTherapy> TYPE =
      new RecordType<>(
          List.of(KEY, WORDS, COUNTS),
          v -> new NewTherapy(v.get(KEY), v.get(WORDS), v.get(COUNTS)));
}
