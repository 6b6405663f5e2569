package org.lodestar.trial.schedule;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.FormRecord;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.FormKind;
import org.lodestar.trial.protocol.Protocol;

/** What a form in the log says about whether something was done. */
final class RecordedForms {
  private static final String GIVE = "give";
  private static final Set<String> ENDING = Set.of("visits", "data-use");
  private static final String NOT_DELIVERED = "not-delivered";

  private RecordedForms() {}

  /** Whether the form says that nothing was done: no value at all, each time with its reason. */
  static boolean isNotDone(FormRecord form, @Nullable FormKind kind) {
    if (kind == FormKind.FRACTION) {
      return NOT_DELIVERED.equals(form.text(form.instance().form() + ".status"));
    }
    return !form.items().isEmpty()
        && form.items().keySet().stream().allMatch(item -> isMissing(form.entry(item)));
  }

  /** Whether the participant died or withdrew from visits. */
  static boolean hasEnded(Casebook casebook, Protocol protocol) {
    Sheets sheets = Sheets.of(casebook, protocol.forms());
    return !sheets.of("death").isEmpty()
        || sheets.of("withdrawal").stream()
            .anyMatch(sheet -> sheet.text("scope").known().filter(ENDING::contains).isPresent());
  }

  private static boolean isMissing(@Nullable Entry entry) {
    return entry instanceof Entry.Value value && value.missing() != null;
  }

  /** What a prescription decided instead of giving, in the words of the form. */
  static Optional<Words> notGiven(FormRecord prescription, Protocol protocol) {
    String key = prescription.instance().form() + ".decision";
    return Optional.ofNullable(prescription.text(key))
        .filter(decision -> !decision.equals(GIVE))
        .map(decision -> option(protocol, key, decision));
  }

  private static Words option(Protocol protocol, String item, String code) {
    return protocol
        .forms()
        .item(item)
        .flatMap(
            found -> found.options().stream().filter(each -> each.code().equals(code)).findFirst())
        .map(found -> found.words())
        .orElseGet(() -> Words.same(code));
  }
}
