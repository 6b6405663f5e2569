package org.lodestar.trial.protocol;

import java.util.List;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RecordType.Field;

/** An intervention as the registry lists it. */
public record Intervention(InterventionType kind, Words name, Words source) {
  private static final Field<Intervention, InterventionType> KIND =
      Field.required(
          "kind", Labels.KIND, ValueType.choice(InterventionType.class), Intervention::kind);
  private static final Field<Intervention, Words> NAME =
      Field.required("name", Labels.NAME, ValueType.words(), Intervention::name);
  private static final Field<Intervention, Words> SOURCE =
      Field.required("source", Labels.SOURCE, ValueType.source(), Intervention::source);

  static final ValueType<Intervention> TYPE =
      new RecordType<>(
          List.of(KIND, NAME, SOURCE),
          v -> new Intervention(v.get(KIND), v.get(NAME), v.get(SOURCE)));
}
