package org.lodestar.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.TrialIndex.FormStep;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Kind;
import org.lodestar.trial.fact.ParticipantCode;

/**
 * Reads what the index needs of each row, of several pages at once. Codes and keys recur a million
 * times in a large log; each is kept once.
 */
final class StepReader {
  private static final String FORM_PREFIX = "form/";
  private final Map<String, ParticipantCode> codes = new ConcurrentHashMap<>();
  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

  /** The step of a form's fact, or null for a fact of another stream. */
  @Nullable FormStep read(ResultSet row) throws SQLException {
    long seq = row.getLong(1);
    String stream = row.getString(3);
    String kind = row.getString(5);
    if (stream == null || kind == null) {
      throw StoreErrors.DAMAGED.exception("seq", Long.toString(seq), "cause", "null");
    }
    if (!stream.startsWith(FORM_PREFIX)) {
      return null;
    }
    try {
      return new FormStep(
          seq,
          Instant.ofEpochMilli(row.getLong(2)),
          instance(stream),
          row.getLong(4),
          kinds.computeIfAbsent(kind, Kind::parse));
    } catch (IllegalArgumentException e) {
      throw StoreErrors.DAMAGED.exception(
          e, "seq", Long.toString(seq), "cause", String.valueOf(e.getMessage()));
    }
  }

  /** The instance that {@code form/CODE/visit/form/repeat} names. */
  private FormInstance instance(String path) {
    int code = FORM_PREFIX.length();
    int visit = path.indexOf('/', code) + 1;
    int form = path.indexOf('/', visit) + 1;
    int repeat = path.indexOf('/', form) + 1;
    if (visit == 0 || form == 0 || repeat == 0) {
      throw new IllegalArgumentException("no form's stream: " + path);
    }
    return new FormInstance(
        codes.computeIfAbsent(path.substring(code, visit - 1), ParticipantCode::new),
        once(path.substring(visit, form - 1)),
        once(path.substring(form, repeat - 1)),
        Integer.parseInt(path, repeat, path.length(), 10));
  }

  private String once(String key) {
    String known = keys.get(key);
    String kept = known == null ? keys.putIfAbsent(key, key) : known;
    return kept == null ? key : kept;
  }
}
