package org.lodestar.verification.browser;

import java.util.ArrayList;
import java.util.List;

/**
 * How a reader looks at the pages.
 *
 * @param aided whether axe examines the pages too, which takes most of the time
 */
record Look(String language, int width, String theme, boolean aided) {
  /** Both languages and both widths, each of them once under axe. */
  static List<Look> everyday() {
    return List.of(
        new Look("en", 1280, "light", true),
        new Look("zh", 1280, "light", false),
        new Look("en", 400, "light", false),
        new Look("zh", 400, "light", true));
  }

  /** Every language, width and theme under axe. */
  static List<Look> all() {
    List<Look> looks = new ArrayList<>();
    for (String language : List.of("en", "zh")) {
      for (int width : List.of(1280, 400)) {
        for (String theme : List.of("light", "dark")) {
          looks.add(new Look(language, width, theme, true));
        }
      }
    }
    return looks;
  }

  void put(Chromium browser, String base, String role, String moment) {
    browser.size(width, 900);
    browser.cookie(base, "lodestar-language", language);
    browser.cookie(base, "lodestar-theme", theme);
    browser.cookie(base, "lodestar-role", role);
    browser.cookie(base, "lodestar-moment", moment);
  }
}
