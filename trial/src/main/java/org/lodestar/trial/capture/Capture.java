package org.lodestar.trial.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Outcome;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Stream;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.EditCheck;
import org.lodestar.trial.protocol.FormDefinition;
import org.lodestar.trial.protocol.Forms;
import org.lodestar.trial.protocol.ItemDefinition;
import org.lodestar.trial.protocol.Protocol;

/** Decides what may be saved on a form, and when it is complete. */
public final class Capture {
  private Capture() {}

  /**
   * @param casebook of the participant; empty when nothing was recorded about her
   * @param protocol the protocol in force
   */
  public static Outcome decide(
      Casebook casebook, Protocol protocol, CaptureCommand command, Context context) {
    if (casebook.lastSeq() == 0) {
      return refused(
          Refusal.Cause.NOT_FOUND, CaptureRule.UNKNOWN_PARTICIPANT, null, "code", casebook.code());
    }
    return switch (command) {
      case CaptureCommand.SaveForm save -> decideSave(casebook, protocol, save, context);
      case CaptureCommand.CompleteForm complete ->
          permitted(Permission.SAVE_FORM, context)
              .orElseGet(() -> decideComplete(casebook, protocol, complete));
      case CaptureCommand.RedactValue redact ->
          permitted(Permission.REDACT, context)
              .orElseGet(() -> decideRedaction(casebook, redact, context));
    };
  }

  /**
   * Decides one save. Refused are unknown items, impossible values, a change without a reason and a
   * save that changes nothing; everything else is recorded, however unlikely.
   */
  public static Outcome decideSave(
      Casebook casebook, Protocol protocol, CaptureCommand.SaveForm command, Context context) {
    Optional<Outcome> forbidden = permitted(Permission.SAVE_FORM, context);
    if (forbidden.isPresent()) {
      return forbidden.get();
    }
    Optional<FormDefinition> form = protocol.forms().form(command.instance().form());
    if (form.isEmpty()) {
      return unknownForm(protocol, command.instance());
    }
    FormRecord record = casebook.recordOf(command.instance());
    SortedMap<String, Entry> changed = changed(record, command.items());
    List<Refusal> refusals = new ArrayList<>(wrongEntries(protocol.forms(), form.get(), changed));
    if (refusals.isEmpty()) {
      refusals.addAll(impossible(protocol, form.get(), record, changed, context));
    }
    refusals.addAll(changesWithoutReason(form.get(), record, changed, command.reason()));
    if (!refusals.isEmpty()) {
      return new Outcome.Refused(refusals);
    }
    if (changed.isEmpty()) {
      return refused(
          Refusal.Cause.INVALID, CaptureRule.NOTHING_CHANGED, null, "form", form.get().words());
    }
    return save(record, changed, command.reason());
  }

  private static Outcome save(
      FormRecord record, SortedMap<String, Entry> changed, @Nullable String reason) {
    Stream stream = new Stream.Form(record.instance());
    List<Draft> drafts = new ArrayList<>();
    if (record.complete()) {
      drafts.add(
          new Draft(stream, record.instance().participant(), new Body.FormReopened(), reason));
    }
    drafts.add(
        new Draft(stream, record.instance().participant(), new Body.FormSaved(changed), reason));
    return new Outcome.Accepted(drafts, Map.of(stream, record.version()));
  }

  private static SortedMap<String, Entry> changed(
      FormRecord record, SortedMap<String, Entry> items) {
    SortedMap<String, Entry> changed = new TreeMap<>(items);
    changed.entrySet().removeIf(item -> item.getValue().equals(record.entry(item.getKey())));
    return changed;
  }

  private static List<Refusal> wrongEntries(
      Forms forms, FormDefinition form, SortedMap<String, Entry> changed) {
    List<Refusal> refusals = new ArrayList<>();
    changed.forEach(
        (key, entry) ->
            forms
                .item(form, key)
                .map(item -> wrongEntry(item, entry))
                .orElseGet(() -> Optional.of(unknownItem(form, key)))
                .ifPresent(refusals::add));
    return refusals;
  }

  private static Optional<Refusal> wrongEntry(ItemDefinition item, Entry entry) {
    if (!(entry instanceof Entry.Value value) || value.missing() != null) {
      return Optional.empty();
    }
    return switch (item.parse(value.text(), value.unit())) {
      case ItemDefinition.Parsed.Understood ignored -> Optional.empty();
      case ItemDefinition.Parsed.Wrong wrong ->
          Optional.of(
              new Refusal(Refusal.Cause.INVALID, wrong.rule(), wrong.message(), item.key()));
    };
  }

  /** The hard checks between items that the form would break if this were saved. */
  private static List<Refusal> impossible(
      Protocol protocol,
      FormDefinition form,
      FormRecord record,
      SortedMap<String, Entry> changed,
      Context context) {
    FormRecord after = record.supposing(changed);
    FormAnswers answers = FormAnswers.of(protocol.forms(), after, context.today());
    List<Refusal> refusals = new ArrayList<>();
    for (EditCheck check :
        FormChecks.fired(protocol.forms(), form, EditCheck.Severity.HARD, answers)) {
      refusals.add(
          new Refusal(
              Refusal.Cause.INVALID,
              CaptureRule.HARD_CHECK,
              Message.of(check.message()),
              changed.firstKey()));
    }
    return refusals;
  }

