package org.lodestar.app.cli.validate;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The methods that exist, each for its formats. */
final class OracleMethods {
  private static final List<OracleMethod> ALL =
      Stream.of(
              Stream.of(new StatisticsMethod()),
              EfficacyMethods.ALL.stream(),
              TreatmentMethods.ALL.stream(),
              RadiotherapyMethods.ALL.stream())
          .<OracleMethod>flatMap(methods -> methods)
          .toList();

  private OracleMethods() {}

  static List<OracleResult> recompute(OracleFile file, @Nullable Path dicom) {
    return ALL.stream()
        .filter(method -> method.covers(file))
        .findFirst()
        .map(method -> method.recompute(file, dicom))
        .orElseGet(() -> Entries.of(file).stream().map(Entries.Entry::notCovered).toList());
  }
}
