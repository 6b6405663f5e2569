package org.lodestar.trial.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.ParticipantCode;

/**
 * Who was registered, who was enrolled under which number, who failed screening: the fold of the
 * stream {@code enrolment}. Confined to one thread; apply facts in the order of the log.
 */
public final class EnrolmentRegister {
  /** Where a registered participant stands. */
  public sealed interface Standing {
    record InScreening() implements Standing {}

    record Failed(String cause, SortedSet<String> criteria, long seq) implements Standing {}

    record Enrolled(String number, int ordinal, LocalDate on, long seq) implements Standing {}
  }

  private static final Standing IN_SCREENING = new Standing.InScreening();

  private final SortedMap<ParticipantCode, Standing> standings = new TreeMap<>();
  private final List<ParticipantCode> enrolled = new ArrayList<>();
  private long version;

  /** Takes a fact of the stream into account; other facts are passed over. */
  public void apply(Fact fact) {
    switch (fact.body()) {
      case Body.ParticipantRegistered registered -> standings.put(registered.code(), IN_SCREENING);
      case Body.ScreenFailed failed ->
          standings.put(
              failed.code(), new Standing.Failed(failed.cause(), failed.criteria(), fact.seq()));
      case Body.Enrolled body -> enrol(body, fact.seq());
      default -> {
        return;
      }
    }
    version = fact.header().version();
  }

  private void enrol(Body.Enrolled body, long seq) {
    standings.put(
        body.code(), new Standing.Enrolled(body.number(), body.ordinal(), body.on(), seq));
    enrolled.add(body.code());
  }

  public long version() {
    return version;
  }

  public @Nullable Standing standing(ParticipantCode code) {
    return standings.get(code);
  }

  /** All codes ever given, in order. */
  public Collection<ParticipantCode> registered() {
    return Collections.unmodifiableCollection(standings.keySet());
  }

  /** The enrolled, in the order of enrolment. */
  public List<ParticipantCode> enrolled() {
    return List.copyOf(enrolled);
  }

  public int enrolledCount() {
    return enrolled.size();
  }

  public ParticipantCode nextCode() {
    return ParticipantCode.ofOrdinal(standings.isEmpty() ? 1 : standings.lastKey().ordinal() + 1);
  }
}
