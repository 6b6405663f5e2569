package org.lodestar.app.store;

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

  /**
   * The fact that a line of {@link FactTable#STEPS} tells of.
   *
   * @param seq the fact whose turn it is
   * @return its step, or null for a fact of another stream than a form's
   */
  @Nullable FormStep read(long seq, String lines, int begin, int end) {
    if (begin >= lines.length()) {
      throw missing(seq, "-");
    }
    int at = lines.indexOf(' ', begin) + 1;
    int version = lines.indexOf(' ', at) + 1;
    int kind = lines.indexOf(' ', version) + 1;
    int stream = lines.indexOf(' ', kind) + 1;
    try {
      if (at >= version || version >= kind || kind >= stream || stream > end) {
        throw new IllegalArgumentException("no fact: " + lines.substring(begin, end));
      }
      if (number(lines, begin, at) != seq) {
        throw missing(seq, lines.substring(begin, at - 1));
      }
      if (!lines.startsWith(FORM_PREFIX, stream)) {
        return null;
      }
      return new FormStep(
          seq,
          Instant.ofEpochMilli(number(lines, at, version)),
          instance(lines.substring(stream, end)),
          number(lines, version, kind),
          kinds.computeIfAbsent(lines.substring(kind, stream - 1), Kind::parse));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw StoreErrors.DAMAGED.exception(
          e, "seq", Long.toString(seq), "cause", String.valueOf(e.getMessage()));
    }
  }

  private static StoreException missing(long seq, String found) {
    return StoreErrors.FACT_MISSING.exception(
        "seq", Long.toString(seq), "before", Long.toString(seq - 1), "found", found);
  }

  /** The number that ends a space before the next field. */
  private static long number(String lines, int begin, int next) {
    return Long.parseLong(lines, begin, next - 1, 10);
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
