package org.lodestar.app.cli;

import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Refusal;

/** Ends a command with one clear line and an exit code; nobody sees a stack trace. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Exit exit;
  private final transient Message message;

  public Failure(Exit exit, Message message) {
    this(exit, message, null);
  }

  public Failure(Exit exit, Message message, @Nullable Throwable cause) {
    super(message.in(Language.EN), cause);
    this.exit = exit;
    this.message = message;
  }

  /** The refusal of a command, with the exit code of its cause. */
  public static Failure of(Refusal refusal) {
    return new Failure(Exit.of(refusal.cause()), refusal.message());
  }

  public Exit exit() {
    return exit;
  }

  public Message message() {
    return message;
  }
}
