package org.lodestar.trial.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.FormRecord;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.protocol.Dimension;
import org.lodestar.trial.protocol.FormRule;
import org.lodestar.trial.protocol.Forms;
import org.lodestar.trial.protocol.ItemDefinition;

/**
 * A laboratory value that stands in the log with a unit which the form in force does not know, or
 * without one where it must be named. It came in under other forms or by an import; it is never
 * guessed, so that no grade rests on it until somebody asks.
 *
 * @param item of the form, {@code laboratory.creatinine}
 * @param asked the sentence for whoever asks the site
 */
public record UnitQuestion(FormInstance instance, String item, Derived<String> asked) {
  private static final Map<String, String> SAMPLED_ON =
      Map.of("laboratory", "sampled-on", "cardiac-thyroid", "tested-on");

  /** Every such value of one participant, in the order of her forms. */
  public static List<UnitQuestion> derive(Sheets sheets, Forms forms) {
    List<UnitQuestion> questions = new ArrayList<>();
    SAMPLED_ON.keySet().stream()
        .sorted()
        .forEach(
            kind ->
                sheets
                    .of(kind)
                    .forEach(
                        sheet ->
                            sheet
                                .form()
                                .items()
                                .keySet()
                                .forEach(
                                    key ->
                                        question(sheet, kind, key, forms)
                                            .ifPresent(questions::add))));
    return questions;
  }

  private static Optional<UnitQuestion> question(
      Sheet sheet, String kind, String key, Forms forms) {
    FormRecord form = sheet.form();
    Optional<ItemDefinition> definition =
        forms.item(key).filter(item -> item.dimension() != null).filter(i -> isAsked(i, form));
    return definition.map(
        item -> {
          Derived<LocalDate> on = sheet.date(SAMPLED_ON.getOrDefault(kind, "sampled-on"));
          Derived<String> text = sheet.text(item.name());
          Derived<String> asked =
              Derived.of(SafetyRule.UNIT_TO_ASK, entered(form, key), List.of(text, on))
                  .with("item", item.words())
                  .with("on", on.known().map(LocalDate::toString).orElse("-"))
                  .with("entered", entered(form, key))
                  .with("known", String.join(", ", item.units()));
          return new UnitQuestion(form.instance(), key, asked);
        });
  }

  /** Most values are entered in the first unit, which needs no reading. */
  private static boolean isAsked(ItemDefinition item, FormRecord form) {
    if (!(form.entry(item.key()) instanceof Entry.Value value) || value.missing() != null) {
      return false;
    }
    Dimension dimension = item.dimension();
    @Nullable String unit = value.unit();
    boolean usual = dimension != null && dimension.unit().equals(unit);
    return !usual
        && item.parse(value.text(), unit) instanceof ItemDefinition.Parsed.Wrong wrong
        && wrong.rule() == FormRule.UNKNOWN_UNIT;
  }

  private static String entered(FormRecord form, String key) {
    return form.entry(key) instanceof Entry.Value value
        ? value.unit() == null ? value.text() : value.text() + " " + value.unit()
        : "-";
  }
}
