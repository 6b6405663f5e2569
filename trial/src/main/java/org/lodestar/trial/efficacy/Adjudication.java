package org.lodestar.trial.efficacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.Permission;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Outcome;
import org.lodestar.trial.fact.Proposal;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Stream;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Reader;

/**
 * Decides whether an adjudicator's choice may stand: two readers must differ, she must have seen
 * their differences as they are now, choose somebody who has read, and say why.
 */
public final class Adjudication {
  /** Under which name the choice stands in the log. */
  public static final String SUBJECT = "efficacy.adjudication";

  /** What the log calls the question before it is answered. */
  public static final String PROPOSED = "adjudicate";

  private Adjudication() {}

  /**
   * @param casebook of the participant; empty when nothing was recorded about her
   * @param participantVersion of the stream that holds what is decided about her
   * @param review her readings as they are now
   */
  public static Outcome decide(
      Casebook casebook,
      long participantVersion,
      IndependentReview review,
      EfficacyCommand.Adjudicate command,
      Context context) {
    Optional<Refusal> forbidden = Permission.ADJUDICATE.refuse(context);
    if (forbidden.isPresent()) {
      return Outcome.refused(forbidden.get());
    }
    if (review.adjudication().isEmpty()) {
      return refused(EfficacyRule.NOTHING_TO_ADJUDICATE, null, "code", command.code());
    }
    Proposal<Integer> question = review.adjudication().get();
    if (!question.inputs().equals(command.inputs())) {
      return refused(EfficacyRule.READINGS_MOVED, null, "code", command.code());
    }
    if (!command.chosen().isIndependent() || review.reading(command.chosen()).isEmpty()) {
      return refused(
          EfficacyRule.NOT_A_READER,
          "chosen",
          "reader",
          command.chosen().words(),
          "readers",
          readers(review));
    }
    if (command.reason() == null || command.reason().isBlank()) {
      return refused(EfficacyRule.ADJUDICATION_WITHOUT_REASON, "reason");
    }
    return accepted(casebook, participantVersion, question, command);
  }

  private static Words readers(IndependentReview review) {
    List<Words> names =
        review.readings().stream()
            .map(ReaderReading::reader)
            .filter(Reader::isIndependent)
            .map(Reader::words)
            .toList();
    return new Words(
        names.stream().map(Words::en).collect(Collectors.joining(", ")),
        names.stream().map(Words::zh).collect(Collectors.joining("、")));
  }

  private static Outcome accepted(
      Casebook casebook,
      long participantVersion,
      Proposal<Integer> question,
      EfficacyCommand.Adjudicate command) {
    Stream stream = new Stream.Participant(command.code());
    Map<Stream, Long> read = new HashMap<>(casebook.read());
    read.put(stream, participantVersion);
    Body.Decided body =
        new Body.Decided(
            SUBJECT,
            question.derived().rule().id(),
            command.inputs(),
            PROPOSED,
            command.chosen().key(),
            null);
    return new Outcome.Accepted(
        List.of(new Draft(stream, command.code(), body, command.reason())), read);
  }

  private static Outcome refused(
      EfficacyRule rule, @Nullable String field, Object... namesAndValues) {
    return Outcome.refused(
        new Refusal(
            Refusal.Cause.FORBIDDEN_BY_RULE,
            rule,
            Message.of(rule.words(), namesAndValues),
            field));
  }
}
