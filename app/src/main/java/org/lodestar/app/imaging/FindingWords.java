package org.lodestar.app.imaging;

import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.Severity;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;

/** What findings in the objects of radiotherapy mean, in both languages. */
public final class FindingWords {
  static final Sentences SENTENCES = new Sentences("findings");

  private FindingWords() {}

  /** What a finding says, with its values. */
  public static String say(Finding finding, Language language) {
    return SENTENCES.say(finding.code(), FaultWords.shown(finding, language), language);
  }

  /** Severity, subject and what it says, as one line for a list. */
  public static String line(Finding finding, Language language) {
    String between = language == Language.ZH ? "：" : ": ";
    return severity(finding.severity()).in(language)
        + " · "
        + finding.subject()
        + between
        + say(finding, language);
  }

  /** How far a finding reaches. */
  public static Words severity(Severity severity) {
    return switch (severity) {
      case NOTE -> new Words("note", "提示");
      case WARNING -> new Words("warning", "警告");
      case STOP -> new Words("stop", "阻断");
    };
  }
}
