package org.lodestar.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.lodestar.app.store.CommandBus;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.Digest;

/** What a person decided on a page, on its way into the log. */
final class Posted {

  /**
   * Sends a decision to the head of the log.
   *
   * @param id the page's own, so that a second click is the same command
   * @return empty when it is recorded; otherwise why it is not, in the frame's language, with the
   *     status set: 409 and no sentence when an earlier moment is shown, 422 when it was refused
   */
  static Optional<List<String>> send(
      Workplace workplace, Frame frame, Command command, String id, HttpServletResponse response) {
    if (!frame.isWritable()) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return Optional.of(List.of());
    }
    if (workplace.send(command, frame.role(), id) instanceof CommandBus.Answer.Refused no) {
      response.setStatus(422);
      return Optional.of(
          no.refusals().stream().map(one -> one.message().in(frame.language())).toList());
    }
    return Optional.empty();
  }

  /** The digest of what the page showed when the decision was made. */
  static Digest digest(String hex) {
    try {
      return new Digest(hex);
    } catch (IllegalArgumentException e) {
      throw new NotThere(hex);
    }
  }

  private Posted() {}
}
