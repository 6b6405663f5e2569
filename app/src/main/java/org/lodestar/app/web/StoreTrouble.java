package org.lodestar.app.web;

import jakarta.servlet.http.HttpServletRequest;
import org.lodestar.app.store.StoreErrors;
import org.lodestar.app.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** When the log cannot be read or written, the page says why and what to do, as a command would. */
@ControllerAdvice
class StoreTrouble {
  private static final Logger LOG = LoggerFactory.getLogger(StoreTrouble.class);

  @ExceptionHandler(StoreException.class)
  ModelAndView explain(StoreException trouble, HttpServletRequest request) {
    LOG.warn("{} {}", request.getMethod(), request.getRequestURI(), trouble);
    HttpStatus status = status(trouble.error());
    ModelAndView page = new ModelAndView("error", status);
    page.addObject("status", status.value());
    page.addObject("why", trouble.words().in(Preferences.of(request).language()));
    return page;
  }

  private static HttpStatus status(StoreErrors error) {
    return switch (error) {
      case OUTRUN -> HttpStatus.CONFLICT;
      case BUSY, DISK_FULL, IO, READ_ONLY, CLOSED -> HttpStatus.SERVICE_UNAVAILABLE;
      default -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }
}
