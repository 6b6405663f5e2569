package org.lodestar.app.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps what the reader chose and returns to the page that she came from. */
@Controller
class PreferController {
  private static final Duration KEPT = Duration.ofDays(365);

  @GetMapping("/prefer")
  String prefer(
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable String role,
      @RequestParam(required = false) @Nullable String moment,
      @RequestParam(required = false) @Nullable String theme,
      @RequestParam(defaultValue = "/") String back,
      HttpServletResponse response) {
    keep(response, Preferences.LANGUAGE, language);
    keep(response, Preferences.ROLE, role);
    keep(response, Preferences.MOMENT, moment);
    keep(response, Preferences.THEME, theme);
    return "redirect:" + (isLocal(back) ? back : "/");
  }

  /** A path of this server: not another host's, not a protocol-relative address. */
  static boolean isLocal(String path) {
    return path.startsWith("/")
        && !path.startsWith("//")
        && path.chars().noneMatch(c -> c < 0x20 || c == '\\');
  }

  private static void keep(HttpServletResponse response, String name, @Nullable String value) {
    if (value == null) {
      return;
    }
    Cookie cookie = new Cookie(name, URLEncoder.encode(value, StandardCharsets.UTF_8));
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setMaxAge((int) KEPT.toSeconds());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
