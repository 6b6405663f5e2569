package org.lodestar.app.pacs;

import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;

/** An archive that did not give what was asked; nothing was kept. */
public final class PacsException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final PacsTrouble trouble;
  private final transient Message message;

  PacsException(PacsTrouble trouble, Message message, @Nullable Throwable cause) {
    super(message.in(Language.EN), cause);
    this.trouble = trouble;
    this.message = message;
  }

  public PacsTrouble trouble() {
    return trouble;
  }

  public Message words() {
    return message;
  }
}
