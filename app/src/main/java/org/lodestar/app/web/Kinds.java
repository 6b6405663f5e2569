package org.lodestar.app.web;

import java.util.List;
import org.lodestar.trial.protocol.FormDefinition;
import org.lodestar.trial.protocol.Protocol;

/** Which forms of a trial are of a kind that rules know. */
final class Kinds {
  private Kinds() {}

  /**
   * The keys of the forms of a kind, as the areas of the trial ask for them: {@code adverse-event}.
   */
  static List<String> forms(Protocol protocol, String kind) {
    return protocol.forms().all().stream()
        .filter(form -> form.kind().key().equals(kind))
        .map(FormDefinition::key)
        .toList();
  }
}
