package org.lodestar.app.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Role;

/**
 * What a reader chose and the browser keeps: language, role, moment, theme. A choice that makes no
 * sense any more falls back to the first.
 */
record Preferences(Language language, Role role, String moment, String theme) {
  static final String LANGUAGE = "lodestar-language";
  static final String ROLE = "lodestar-role";
  static final String MOMENT = "lodestar-moment";
  static final String THEME = "lodestar-theme";

  static Preferences of(HttpServletRequest request) {
    return new Preferences(
        language(request),
        cookie(request, ROLE).flatMap(Preferences::role).orElse(Role.COORDINATOR),
        cookie(request, MOMENT).orElse(""),
        cookie(request, THEME).filter(theme -> theme.matches("light|dark")).orElse("auto"));
  }

  /** The chosen language, else the one that the browser asks for, else English. */
  static Language language(HttpServletRequest request) {
    Optional<String> chosen = cookie(request, LANGUAGE);
    if (chosen.isPresent()) {
      return chosen.get().equals("zh") ? Language.ZH : Language.EN;
    }
    String wanted = request.getHeader("Accept-Language");
    return wanted != null && wanted.toLowerCase(Locale.ROOT).startsWith("zh")
        ? Language.ZH
        : Language.EN;
  }

  private static Optional<Role> role(String key) {
    try {
      return Optional.of(Role.parse(key));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name)) {
        return Optional.of(URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }
}
