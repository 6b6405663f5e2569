package org.lodestar.app.imaging;

import java.util.List;
import org.lodestar.radiotherapy.dicom.DicomException;
import org.lodestar.radiotherapy.dicom.DicomFault;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;

/** Why something could not be read as DICOM, in the language of the person who asked for it. */
public final class FaultWords {
  static final Sentences SENTENCES = new Sentences("faults");
  private static final Words WHY = new Words("{why}", "{why}");

  private FaultWords() {}

  public static String say(DicomException trouble, Language language) {
    return SENTENCES.say(trouble.fault(), trouble.found(), language);
  }

  /** The same for both languages. */
  public static Message message(DicomException trouble) {
    return Message.of(WHY, "why", new Words(say(trouble, Language.EN), say(trouble, Language.ZH)));
  }

  /** The values of a finding as they are shown: a fault that was found as its sentence. */
  static List<String> shown(Finding finding, Language language) {
    List<String> values = finding.values();
    return values.stream()
        .findFirst()
        .flatMap(DicomFault::of)
        .map(fault -> SENTENCES.say(fault, values.subList(1, values.size()), language))
        .map(List::of)
        .orElse(values);
  }
}
