package org.lodestar.app.store;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.TrialIndex.FormStep;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Stream;

/**
 * The append-only log of one trial. Every method blocks until its answer is durable or known, may
 * be called by many threads, and throws {@link StoreException} when the store fails; a failed
 * append has written nothing.
 */
public interface FactLog extends AutoCloseable {

  /** The newest fact, or {@link Head#EMPTY}. */
  Head head();

  /**
   * Writes the batch whole, or says why not.
   *
   * <p>A draft of {@code value-redacted} takes value and salt out of the fact that it names, in the
   * same transaction; the store fills in the digest when the draft says {@link Digest#NONE}.
   *
   * @throws StoreException when the batch cannot be stored as it is, or the store fails
   */
  Appended append(Batch batch);

  /** The facts from {@code fromSeq} to {@code toSeq}, both included, in their order. */
  void read(long fromSeq, long toSeq, Consumer<Fact> each);

  /** The facts about one participant from {@code fromSeq} to {@code toSeq}, in their order. */
  List<Fact> participant(ParticipantCode code, long fromSeq, long toSeq);

  /**
   * The same range as {@link #read}, for the trial-wide index: of a form's facts only the step, of
   * all others the whole fact. A tenth of the time, because values are not read.
   */
  void index(long fromSeq, long toSeq, Consumer<FormStep> eachStep, Consumer<Fact> eachFact);

  /** What the command wrote when it was carried out; empty when this id was never seen. */
  List<Fact> answer(String commandId);

  /**
   * The version of the stream's newest fact, 0 when it has none; of a {@link Stream.Casebook} the
   * number of the newest fact about the participant.
   */
  long version(Stream stream);

  /** Keeps the bytes of a bundle and gives their digest; the same bytes are kept once. */
  Digest putBundle(byte[] bytes);

  /** The bytes of a bundle, or null when the store has none of this digest. */
  byte @Nullable [] bundle(Digest digest);

  /** Keeps the bytes of a file and gives their digest; the same bytes are kept once. */
  Digest putAttachment(byte[] bytes);

  /** The bytes of a file, or null when the store has none of this digest. */
  byte @Nullable [] attachment(Digest digest);

  /** What a person should look after although facts are stored, or null. */
  @Nullable Message trouble();

  @Override
  void close();
}
