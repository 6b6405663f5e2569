package org.lodestar.trial.protocol;

import java.util.List;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RecordType.Field;

/** A site of the trial. */
public record Site(String number, Words name, Words source) {
  private static final Field<Site, String> NUMBER =
      Field.required("number", new Words("number", "编号"), ValueType.text(), Site::number);
  private static final Field<Site, Words> NAME =
      Field.required("name", Labels.NAME, ValueType.words(), Site::name);
  private static final Field<Site, Words> SOURCE =
      Field.required("source", Labels.SOURCE, ValueType.source(), Site::source);

  static final ValueType<Site> TYPE =
      new RecordType<>(
          List.of(NUMBER, NAME, SOURCE), v -> new Site(v.get(NUMBER), v.get(NAME), v.get(SOURCE)));
}
