package org.lodestar.app.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.FormAnswers;
import org.lodestar.trial.capture.FormChecks;
import org.lodestar.trial.capture.FormRecord;
import org.lodestar.trial.capture.ItemRecord;
import org.lodestar.trial.capture.Permission;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.EditCheck;
import org.lodestar.trial.protocol.FormDefinition;
import org.lodestar.trial.protocol.FormSection;
import org.lodestar.trial.protocol.ItemDefinition;
import org.lodestar.trial.protocol.ItemType;
import org.lodestar.trial.safety.GradeTexts;
import org.lodestar.trial.schedule.FormStatus;

/** Reads a form for its page. */
final class FormReader {
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final Words MAY_NOT =
      new Words("may not enter forms; choose another role above", "无权填写表单；可在上方选择其他角色");
  private static final Words YES = new Words("yes", "是");
  private static final Words NO = new Words("no", "否");
  private static final Words POSSIBLE = new Words("possible ", "可能范围 ");

  private final TrialState state;
  private final TrialWords words;
  private final Frame frame;
  private final FormInstance instance;
  private final FormDefinition form;
  private final @Nullable FormRecord record;
  private final FormTyped typed;
  private final List<Refusal> refusals;
  private final GradeTexts texts;

  private FormReader(
      TrialState state,
      Frame frame,
      FormInstance instance,
      FormTyped typed,
      List<Refusal> refusals,
      GradeTexts texts) {
    this.state = state;
    this.frame = frame;
    this.words = Protocols.words(state, frame.language());
    this.instance = instance;
    this.typed = typed;
    this.refusals = refusals;
    this.texts = texts;
    this.form =
        words
            .protocol()
            .forms()
            .form(instance.form())
            .orElseThrow(() -> new NotThere(instance.form()));
    this.record = state.casebook(instance.participant()).form(instance);
  }

  /**
   * @param typed what was typed and refused; {@link FormTyped#NOTHING} for a form as saved
   * @param texts what grades mean
   * @throws NotThere when nobody has this code or the protocol has no such form
   */
  static FormView read(
      TrialState state,
      Frame frame,
      FormInstance instance,
      FormTyped typed,
      List<Refusal> refusals,
      GradeTexts texts) {
    if (state.index().enrolment().standing(instance.participant()) == null) {
      throw new NotThere(instance.participant().text());
    }
    return new FormReader(state, frame, instance, typed, refusals, texts).read();
  }

  private FormView read() {
    Standing standing = state.index().enrolment().standing(instance.participant());
    boolean complete = record != null && record.complete();
    FormStatus now =
        record == null
            ? FormStatus.NOT_YET_DUE
            : complete ? FormStatus.COMPLETE : FormStatus.IN_PROGRESS;
    boolean permitted = Permission.SAVE_FORM.allows(frame.role());
    return new FormView(
        instance.participant().text(),
        standing instanceof Standing.Enrolled enrolled
            ? enrolled.number()
            : instance.participant().text(),
        words.visit(instance.visit()),
        words.form(instance),
        "/participants/" + MatrixReader.address(instance),
        Shape.of(now),
        words.say(now.words()),
        complete,
        permitted && frame.isWritable(),
        permitted
            ? ""
            : TrialWords.capital(words.say(frame.role().words()))
                + (words.language() == Language.ZH ? "" : " ")
                + words.say(MAY_NOT),
        record != null,
        typed.reason(),
        UUID.randomUUID().toString(),
        unanswered(),
        problems(),
        doubts(),
        form.sections().stream().map(this::section).toList(),
        GradeReader.of(words.protocol(), form, texts, words.language())
            .map(
                grades ->
                    grades.read(
                        text(grades.termItem()),
                        text(grades.gradeItem()),
                        text(grades.verbatimItem())))
            .orElse(null));
  }

  /** What is in the box of an item: typed, else saved. */
  private String text(String key) {
    return typed
        .text(key)
        .orElseGet(() -> GradeReader.text(record == null ? null : record.entry(key)));
  }

  private long unanswered() {
    if (record == null) {
      return form.items().stream().filter(ItemDefinition::required).count();
    }
    return FormChecks.unanswered(words.protocol().forms(), form, record).size();
  }

