package org.lodestar.trial.fact;

import java.text.Normalizer;

/** What was typed, in plain letters: full-width digits and signs as their usual forms (NFKC). */
public final class PlainText {
  private PlainText() {}

  /** The text in plain letters, without the white space around it. */
  public static String of(String typed) {
    return isAscii(typed)
        ? typed.strip()
        : Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
  }

  /** Plain ASCII is its own normal form. */
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }
}
