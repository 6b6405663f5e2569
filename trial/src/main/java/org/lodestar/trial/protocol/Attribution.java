package org.lodestar.trial.protocol;

import java.util.List;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RecordType.Field;

/** Something to which an adverse event may be attributed. */
public record Attribution(String key, Words name, List<String> agents) implements Keyed {
  private static final Field<Attribution, String> KEY =
      Field.required("key", Labels.KEY, ValueType.key(), Attribution::key);
  private static final Field<Attribution, Words> NAME =
      Field.required("name", Labels.NAME, ValueType.words(), Attribution::name);
  private static final Field<Attribution, List<String>> AGENTS =
      Field.required("agents", Labels.AGENTS, ValueType.list(ValueType.key()), Attribution::agents);

  static final ValueType<Attribution> TYPE =
      new RecordType<>(
          List.of(KEY, NAME, AGENTS), v -> new Attribution(v.get(KEY), v.get(NAME), v.get(AGENTS)));
}