  private static Refusal unknownItem(FormDefinition form, String item) {
    return refusal(
        Refusal.Cause.NOT_FOUND,
        CaptureRule.UNKNOWN_ITEM,
        item,
        "form",
        form.words(),
        "item",
        item,
        "items",
        form.items().stream().map(ItemDefinition::key).collect(Collectors.joining(", ")));
  }

  private static List<Refusal> changesWithoutReason(
      FormDefinition form,
      FormRecord record,
      SortedMap<String, Entry> changed,
      @Nullable String reason) {
    List<Refusal> refusals = new ArrayList<>();
    if (reason != null && !reason.isBlank()) {
      return refusals;
    }
    for (Map.Entry<String, Entry> item : changed.entrySet()) {
      Entry before = record.entry(item.getKey());
      if (before != null) {
        refusals.add(
            refusal(
                Refusal.Cause.INVALID,
                CaptureRule.REASON_NEEDED,
                item.getKey(),
                "item",
                form.item(item.getKey()).map(ItemDefinition::words).orElseThrow(),
                "old",
                shown(before),
                "new",
                shown(item.getValue())));
      }
    }
    return refusals;
  }

  private static String shown(Entry entry) {
    return switch (entry) {
      case Entry.Redacted ignored -> "-";
      case Entry.Value value when value.missing() != null -> value.missing();
      case Entry.Value value ->
          value.unit() == null ? value.text() : value.text() + " " + value.unit();
    };
  }

  private static Outcome decideComplete(
      Casebook casebook, Protocol protocol, CaptureCommand.CompleteForm command) {
    Optional<FormDefinition> form = protocol.forms().form(command.instance().form());
    if (form.isEmpty()) {
      return unknownForm(protocol, command.instance());
    }
    FormRecord record = casebook.recordOf(command.instance());
    if (record.complete()) {
      return refused(
          Refusal.Cause.INVALID, CaptureRule.ALREADY_COMPLETE, null, "form", form.get().words());
    }
    List<ItemDefinition> open = FormChecks.unanswered(protocol.forms(), form.get(), record);
    if (!open.isEmpty()) {
      return refused(
          Refusal.Cause.FORBIDDEN_BY_RULE,
          CaptureRule.NOT_COMPLETE,
          open.getFirst().key(),
          "form",
          form.get().words(),
          "items",
          labels(open));
    }
    Stream stream = new Stream.Form(command.instance());
    return new Outcome.Accepted(
        List.of(Draft.of(stream, casebook.code(), new Body.FormCompleted())),
        Map.of(stream, record.version()));
  }

  private static Words labels(List<ItemDefinition> items) {
    return new Words(
        items.stream().map(item -> item.words().en()).collect(Collectors.joining(", ")),
        items.stream().map(item -> item.words().zh()).collect(Collectors.joining("、")));
  }

  private static Outcome decideRedaction(
      Casebook casebook, CaptureCommand.RedactValue command, Context context) {
    if (command.reason().isBlank() || command.secondPerson().isBlank()) {
      return refused(Refusal.Cause.INVALID, CaptureRule.REDACTION_NEEDS, command.item());
    }
    if (command.secondPerson().equals(context.actor())) {
      return refused(
          Refusal.Cause.FORBIDDEN_BY_RULE,
          CaptureRule.SECOND_PERSON,
          command.item(),
          "actor",
          context.actor());
    }
    FormRecord record = casebook.recordOf(command.instance());
    ItemRecord item = record.item(command.item());
    if (item == null || !item.wasSavedBy(command.seq())) {
      return refused(
          Refusal.Cause.NOT_FOUND,
          CaptureRule.NOT_SAVED_THERE,
          command.item(),
          "item",
          command.item(),
          "seq",
          command.seq());
    }
    return redaction(casebook, record, command);
  }

  private static Outcome redaction(
      Casebook casebook, FormRecord record, CaptureCommand.RedactValue command) {
    Stream stream = new Stream.Participant(casebook.code());
    Body body =
        new Body.ValueRedacted(command.seq(), command.item(), Digest.NONE, command.secondPerson());
    Map<Stream, Long> read = new HashMap<>();
    read.put(new Stream.Form(record.instance()), record.version());
    return new Outcome.Accepted(
        List.of(new Draft(stream, casebook.code(), body, command.reason())), read);
  }

  private static Optional<Outcome> permitted(Permission permission, Context context) {
    return permission.refuse(context).map(Outcome::refused);
  }

  private static Outcome unknownForm(Protocol protocol, FormInstance instance) {
    return refused(
        Refusal.Cause.NOT_FOUND,
        CaptureRule.UNKNOWN_FORM,
        null,
        "form",
        instance.form(),
        "forms",
        protocol.forms().all().stream().map(FormDefinition::key).collect(Collectors.joining(", ")));
  }

  private static Outcome refused(
      Refusal.Cause cause, CaptureRule rule, @Nullable String field, Object... namesAndValues) {
    return Outcome.refused(refusal(cause, rule, field, namesAndValues));
  }

  private static Refusal refusal(
      Refusal.Cause cause, CaptureRule rule, @Nullable String field, Object... namesAndValues) {
    return new Refusal(cause, rule, Message.of(rule.words(), namesAndValues), field);
  }
}
