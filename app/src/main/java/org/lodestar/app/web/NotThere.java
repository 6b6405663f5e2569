package org.lodestar.app.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What an address names does not exist at the chosen moment. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NotThere extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String what;

  NotThere(String what) {
    super(what + " does not exist at this moment");
    this.what = what;
  }

  String what() {
    return what;
  }
}
