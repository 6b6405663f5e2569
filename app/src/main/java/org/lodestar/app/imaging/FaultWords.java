package org.lodestar.app.imaging;

import java.util.List;
import java.util.Optional;
import org.lodestar.radiotherapy.dicom.DicomException;
import org.lodestar.radiotherapy.dicom.DicomFault;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;

/** Why something could not be read as DICOM, in the language of the person who asked for it. */
public final class FaultWords {
  private static final Words WHY = new Words("{why}", "{why}");

  private FaultWords() {}

  public static String say(DicomException fault, Language language) {
    return say(fault.values(), language).orElseThrow();
  }

  /** The same for both languages. */
  public static Message message(DicomException fault) {
    return Message.of(WHY, "why", new Words(say(fault, Language.EN), say(fault, Language.ZH)));
  }

  /** The values of a finding as they are shown: a fault that was found as its sentence. */
  static List<String> shown(Finding finding, Language language) {
    return say(finding.values(), language).map(List::of).orElse(finding.values());
  }

  private static Optional<String> say(List<String> values, Language language) {
    return values.stream()
        .findFirst()
        .flatMap(DicomFault::of)
        .map(
            fault ->
                DicomFault.render(
                    language == Language.ZH ? fault.chinese() : fault.english(),
                    values.subList(1, values.size())));
  }
}
