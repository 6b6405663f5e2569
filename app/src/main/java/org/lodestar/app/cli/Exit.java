package org.lodestar.app.cli;

import org.lodestar.trial.fact.Refusal;

/** How a command ended, as the calling shell sees it. */
public enum Exit {
  OK(0),
  UNEXPECTED(1),
  USAGE(2),
  /** Data or protocol are not valid; the findings were printed. */
  INVALID(3),
  /** A rule forbids it: locked, cap reached, not signed. */
  REFUSED(4),
  NOT_FOUND(5),
  CONFLICT(6),
  /** The hash chain of the log is broken. */
  BROKEN(7),
  NOT_PERMITTED(8),
  INTERRUPTED(130);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The exit that tells a shell why {@code decide} refused a command. */
  public static Exit of(Refusal.Cause cause) {
    return switch (cause) {
      case INVALID -> INVALID;
      case FORBIDDEN_BY_RULE -> REFUSED;
      case NOT_FOUND -> NOT_FOUND;
      case NOT_PERMITTED -> NOT_PERMITTED;
    };
  }
}
