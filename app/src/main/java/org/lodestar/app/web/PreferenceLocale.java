package org.lodestar.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;
import org.springframework.web.servlet.LocaleResolver;

/** Gives the templates the language of {@link Preferences}. */
final class PreferenceLocale implements LocaleResolver {
  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return Preferences.language(request) == Language.ZH ? Locale.CHINESE : Locale.ENGLISH;
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("the language is chosen at /prefer");
  }
}
