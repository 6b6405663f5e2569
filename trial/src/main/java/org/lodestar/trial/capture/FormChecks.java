package org.lodestar.trial.capture;

import java.util.List;
import org.lodestar.trial.protocol.Answers;
import org.lodestar.trial.protocol.EditCheck;
import org.lodestar.trial.protocol.FormDefinition;
import org.lodestar.trial.protocol.Forms;
import org.lodestar.trial.protocol.ItemDefinition;
import org.lodestar.trial.protocol.Verdict;

/** What a form's own checks and conditions say of it as it stands. */
public final class FormChecks {
  private FormChecks() {}

  /** The checks that are not met; a check that hangs on a missing item stays silent. */
  public static List<EditCheck> fired(Forms forms, FormDefinition form, Answers answers) {
    return form.checks().stream()
        .filter(check -> evaluate(forms, check.requires(), answers) instanceof Verdict.NotMet)
        .toList();
  }

  /** Those of one severity; the others are not looked at. */
  static List<EditCheck> fired(
      Forms forms, FormDefinition form, EditCheck.Severity severity, Answers answers) {
    return form.checks().stream()
        .filter(check -> check.severity() == severity)
        .filter(check -> evaluate(forms, check.requires(), answers) instanceof Verdict.NotMet)
        .toList();
  }

  /** Whether an item is asked at all, as the form stands. */
  public static boolean isAsked(Forms forms, ItemDefinition item, Answers answers) {
    return item.visibleWhen() == null
        || evaluate(forms, item.visibleWhen(), answers) instanceof Verdict.Met;
  }

  /** The items that a complete form must answer and this one does not. */
  public static List<ItemDefinition> unanswered(
      Forms forms, FormDefinition form, FormRecord record) {
    FormAnswers answers = FormAnswers.of(forms, record, null);
    return form.items().stream()
        .filter(ItemDefinition::required)
        .filter(item -> record.entry(item.key()) == null)
        .filter(item -> isAsked(forms, item, answers))
        .toList();
  }

  private static Verdict evaluate(Forms forms, String expression, Answers answers) {
    return forms.vocabulary().expression(expression).evaluate(answers);
  }
}
