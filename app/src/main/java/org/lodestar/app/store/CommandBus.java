package org.lodestar.app.store;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.Trial;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.Outcome;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.Protocol;

/**
 * The one way by which anything changes: a command is decided on the folded state, its facts are
 * appended under the versions that the decision read, and decided again when one of them moved.
 * Pages, command line, imports and simulation all send here.
 */
public final class CommandBus implements AutoCloseable {
  /** In whose name a command is sent. */
  public record Sender(String actor, Role role, String site) {}

  /** What became of a command. */
  public sealed interface Answer {
    /**
     * Its facts are durable.
     *
     * @param repeated whether this command was answered before, with these same facts
     */
    record Done(List<Fact> facts, boolean repeated) implements Answer {}

    /** Nothing happened. */
    record Refused(List<Refusal> refusals) implements Answer {}
  }

  private static final int MAX_ATTEMPTS = 1_000;
  private static final int MAX_MOMENTS = 8;

  private final FactLog log;
  private final InstantSource clock;
  private final LiveState state;
  private final ReentrantLock lock = new ReentrantLock();

  /** Earlier moments that somebody looked at, the latest few. */
  private final Map<Head, LiveState> moments =
      new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Head, LiveState> eldest) {
          return size() > MAX_MOMENTS;
        }
      };

  public CommandBus(FactLog log, InstantSource clock) {
    this(log, clock, Map.of());
  }

  /**
   * @param known bundles that the caller has read already, so that they are not read again
   */
  public CommandBus(FactLog log, InstantSource clock, Map<Digest, Protocol.Reading> known) {
    this.log = log;
    this.clock = clock;
    this.state = new LiveState(log, null, known);
  }

  /**
   * Decides and carries out a command.
   *
   * @param commandId chosen by the sender; the same id is carried out once and answered the same
   * @throws StoreException when others were faster every time, or the store failed
   */
  public Answer send(Command command, Sender sender, String commandId) {
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      Answer answer = attempt(command, sender, commandId);
      if (answer != null) {
        return answer;
      }
    }
    throw StoreErrors.OUTRUN.exception("attempts", MAX_ATTEMPTS);
  }

  /**
   * Decides on what is known and appends. Others may have been faster: a moved stream makes the
   * append stale, and a refusal is given only by a state that is up to date.
   *
   * @return null to decide again
   */
  private @Nullable Answer attempt(Command command, Sender sender, String commandId) {
    Context context;
    Outcome outcome;
    lock.lock();
    try {
      context = context(sender);
      outcome = Trial.decide(state, command, context);
      if (outcome instanceof Outcome.Refused && state.catchUp()) {
        return null;
      }
    } finally {
      lock.unlock();
    }
    return switch (outcome) {
      case Outcome.Refused refused -> refuse(refused, commandId);
      case Outcome.Accepted accepted -> append(accepted, context, commandId);
    };
  }

  /** A command that was carried out before is refused by what it did itself: answer as then. */
  private Answer refuse(Outcome.Refused refused, String commandId) {
    List<Fact> before = log.answer(commandId);
    return before.isEmpty()
        ? new Answer.Refused(refused.refusals())
        : new Answer.Done(before, true);
  }

  private @Nullable Answer append(Outcome.Accepted accepted, Context context, String commandId) {
    Batch batch = new Batch(context, commandId, accepted.drafts(), accepted.read());
    return switch (log.append(batch)) {
      case Appended.Written written -> {
        take(written);
        yield new Answer.Done(written.facts(), false);
      }
      case Appended.Repeated repeated -> new Answer.Done(repeated.facts(), true);
      case Appended.Stale ignored -> {
        catchUp();
        yield null;
      }
    };
  }

  private void take(Appended.Written written) {
    lock.lock();
    try {
      state.take(written.facts());
    } finally {
      lock.unlock();
    }
  }

  private void catchUp() {
    lock.lock();
    try {
      state.catchUp();
    } finally {
      lock.unlock();
    }
  }

  private Context context(Sender sender) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ZoneId zone = state.zone();
    Digest bundle = state.index().bundle();
    return new Context(
        sender.actor(),
        sender.role(),
        sender.site(),
        at,
        at.atZone(zone).toLocalDate(),
        bundle == null ? Digest.NONE : bundle);
  }

  /** Asks the present state; the question must not keep what it was given. */
  public <T> T ask(Function<TrialState, T> question) {
    lock.lock();
    try {
      state.catchUp();
      return question.apply(state);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks the state as it was at an earlier moment; the question must not keep what it was given.
   *
   * @param moment a fact of this log, with its hash
   */
  public <T> T askAt(Head moment, Function<TrialState, T> question) {
    LiveState past = stateAsOf(moment);
    synchronized (past) {
      past.catchUp();
      return question.apply(past);
    }
  }

  private LiveState stateAsOf(Head moment) {
    synchronized (moments) {
      LiveState past = moments.get(moment);
      if (past != null) {
        return past;
      }
    }
    LiveState made;
    lock.lock();
    try {
      made = state.asOf(moment);
    } finally {
      lock.unlock();
    }
    synchronized (moments) {
      return moments.computeIfAbsent(moment, head -> made);
    }
  }

  public FactLog log() {
    return log;
  }

  @Override
  public void close() {
    log.close();
  }
}
