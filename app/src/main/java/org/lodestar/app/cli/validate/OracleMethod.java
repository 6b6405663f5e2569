package org.lodestar.app.cli.validate;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes files of one format. An area adds its method to the list in {@link OracleMethods}; for
 * a file of cases, {@link CaseMethod} does everything but the computing.
 */
public interface OracleMethod {

  boolean covers(OracleFile file);

  /**
   * Every entry of the file, in its order, computed from its inputs alone: changing what the file
   * expects changes no computed value.
   *
   * @param dicom the folder of DICOM files that the entries speak of, or null when none was named
   */
  List<OracleResult> recompute(OracleFile file, @Nullable Path dicom);
}
