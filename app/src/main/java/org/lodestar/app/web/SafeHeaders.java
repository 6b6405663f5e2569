package org.lodestar.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Nothing leaves the machine: a page may load from its own server alone. */
final class SafeHeaders implements HandlerInterceptor {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!request.getMethod().equals("GET") && isFromElsewhere(request)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return false;
    }
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    return true;
  }

  /** A page of another site cannot make the reader's browser write here. */
  private static boolean isFromElsewhere(HttpServletRequest request) {
    String from = request.getHeader("Sec-Fetch-Site");
    return from != null && !from.equals("same-origin") && !from.equals("none");
  }
}