  private List<FormView.Problem> problems() {
    return refusals.stream()
        .map(
            refusal ->
                new FormView.Problem(
                    refusal.field() == null ? "" : refusal.field(),
                    refusal.message().in(words.language())))
        .toList();
  }

  /** The soft checks between items that the saved form does not meet. */
  private List<String> doubts() {
    if (record == null) {
      return List.of();
    }
    LocalDate today = frame.today();
    FormAnswers answers = FormAnswers.of(words.protocol().forms(), record, today);
    return FormChecks.fired(words.protocol().forms(), form, answers).stream()
        .filter(check -> check.severity() == EditCheck.Severity.SOFT)
        .map(check -> words.say(check.message()))
        .toList();
  }

  private FormView.Section section(FormSection section) {
    return new FormView.Section(
        words.say(section.words()), section.items().stream().map(this::item).toList());
  }

  private FormView.Item item(ItemDefinition item) {
    Entry entry = record == null ? null : record.entry(item.key());
    Entry.Value saved = entry instanceof Entry.Value value ? value : null;
    String text = typed.text(item.key()).orElse(saved == null ? "" : saved.text());
    String missing =
        typed
            .missing(item.key())
            .orElse(saved == null || saved.missing() == null ? "" : saved.missing());
    return new FormView.Item(
        item.key(),
        words.say(item.words()),
        item.help() == null ? "" : words.say(item.help()),
        kind(item),
        item.required(),
        text,
        typed.unit(item.key()).orElse(unit(item, saved)),
        item.units(),
        options(item, text),
        missing,
        missingReasons(missing),
        item.hard() == null ? "" : words.say(POSSIBLE) + item.hard(),
        words.value(item.key(), entry),
        doubt(item, saved),
        problem(item.key()),
        history(item.key()));
  }

  private static String kind(ItemDefinition item) {
    return switch (item.type()) {
      case CHOICE, YES_NO -> "choice";
      case DECIMAL, INTEGER -> "number";
      case DATE, PARTIAL_DATE, DATE_TIME, TEXT, LESION -> "text";
    };
  }

  private static String unit(ItemDefinition item, Entry.@Nullable Value saved) {
    if (saved != null && saved.unit() != null) {
      return saved.unit();
    }
    return item.units().isEmpty() ? "" : item.units().getFirst();
  }

  private List<FormView.Option> options(ItemDefinition item, String chosen) {
    if (item.type() == ItemType.YES_NO) {
      return List.of(
          new FormView.Option("yes", words.say(YES), chosen.equals("yes")),
          new FormView.Option("no", words.say(NO), chosen.equals("no")));
    }
    return item.options().stream()
        .map(
            option ->
                new FormView.Option(
                    option.code(), words.say(option.words()), option.code().equals(chosen)))
        .toList();
  }

  private List<FormView.Option> missingReasons(String chosen) {
    return TrialWords.missingReasons().stream()
        .map(
            reason ->
                new FormView.Option(
                    reason.code(), words.say(reason.words()), reason.code().equals(chosen)))
        .toList();
  }

  private String doubt(ItemDefinition item, Entry.@Nullable Value saved) {
    if (saved == null || saved.missing() != null) {
      return "";
    }
    return switch (item.parse(saved.text(), saved.unit())) {
      case ItemDefinition.Parsed.Understood understood ->
          understood.doubt() == null ? "" : understood.doubt().in(words.language());
      case ItemDefinition.Parsed.Wrong wrong -> wrong.message().in(words.language());
    };
  }

  private String problem(String key) {
    return refusals.stream()
        .filter(refusal -> key.equals(refusal.field()))
        .map(refusal -> refusal.message().in(words.language()))
        .findFirst()
        .orElse("");
  }

  private List<FormView.Change> history(String key) {
    ItemRecord item = record == null ? null : record.item(key);
    if (item == null) {
      return List.of();
    }
    ZoneId zone = LogWorkplace.zone(state);
    List<FormView.Change> changes = new ArrayList<>();
    String before = "";
    for (ItemRecord.Change change : item.history()) {
      String value = words.value(key, change.entry());
      changes.add(
          new FormView.Change(
              change.seq(),
              LOCAL.format(change.at().atZone(zone)),
              words.say(change.role().words()),
              value,
              before,
              Optional.ofNullable(change.reason()).orElse("")));
      before = value;
    }
    return changes.reversed();
  }
}
