package org.lodestar.trial.safety;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.CaptureCommand;
import org.lodestar.trial.capture.FormRecord;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.FormDefinition;
import org.lodestar.trial.protocol.FormKind;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SafetySettings;

/**
 * A term has only some of the grades 1 to 5 (alopecia 1 and 2): an adverse event with another one
 * is not recorded.
 *
 * @param form the key of the form of adverse events
 */
public record GradeOfTerm(String form, TermFinder finder) {

  /** The rule for a form; empty for forms of other kinds and for dictionaries not at hand. */
  public static Optional<GradeOfTerm> of(Protocol protocol, FormDefinition form) {
    return form.kind() == FormKind.ADVERSE_EVENT
        ? protocol
            .get(SafetySettings.DICTIONARY)
            .find()
            .flatMap(Ctcae::of)
            .map(ctcae -> new GradeOfTerm(form.key(), new TermFinder(ctcae)))
        : Optional.empty();
  }

  /** Why a save of term or grade is refused, or nothing. */
  public static Optional<Refusal> refuse(
      Protocol protocol, CaptureCommand.SaveForm save, @Nullable FormRecord saved) {
    return protocol
        .forms()
        .form(save.instance().form())
        .flatMap(form -> of(protocol, form))
        .flatMap(rule -> rule.refuse(save, saved));
  }

  /** The item in which the term stands. */
  public String termItem() {
    return form + ".term";
  }

  /** The item in which the grade stands. */
  public String gradeItem() {
    return form + ".grade";
  }

  private Optional<Refusal> refuse(CaptureCommand.SaveForm save, @Nullable FormRecord saved) {
    String term = after(save, saved, termItem());
    String grade = after(save, saved, gradeItem());
    boolean isAsBefore =
        term.equals(text(saved, termItem())) && grade.equals(text(saved, gradeItem()));
    return isAsBefore
        ? Optional.empty()
        : finder.named(term).flatMap(found -> impossible(found, grade)).map(this::refusal);
  }

  private Refusal refusal(Message message) {
    return new Refusal(Refusal.Cause.INVALID, SafetyRule.GRADE_NOT_OF_TERM, message, gradeItem());
  }

  /** That the term has no such grade, and which ones it has; empty for what is no grade at all. */
  public Optional<Message> impossible(CtcaeTerm term, String grade) {
    String typed = grade.strip();
    if (!typed.matches("[1-5]") || term.hasGrade(Integer.parseInt(typed))) {
      return Optional.empty();
    }
    List<String> existing = term.grades().stream().map(String::valueOf).toList();
    return Optional.of(
        Message.of(
            SafetyRule.GRADE_NOT_OF_TERM.words(),
            "term",
            term.words(),
            "grade",
            typed,
            "existing",
            new Words(String.join(", ", existing), String.join("、", existing))));
  }

  private static String after(
      CaptureCommand.SaveForm save, @Nullable FormRecord saved, String item) {
    Entry typed = save.items().get(item);
    return typed == null ? text(saved, item) : text(typed);
  }

  private static String text(@Nullable FormRecord saved, String item) {
    return saved == null ? "" : text(saved.entry(item));
  }

  private static String text(@Nullable Entry entry) {
    return entry instanceof Entry.Value value && value.missing() == null ? value.text() : "";
  }
}
